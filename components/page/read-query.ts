/** The query of a page as Next gives it, as the parsers of lib/address read it. Of a repeated field the first counts. */
export function readQuery(given: Readonly<Record<string, string | string[] | undefined>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) query.append(name, each);
  }
  return query;
}
