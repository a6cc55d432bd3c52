import { JsonLd } from './json-ld';

export type Crumb = { name: string; href: string };

/** The way to this page; the last crumb is the page itself. `base` makes the addresses of the JSON-LD absolute. */
export function Breadcrumbs({ crumbs, base }: { crumbs: readonly Crumb[]; base: string }) {
  const list = {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, index) => ({ '@type': 'ListItem', position: index + 1, name: crumb.name, item: base + crumb.href })),
  };
  return (
    <nav aria-label="Breadcrumbs" className="breadcrumbs no-print">
      <ol>
        {crumbs.slice(0, -1).map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>{crumb.name}</a>
          </li>
        ))}
        <li aria-current="page">{crumbs.at(-1)?.name}</li>
      </ol>
      <JsonLd value={list} />
    </nav>
  );
}
