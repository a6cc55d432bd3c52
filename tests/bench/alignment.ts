import { findRelation } from '../../lib/compare/relation';
import { countHits, type Hits, hideJobs, relatedPairs, scorePrecision, scoreRecall } from '../support/labelled-pairs';
import { realTool, wholeTool } from '../unit/support/real-tools';

const say = (name: string, hits: Hits): void => {
  const { right, wrong, missed, related } = hits;
  process.stdout.write(
    `${name}: precision ${scorePrecision(hits).toFixed(3)}, recall ${scoreRecall(hits).toFixed(3)} (${right} right, ${wrong} wrong of which ${related} are neighbours, ${missed} missed)\n`,
  );
};

/** `npm run alignment` holds what the site lines up, and how tools are said to stand to each other, against the labels of sixty pairs each. */
for (const half of ['dev', 'test'] as const) {
  say(`Capabilities, ${half} half`, countHits(half, realTool));
  say(
    `Capabilities, ${half} half, job slugs hidden`,
    countHits(half, (slug) => hideJobs(realTool(slug))),
  );
  const judged = relatedPairs.filter((pair) => pair.half === half);
  const right = judged.filter(({ tools: [a, b], relation }) => findRelation(wholeTool(a), wholeTool(b)).type === relation).length;
  process.stdout.write(`Relations, ${half} half: ${right} of ${judged.length} as judged by hand\n`);
}
