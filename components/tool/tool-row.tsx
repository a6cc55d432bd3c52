import type { ReactNode } from 'react';
import { categoryHref, toolHref } from '../../lib/address/href';
import { findCategory } from '../../lib/catalog/categories';
import { kindNames } from '../../lib/catalog/kinds';
import { formatStanding } from '../../lib/format/standing';
import type { ToolCard } from '../../lib/pages/tool-card';
import { ScoreBar } from '../score/bar';
import { RankText } from '../score/rank-text';
import { wordPrice } from '../wording/listing';

/** A tool in a list: what it is, where it ranks, what it costs. `pick` adds the box that puts it into a comparison. */
export function ToolRow({ card, pick = false, href = toolHref(card.slug), children }: { card: ToolCard; pick?: boolean; href?: string; children?: ReactNode }) {
  return (
    <li className="tool-row">
      {pick && (
        <label className="tool-pick no-print">
          <input type="checkbox" name="tools" value={card.slug} data-name={card.name} />
          <span className="sr-only">Pick {card.name} to compare</span>
        </label>
      )}
      <div className="tool-what">
        <h3>
          <a href={href}>{card.name}</a>
        </h3>
        <p className="tiny muted">
          {card.vendor} · {kindNames[card.kind].one} · <a href={categoryHref(card.category)}>{findCategory(card.category)?.name ?? card.category}</a>
        </p>
        <p className="small prose">{card.summary}</p>
        {children}
      </div>
      <div className="tool-figures small">
        <p>
          <a href={`${toolHref(card.slug)}#rank`} className="figures">
            <RankText {...card} />
            <span className="sr-only"> — rank of {card.name}</span>
          </a>
        </p>
        <ScoreBar bar={{ points: card.ranked ? card.total : null, low: card.low, high: card.high }} />
        <p className="tiny muted">
          <a href={`${toolHref(card.slug)}#rank`} className="figures">
            {card.standing === null ? `${Math.round(card.coverage * 100)} % of the evidence known` : formatStanding(card.standing, 'its category')}
            <span className="sr-only">: {card.name}</span>
          </a>
        </p>
      </div>
      <p className="tool-price small">
        <a href={`${toolHref(card.slug)}#prices`} className="figures">
          {wordPrice(card)}
          <span className="sr-only"> — price of {card.name}</span>
        </a>
      </p>
    </li>
  );
}
