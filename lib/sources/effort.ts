/** How hard a model was let think, from the ending of the name a board lists it under: 'gpt-5-high', 'claude-…-thinking-32k'. */
export function readEffort(name: string): string {
  const [, budget] = /[-_](?:thinking-)?(\d+)k$/i.exec(/thinking-\d+k$/i.test(name) ? name : '') ?? [];
  if (budget) return `thinking, ${budget}k tokens`;
  const [, preview, how] = /-preview-(\d\d-\d\d)-(thinking)$/.exec(name) ?? [];
  if (preview && how) return `preview ${preview}, ${how}`;
  if (/-(no-thinking|non-reasoning)$/.test(name)) return 'no thinking';
  if (/-(thinking|reasoning)$/.test(name)) return 'thinking';
  const [, level] = /-(high|medium|low|minimal)$/.exec(name) ?? [];
  if (level) return level;
  // Anthropic's thinking models are listed with their budget, so the plain name is the model without.
  return /^claude-[a-z]+-4-\d-\d{8}$/.test(name) ? 'no extended thinking' : 'not stated';
}
