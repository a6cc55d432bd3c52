import { curatedPairs } from '../catalog/curated-pairs';
import { compareTools } from '../compare/compare';
import { findContradictions } from '../compare/contradictions';
import { countVerdicts, type Distribution, distributionAims } from '../compare/distribution';
import { findTools } from '../db/find-tools';
import { listAllSlugs } from '../db/listing';
import { readSnapshot, wholeCatalogueTimeout } from '../db/read-snapshot';
import type { RankedTool } from '../rank/ranked-tool';
import { CommandError, print, runCommand } from './run-command';

type Pair = readonly [RankedTool, RankedTool];

const anyDay = { since: '1970-01-01', until: '1970-01-01' };

const pairUp = (tools: readonly RankedTool[]): Pair[] => tools.flatMap((one, index) => tools.slice(index + 1).map((other): Pair => [one, other]));

function printDistribution(name: string, { pairs, ...counts }: Distribution): void {
  const share = (count: number): string => (pairs === 0 ? '–' : `${Math.round((100 * count) / pairs)} %`);
  const parts = Object.entries(counts).map(([kind, count]) => `${kind} ${count} (${share(count)})`);
  print(`${name}: ${pairs} pairs; ${parts.join(', ')}`);
}

/** `npm run verdicts` prints how comparisons come out and checks every pair of one category, and every curated one, for contradictions. */
async function verdicts(): Promise<void> {
  const { value: tools } = await readSnapshot(async (tx) => {
    const slugs = (await listAllSlugs(tx)).map((each) => each.slug);
    return (await findTools(tx, slugs)).flatMap(({ tool }) => (tool === null ? [] : [tool]));
  }, wholeCatalogueTimeout);
  const bySlug = new Map(tools.map((tool) => [tool.slug, tool]));
  const curated = curatedPairs.flatMap(([a, b]): Pair[] => {
    const [one, other] = [bySlug.get(a), bySlug.get(b)];
    return one && other ? [[one, other]] : [];
  });
  const categories = [...new Set(tools.map((tool) => tool.category))];
  const sameCategory = categories.flatMap((category) => pairUp(tools.filter((tool) => tool.category === category)));
  const counts = { curated: countVerdicts(curated), sameCategory: countVerdicts(sameCategory) };
  printDistribution('Curated pairs', counts.curated);
  printDistribution('Pairs of one category', counts.sameCategory);
  const contradictions = [...curated, ...sameCategory].flatMap((pair) =>
    findContradictions(compareTools(pair, anyDay)).map((sentence) => `${pair.map((tool) => tool.slug).join(' and ')}: ${sentence}`),
  );
  for (const line of contradictions.slice(0, 20)) print(line);
  print(`${contradictions.length} contradictions.`);
  if (contradictions.length > 0) throw new CommandError('Verdicts contradict their tables: see above.');
  const says = counts.curated.twoLeads >= distributionAims.twoLeads * counts.curated.pairs;
  const parts = counts.sameCategory.rankWinner >= distributionAims.rankWinner * counts.sameCategory.pairs;
  if (!says || !parts) throw new CommandError('The verdicts say too little: the aims stand in lib/compare/distribution.ts.');
}

void runCommand(verdicts);
