import { capabilityHref, searchHref, searchPageHref, toolHref, toolsHref } from '../../lib/address/href';
import { joinWords } from '../../lib/format/number';
import type { MissingPage } from '../../lib/pages/page-types';
import { ToolCombobox } from '../search/tool-combobox.client';
import { PageHead } from './page-head';

/** Names the tools that are nearest to what was asked for, and offers the search. */
export function MissingTools({ page: { unknown, nearest, capability } }: { page: MissingPage }) {
  return (
    <>
      <PageHead
        title={
          capability !== null
            ? `No capability called ${capability.asked} that tools share here`
            : unknown.length === 0
              ? 'There is nothing at this address'
              : `No tool called ${joinWords([...unknown], 'or')} here`
        }
      >
        {nearest.length > 0 || capability?.nearest.length ? 'The nearest names are:' : 'It may be listed under another name.'}
      </PageHead>
      {capability && capability.nearest.length > 0 && (
        <ul className="link-list">
          {capability.nearest.map((job) => (
            <li key={job.slug}>
              <a href={capabilityHref(job.slug)}>
                <span>{job.name}</span>
                <span>{job.tools} tools</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {nearest.length > 0 && (
        <ul className="link-list">
          {nearest.map((card) => (
            <li key={card.slug}>
              <a href={toolHref(card.slug)}>
                <span>{card.name}</span>
                <span>{card.vendor}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      <form action={searchPageHref} method="get" className="search-form prose mt-6">
        <ToolCombobox
          id="missing-search"
          label="Search tools"
          placeholder="Search tools"
          name="q"
          then={{ type: 'open' }}
          initial={unknown[0] ?? ''}
          shortcut
        />
        <button type="submit" className="button">
          Search
        </button>
      </form>
      <p className="mt-4 small">
        <a href={toolsHref}>All tools</a>
        {unknown.length > 0 && (
          <>
            {' '}
            · <a href={`${searchHref(unknown.join(' '))}#suggest`}>Suggest that it be listed</a>
          </>
        )}
      </p>
    </>
  );
}
