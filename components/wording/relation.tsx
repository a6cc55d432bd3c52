import type { ReactNode } from 'react';
import { findCategory } from '../../lib/catalog/categories';
import type { Relation, RelationType } from '../../lib/compare/relation';
import { joinWords } from '../../lib/format/number';
import { lowerFirst } from '../../lib/format/words';
import type { RankedTool } from '../../lib/rank/ranked-tool';

/** The relation of a whole set in a few words. */
export function wordRelation(relation: RelationType, count: number): string {
  switch (relation) {
    case 'rivals':
      return 'Rivals';
    case 'runs-on':
      return 'One runs on the other';
    case 'used-together':
      return 'Used together';
    case 'unrelated':
      return count > 2 ? 'Not all for the same job' : 'Different jobs';
  }
}

type Named = Pick<RankedTool, 'slug' | 'name' | 'category'>;

const jobOf = (category: string): string => findCategory(category)?.job ?? category;
const nameOf = (category: string): string => findCategory(category)?.name ?? category;

/** Why two tools stand to each other as they do. `from` and `to` are the names of the relation's tools. */
export function explainRelation({ basis, type }: Relation, from: Named, to: Named): ReactNode {
  switch (basis.type) {
    case 'declared': {
      const [first] = basis.evidence;
      return (
        <>
          {from.name} {wordDeclared(type)} {to.name}. {basis.reason} {first && <a href={first.address}>Read it there</a>}
        </>
      );
    }
    case 'same-category':
      return `both are there to ${jobOf(basis.category)}.`;
    case 'no-shared-job':
      return `${from.name} and ${to.name} stand among ${lowerFirst(nameOf(basis.category))}, but neither does a job of the other.`;
    case 'shared-jobs':
      return `they do ${basis.shared} jobs in common, of the ${basis.of} of the one with fewer.`;
    case 'categories-near':
      return `people choose between the two: ${from.name} is there to ${jobOf(basis.from)}, ${to.name} to ${jobOf(basis.to)}.`;
    case 'named-after':
      return `${from.name} is an MCP server that bears the name of ${to.name} and makes it reachable for assistants.`;
    case 'open-weights':
      return type === 'runs-on'
        ? `${from.name} has open weights, and ${to.name} runs such weights.`
        : `${from.name} has open weights, and ${to.name} works on such weights.`;
    case 'closed-weights':
      return `the weights of ${from.name} are closed, so that ${to.name} cannot load them.`;
    case 'same-maker':
      return `${from.name} and ${to.name} both come from ${basis.vendor}, and an agent runs on the models of its maker.`;
    case 'both-run-models':
      return `${from.name} and ${to.name} each run language models themselves.`;
    case 'categories-meet':
      return `one does not replace the other. ${from.name} (${lowerFirst(nameOf(basis.from))}) works with tools like ${to.name} (${lowerFirst(nameOf(basis.to))}).`;
    case 'categories-apart':
      return `${from.name} is there to ${jobOf(basis.from)}, ${to.name} to ${jobOf(basis.to)}.`;
  }
}

function wordDeclared(type: RelationType): string {
  switch (type) {
    case 'runs-on':
      return 'runs on';
    case 'used-together':
      return 'is used with';
    case 'rivals':
      return 'succeeds';
    case 'unrelated':
      return 'has nothing to do with';
  }
}

/** For three and four tools: each job once, with the tools that do it. */
export function explainSet(relation: RelationType, tools: readonly Named[]): string {
  const categories = [...new Set(tools.map((tool) => tool.category))];
  switch (relation) {
    case 'rivals':
      return categories.length === 1 && categories[0] !== undefined ? `all of them are there to ${jobOf(categories[0])}.` : 'each can stand in for the others.';
    case 'runs-on':
    case 'used-together':
    case 'unrelated': {
      const jobs = categories.map(
        (category) => `${joinWords(tools.filter((tool) => tool.category === category).map((tool) => tool.name))} to ${jobOf(category)}`,
      );
      return `${jobs.join('; ')}.`;
    }
  }
}
