/** Facts for machines. `<` is escaped, so that no text of a record can close the script. */
export function JsonLd({ value }: { value: Readonly<Record<string, unknown>> }) {
  const text = JSON.stringify(value).replaceAll('<', '\\u003c');
  // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON with < escaped, of a type that no browser runs
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
