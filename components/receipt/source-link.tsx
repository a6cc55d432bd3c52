import type { Sources } from '../../lib/catalog/tool';

/** The title of a source, linked, with its publisher. A source that is not in the page is named by its id. */
export function SourceLink({ id, sources }: { id: string; sources: Sources }) {
  const source = sources[id];
  if (!source) return <code>{id}</code>;
  return (
    <>
      <a href={source.address}>{source.title}</a>
      {source.title.includes(source.publisher) ? '' : `, ${source.publisher}`}
    </>
  );
}
