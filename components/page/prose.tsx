/** Text of a record, with what stands between backticks set as code. */
export function Prose({ text }: { text: string }) {
  if (!text.includes('`')) return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one constant text never move
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part));
}
