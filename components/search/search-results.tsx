import { compareHref, searchPageHref, toolHref } from '../../lib/address/href';
import { joinSet } from '../../lib/address/set';
import type { SearchHit, SearchPage } from '../../lib/pages/page-types';
import { CompareTray } from '../browse/compare-tray.client';
import { Prose } from '../page/prose';
import { ToolRow } from '../tool/tool-row';
import { ToolCombobox } from './tool-combobox.client';

/** The form, then the tools that answer, each with the capability that matched. */
export function SearchResults({ page }: { page: SearchPage }) {
  const { query, from, hits, nearest } = page;
  return (
    <>
      <h1>Search</h1>
      <search>
        <form action={searchPageHref} method="get" className="search-form mt-3 prose">
          <ToolCombobox
            id="page-search"
            label="What you need done, or a tool"
            placeholder="What you need done, or a tool"
            name="q"
            then={{ type: 'open' }}
            initial={query}
            shortcut
          />
          {from.length > 0 && <input type="hidden" name="from" value={joinSet(from.map((card) => card.slug))} />}
          <button type="submit" className="button button-main">
            Search
          </button>
        </form>
      </search>
      {from.length > 0 && (
        <p className="small muted mt-2">
          You came from{' '}
          <a href={from.length > 1 ? compareHref(from.map((card) => card.slug)) : toolHref(from[0]?.slug ?? '')}>
            {from.map((card) => card.name).join(' vs ')}
          </a>
          .
        </p>
      )}
      {query === '' ? (
        <p className="mt-4 prose">Say what you need in your own words, such as “serve an open model to my team”, or type a name.</p>
      ) : (
        <Found query={query} hits={hits} nearest={nearest} />
      )}
      <CompareTray form="found-tools" />
    </>
  );
}

function Found({ query, hits, nearest }: Pick<SearchPage, 'query' | 'hits' | 'nearest'>) {
  const [first, second] = hits;
  return (
    <>
      <h2 className="sr-only">Results</h2>
      <p className="mt-4 small muted" role="status">
        {hits.length === 0 ? '' : `${hits.length} ${hits.length === 1 ? 'tool' : 'tools'} for “${query}”`}
      </p>
      {first && second && (
        <p className="small">
          <a href={compareHref([first.tool.slug, second.tool.slug])}>
            Compare the top two: {first.tool.name} vs {second.tool.name}
          </a>
        </p>
      )}
      {hits.length === 0 && (
        <p className="mt-4">
          Nothing here fits “{query}”. {nearest.length > 0 && 'The nearest names are:'}
        </p>
      )}
      <form action="/compare" method="get" id="found-tools" className="mt-3">
        <ol className="tool-list">
          {hits.map((hit) => (
            <Hit key={hit.tool.slug} hit={hit} />
          ))}
          {hits.length === 0 && nearest.map((card) => <ToolRow key={card.slug} card={card} pick />)}
        </ol>
        {hits.length + nearest.length > 1 && (
          <button type="submit" className="button without-script mt-4">
            Compare the picked tools
          </button>
        )}
      </form>
    </>
  );
}

function Hit({ hit: { tool, capability } }: { hit: SearchHit }) {
  return (
    <ToolRow card={tool} pick>
      {capability && (
        <p className="hit-capability small">
          <a href={`${toolHref(tool.slug)}#capability-${tool.slug}-${capability.key}`}>
            <Prose text={capability.name} />
          </a>
          <br />
          <Prose text={capability.description} />
        </p>
      )}
    </ToolRow>
  );
}
