import { categoryHref, methodologyHref } from '../../lib/address/href';
import { findCategory } from '../../lib/catalog/categories';
import type { Sources } from '../../lib/catalog/tool';
import { componentNames } from '../../lib/compare/component-names';
import { roundPoints } from '../../lib/format/number';
import { formatStanding } from '../../lib/format/standing';
import { lowerFirst } from '../../lib/format/words';
import { minimumCoverage } from '../../lib/rank/formula';
import type { ComponentScore } from '../../lib/rank/rank';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { ComponentReceipt, RankReceipt } from '../receipt/score-receipt';
import { ScoreBar } from '../score/bar';
import { RangeText, RankText } from '../score/rank-text';
import { listSignals } from '../wording/clause';

/** The rank with its range, and the five components it is made of, each opening to its signals. */
export function ToolScores({ tool, sources }: { tool: RankedTool; sources: Sources }) {
  const { rank, standing, category } = tool;
  const name = lowerFirst(findCategory(category)?.name ?? category);
  return (
    <div className="tool-scores">
      <div className="tool-rank">
        <p className="tool-rank-number">
          <RankText {...rank} />
        </p>
        <ScoreBar bar={{ points: rank.ranked ? rank.total : null, low: rank.low, high: rank.high }} />
        <p className="small">
          {Math.round(rank.coverage * 100)} % of the evidence is known
          {!rank.ranked && (
            <>
              ; <a href={`${methodologyHref}#unknown`}>{`${minimumCoverage * 100} % is needed for a rank`}</a>
            </>
          )}
          .{' '}
          {standing === null ? (
            <span className="muted">No standing: fewer than three ranked tools, or not ranked itself.</span>
          ) : (
            <>
              Standing: {formatStanding(standing, 'its category')}, <a href={categoryHref(category)}>{name}</a>.
            </>
          )}
        </p>
        {rank.missing.length > 0 && <p className="small muted">Unknown: {listSignals(rank.missing)}. The range is what that leaves open.</p>}
        <details className="fold">
          <summary>How it adds up</summary>
          <div className="small">
            <RankReceipt tool={tool} />
          </div>
        </details>
      </div>
      <div>
        <div className="lines">
          {rank.components.map((score) => (
            <Component key={score.component} score={score} tool={tool} sources={sources} />
          ))}
        </div>
        <p className="tiny muted mt-2">
          Weights are those of its kind. <a href={`${methodologyHref}#${tool.kind}`}>Why</a>
        </p>
      </div>
    </div>
  );
}

function Component({ score, tool, sources }: { score: ComponentScore; tool: RankedTool; sources: Sources }) {
  const counted = score.weight > 0;
  const known = counted && score.coverage > 0;
  return (
    <details className="tool-component">
      <summary>
        <span className="tool-component-name">{componentNames[score.component].label}</span>
        <span className="muted">{counted ? `${Math.round(score.weight * 100)} %` : ''}</span>
        <span className="tool-component-points">
          {known ? (
            <>
              <b>{roundPoints(score.points)}</b>
              <RangeText low={score.low} high={score.high} />
            </>
          ) : (
            <span className="muted">{counted ? 'unknown' : 'not counted yet'}</span>
          )}
        </span>
        {counted && <ScoreBar bar={{ points: known ? score.points : null, low: score.low, high: score.high }} />}
      </summary>
      <div className="tool-component-signals small">
        <ComponentReceipt tool={tool} score={score} sources={sources} />
      </div>
    </details>
  );
}
