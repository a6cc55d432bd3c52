import { Fragment } from 'react';
import { toolHref } from '../../lib/address/href';
import { setLimit } from '../../lib/address/set';
import type { Comparison } from '../../lib/compare/compare';
import { explainRelation, explainSet, wordRelation } from '../wording/relation';
import { columnClass, toolOf } from './tool-of';

/** The title, and how the tools stand to each other with the reason for it. */
export function ComparisonHead({ comparison: { tools, relation, relations } }: { comparison: Comparison }) {
  const [only] = relations;
  return (
    <header className="cmp-title">
      <h1>
        {tools.map((tool, index) => (
          <Fragment key={tool.slug}>
            {index > 0 && <span className={`cmp-vs s${index}`}> vs </span>}
            <a href={toolHref(tool.slug)} className={columnClass(index)}>
              {tool.name}
            </a>
          </Fragment>
        ))}
      </h1>
      <p className="dropped notice">
        A comparison holds up to {setLimit} tools: the first {setLimit} were kept.
      </p>
      <p className="cmp-relation">
        <strong>{wordRelation(relation, tools.length)}:</strong>{' '}
        {relations.length === 1 && only ? explainRelation(only, toolOf(tools, only.from), toolOf(tools, only.to)) : explainSet(relation, tools)}
      </p>
    </header>
  );
}
