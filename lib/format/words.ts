/** A name as it stands inside a sentence: `Chat models` → `chat models`, while `MCP server` and `LLM frameworks` stay. */
export function lowerFirst(name: string): string {
  const second = name.charAt(1);
  return second !== second.toLowerCase() ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

/** `model` → `a model`, `agent` → `an agent`, `MCP server` → `an MCP server`. */
export function addArticle(noun: string): string {
  return `${/^([aeiou]|MCP)/i.test(noun) ? 'an' : 'a'} ${noun}`;
}
