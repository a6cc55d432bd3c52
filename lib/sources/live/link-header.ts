/** The address of a relation in a Link header, `<https://…?page=2>; rel="next"`; null where there is none. */
export function findLink(header: string | null, relation: string): URL | null {
  for (const [, address = '', parameters = ''] of (header ?? '').matchAll(/<([^<>]*)>((?:\s*;\s*[\w-]+=(?:"[^"]*"|[^\s;,"]*))*)/g)) {
    const relations = /;\s*rel=(?:"([^"]*)"|([^\s;,"]*))/i.exec(parameters);
    if ((relations?.[1] ?? relations?.[2] ?? '').split(' ').includes(relation) && URL.canParse(address)) return new URL(address);
  }
  return null;
}
