import { categoryHref, kindHref, matchesHref } from '../../lib/address/href';
import { findCategory } from '../../lib/catalog/categories';
import { findCurrentFacts, findFact } from '../../lib/catalog/current';
import { kindNames } from '../../lib/catalog/kinds';
import type { SignalId } from '../../lib/catalog/signals';
import type { Sources } from '../../lib/catalog/tool';
import { describeFact } from '../../lib/compare/cell';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { CopyText } from '../page/copy-text';
import { wordMatched } from '../wording/search';
import { FactDate, FactValue } from './fact-value';
import { isEnding } from './status';

type Props = { tool: RankedTool; sources: Sources; counted: { since: string; until: string } };

/** What a tool is, whether it is alive, and where to begin. */
export function ToolHead({ tool, sources, counted }: Props) {
  const commands = findCurrentFacts(tool.facts, 'start-here').slice(0, 2);
  const documentation = findFact(tool.facts, 'documentation');
  return (
    <dl className="tool-head-facts">
      <Line name="Type">
        <span>
          <a href={kindHref(tool.kind)}>{kindNames[tool.kind].one}</a> ·{' '}
          <a href={categoryHref(tool.category)}>{findCategory(tool.category)?.name ?? tool.category}</a> · {tool.vendor}
        </span>
      </Line>
      <Line name="Status">
        <FactOr tool={tool} signal="status" sources={sources} />
      </Line>
      <Line name="Start here">
        {commands.length === 0 && <span className="muted">unknown</span>}
        {commands.map((fact) => (
          <span key={fact.key} className="contents">
            <code className="command">{String(fact.value)}</code>
            <CopyText text={String(fact.value)} />
            <FactDate fact={fact} about={tool.name} tool={tool.slug} sources={sources} />
          </span>
        ))}
      </Line>
      <Line name="Documentation">
        {typeof documentation?.value === 'string' ? (
          <>
            <a href={documentation.value}>{documentation.value.replace(/^https:\/\//, '')}</a>{' '}
            <FactDate fact={documentation} about={tool.name} tool={tool.slug} sources={sources} />
          </>
        ) : (
          <span className="muted">unknown</span>
        )}
      </Line>
      <Line name="Pricing">
        <FactOr tool={tool} signal="pricing-model" sources={sources} />
      </Line>
      {tool.repository && (
        <Line name="Repository">
          <a href={`https://github.com/${tool.repository}`}>{tool.repository}</a>
        </Line>
      )}
      <Line name="Matches">
        <a href={matchesHref} className="figures">
          {wordMatched({ timesMatched: tool.timesMatched, ...tool.outcomes }, counted)}
        </a>
      </Line>
      {tool.aliases.length > 0 && (
        <Line name="Also called">
          <span className="muted">{tool.aliases.join(', ')}</span>
        </Line>
      )}
    </dl>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function FactOr({ tool, signal, sources }: { tool: RankedTool; signal: SignalId; sources: Sources }) {
  const fact = findFact(tool.facts, signal);
  if (fact === null) return <span className="muted">unknown</span>;
  return (
    <>
      <span className={signal === 'status' && isEnding(fact.value) ? 'warn' : ''}>
        <FactValue fact={fact} about={tool.name} tool={tool.slug} sources={sources} />
      </span>
      <span className="tiny muted">{describeFact(fact)}</span>
    </>
  );
}
