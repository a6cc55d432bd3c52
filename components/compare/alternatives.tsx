import { compareHref, toolHref } from '../../lib/address/href';
import { setLimit } from '../../lib/address/set';
import { findCategory } from '../../lib/catalog/categories';
import type { ToolCard } from '../../lib/pages/tool-card';
import type { RankedTool } from '../../lib/rank/ranked-tool';
import { RankText } from '../score/rank-text';
import { wordPrice } from '../wording/listing';

/** Other tools of the same categories, each with links that put it into this comparison. */
export function Alternatives({ cards, tools }: { cards: readonly ToolCard[]; tools: readonly RankedTool[] }) {
  const slugs = tools.map((tool) => tool.slug);
  return (
    <ul className="alternatives lines" data-count={tools.length}>
      {cards.map((card) => (
        <li key={card.slug}>
          <div>
            <a href={toolHref(card.slug)}>{card.name}</a> <span className="muted">{findCategory(card.category)?.name ?? card.category}</span>
          </div>
          <div className="alternatives-figures">
            <a href={`${toolHref(card.slug)}#rank`} className="figures">
              <RankText {...card} />
              <span className="sr-only"> — rank of {card.name}</span>
            </a>{' '}
            <span className="muted">
              <a href={`${toolHref(card.slug)}#prices`} className="figures">
                {wordPrice(card)}
                <span className="sr-only"> — price of {card.name}</span>
              </a>
            </span>
          </div>
          <div className="alternatives-links">
            {tools.map((tool) => (
              <a key={tool.slug} href={compareHref([...slugs.filter((slug) => slug !== tool.slug), card.slug])}>
                Swap in for {tool.name}
                <span className="sr-only">: {card.name}</span>
              </a>
            ))}
            {tools.length < setLimit && (
              <a href={compareHref([...slugs, card.slug])}>
                Add<span className="sr-only"> {card.name}</span>
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
