import { countHits, type Hits, hideJobs, scorePrecision, scoreRecall } from '../support/labelled-pairs';
import { realTool } from '../unit/support/real-tools';

const say = (name: string, hits: Hits): void => {
  const { right, wrong, missed, related } = hits;
  process.stdout.write(
    `${name}: precision ${scorePrecision(hits).toFixed(3)}, recall ${scoreRecall(hits).toFixed(3)} (${right} right, ${wrong} wrong of which ${related} are neighbours, ${missed} missed)\n`,
  );
};

/** `npm run alignment` holds what the site lines up against the labels of sixty pairs of tools. */
for (const half of ['dev', 'test'] as const) {
  say(`Capabilities, ${half} half`, countHits(half, realTool));
  say(
    `Capabilities, ${half} half, job slugs hidden`,
    countHits(half, (slug) => hideJobs(realTool(slug))),
  );
}
