import { askedToolHref, capabilityHref, matchesHref, toolHref } from '../../lib/address/href';
import type { SearchHit, SearchPage } from '../../lib/pages/page-types';
import { ToolRow } from '../tool/tool-row';
import { wordMatched, wordReasons, wordWeight } from '../wording/search';

/** One tool that a search found: the capability that matched, the weight of every word, and how often it matched before. */
export function Hit({ hit, page: { query, counted } }: { hit: SearchHit; page: SearchPage }) {
  const { tool, capability, words, shared, meaning, score, confirmations, token } = hit;
  const href = askedToolHref(tool.slug, query, token);
  return (
    <ToolRow card={tool} pick href={href}>
      {capability && (
        <p className="hit-capability small">
          <a href={`${href}#capability-${tool.slug}-${capability.key}`}>{capability.name.replaceAll('`', '')}</a>
          {capability.sharedBy > 1 && (
            <>
              {' '}
              <a href={capabilityHref(capability.job)} className="tiny muted">
                {capability.sharedBy} tools do this<span className="sr-only">: {capability.name}</span>
              </a>
            </>
          )}
          <br />
          {capability.headline.map(({ text, hit: isHit }, index) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one constant text never move
            isHit ? <mark key={index}>{text}</mark> : text,
          )}
        </p>
      )}
      {confirmations > 0 && <p className="small hit-confirmed">{confirmations} readers who searched for this said that it worked</p>}
      {words.length > 0 && (
        <p className="tiny muted hit-words">
          Because of {wordReasons({ words, shared, meaning })}
          {(words.length > 1 || shared !== null || meaning !== null) && ` = ${wordWeight(score)}`}
        </p>
      )}
      <p className="tiny muted">
        <a href={matchesHref} className="figures">
          {wordMatched(tool, counted)}
          <span className="sr-only">: {tool.name}</span>
        </a>
      </p>
      {token !== null && (
        <p className="hit-outcome tiny">
          <span className="muted">Tried it for this?</span>
          <button type="submit" form={`outcome-${tool.slug}`} name="worked" value="yes">
            It worked<span className="sr-only">: {tool.name}</span>
          </button>
          <button type="submit" form={`outcome-${tool.slug}`} name="worked" value="no">
            It did not<span className="sr-only">: {tool.name}</span>
          </button>
        </p>
      )}
    </ToolRow>
  );
}

/** The forms of the buttons above: they cannot stand inside the form that picks tools to compare. */
export function HitForms({ page: { hits, query } }: { page: SearchPage }) {
  return hits.map(({ tool, token }) =>
    token === null ? null : (
      <form key={tool.slug} id={`outcome-${tool.slug}`} action="/api/outcomes" method="post" hidden>
        <input type="hidden" name="match" value={token} />
        <input type="hidden" name="q" value={query} />
      </form>
    ),
  );
}

/** The nearest tools in one sentence, each with the words it answers. */
export function NearestBecause({ hits }: { hits: readonly SearchHit[] }) {
  return hits.slice(0, 3).map(({ tool, words }, index) => (
    <span key={tool.slug}>
      {index === 0 ? '' : ', '}
      <a href={toolHref(tool.slug)}>{tool.name}</a>, because of{' '}
      {words
        .slice(0, 3)
        .map(({ word }) => `“${word}”`)
        .join(', ') || 'its name'}
    </span>
  ));
}
