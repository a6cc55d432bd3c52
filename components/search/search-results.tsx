import type { ReactNode } from 'react';
import { capabilityHref, compareHref, searchPageHref, toolHref } from '../../lib/address/href';
import { filteredSearchHref, searchForms } from '../../lib/address/search';
import { joinSet } from '../../lib/address/set';
import type { SearchPage } from '../../lib/pages/page-types';
import { ApplyOnChange } from '../browse/apply-on-change.client';
import { CompareTray } from '../browse/compare-tray.client';
import { CompareTopTwo } from '../page/compare-top-two';
import { TwinLinks } from '../share/twin-links';
import { Still } from '../still/still';
import { ToolRow } from '../tool/tool-row';
import { wordUnanswered } from '../wording/search';
import { ActiveSearchFilters, SearchFilterForm } from './search-filters';
import { Hit, HitForms, NearestBecause } from './search-hit';
import { ToolCombobox } from './tool-combobox.client';

/** The form, then the tools that answer, each with the capability that matched. */
export function SearchResults({ page, thanks }: { page: SearchPage; thanks: ReactNode }) {
  const { query, from } = page;
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
      {thanks}
      {query === '' ? (
        <p className="mt-4 prose">Say what you need in your own words, such as “serve an open model to my team”, or type a name.</p>
      ) : (
        <Still>
          <Found page={page} />
        </Still>
      )}
      <ApplyOnChange form="filters" />
      <CompareTray form="found-tools" />
    </>
  );
}

function Found({ page }: { page: SearchPage }) {
  const { query, hits, nearest, fits, chosen, asWritten } = page;
  return (
    <div className="browse mt-4">
      <SearchFilterForm page={page} />
      <div className="browse-list">
        <h2 className="sr-only">Results</h2>
        <ActiveSearchFilters page={page} />
        {fits ? <Answer page={page} /> : <NothingFits page={page} />}
        {fits && <CompareTopTwo tools={hits.map(({ tool }) => tool)} />}
        <form action="/compare" method="get" id="found-tools" className="mt-3">
          <ol className="tool-list far-parts">
            {hits.map((hit) => (
              <Hit key={hit.tool.slug} hit={hit} page={page} />
            ))}
            {hits.length === 0 && nearest.map((card) => <ToolRow key={card.slug} card={card} pick />)}
          </ol>
          {hits.length + nearest.length > 1 && (
            <button type="submit" className="button without-script mt-4">
              Compare the picked tools
            </button>
          )}
        </form>
        <HitForms page={page} />
        <p className="tiny muted mt-4">
          <TwinLinks
            forms={searchForms(
              query,
              page.from.map(({ slug }) => slug),
              chosen,
              asWritten,
            )}
          />
        </p>
        {page.related.length > 0 && (
          <section aria-labelledby="related" className="mt-6">
            <h2 id="related">{page.fits ? 'Related needs' : 'Needs that the nearest serve'}</h2>
            <ul className="link-list">
              {page.related.map((need) => (
                <li key={need}>
                  <a href={filteredSearchHref(need, [], chosen)}>{need}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

/** How the need was read, the capabilities that answer it, and how many tools have them. */
function Answer({ page: { query, hits, corrections, jobs } }: { page: SearchPage }) {
  return (
    <>
      {corrections.length > 0 && (
        <p className="small" role="status">
          Nothing here fits “{query}” as written. Read as names: {corrections.map(({ typed, meant }) => `“${typed}” as “${meant}”`).join(', ')}.
        </p>
      )}
      {jobs.length > 0 && (
        <section aria-labelledby="found-capabilities" className="found-jobs">
          <h3 id="found-capabilities" className="small muted">
            Capabilities that answer it
          </h3>
          <ul>
            {jobs.map(({ slug, name, tools }) => (
              <li key={slug}>
                <a href={capabilityHref(slug)}>{name}</a> <span className="tiny muted">{tools} tools</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="small muted" role="status">
        {hits.length} {hits.length === 1 ? 'tool' : 'tools'} for “{query}”, best answer first
      </p>
    </>
  );
}

function NothingFits({ page: { query, hits, nearest, unanswered } }: { page: SearchPage }) {
  const shown = query.length > 120 ? `${query.slice(0, 120)}…` : query;
  return (
    <p role="status">
      Nothing here fits “{shown}”: {wordUnanswered(unanswered)}.{' '}
      {hits.length > 0 && (
        <>
          The nearest are <NearestBecause hits={hits} />.
        </>
      )}
      {hits.length === 0 && nearest.length > 0 && 'The nearest names are:'}
    </p>
  );
}
