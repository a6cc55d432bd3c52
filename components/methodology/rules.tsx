import { type Kind, kindNames } from '../../lib/catalog/kinds';
import { componentNames } from '../../lib/compare/component-names';
import { daysOfMonth } from '../../lib/compare/workload';
import { formatCount, joinWords } from '../../lib/format/number';
import { confirmedFrom, countedPositions, longestKept } from '../../lib/match/learning';
import { formula, minimumCoverage } from '../../lib/rank/formula';
import { matchGraphWhy } from '../../lib/rank/match-graph';
import { componentIds } from '../../lib/rank/rank';
import { listWeightings, weightStep } from '../../lib/rank/weightings';
import { Section } from '../page/section';
import { explainMethod } from '../wording/method';
import { explainUndecided } from '../wording/undecided';
import { LinedUp } from './lined-up';
import { undecideds } from './undecideds';

const notCounted = componentIds.filter((id) => Object.values(formula).every((kind) => kind[id].weight === 0));

/** The rules in words. */
export function Rules({ counted }: { counted: ReadonlySet<Kind> }) {
  return (
    <>
      <Section id="rank" title="The rank">
        <div className="rules">
          <p>
            UnfragileRank = Σ weight × component. Every component is 0 to 100, the weights of a kind add up to 100 %, so the rank is 0 to 100 too. A component
            is the weighted mean of the points of its signals; each signal becomes points between two fixed anchors, so a tool’s score does not move because
            others were listed.
          </p>
          <p>
            A signal that cannot be asked of a tool drops out and the others take its share. {joinWords(notCounted.map((id) => componentNames[id].label))}:{' '}
            {counted.size === 0
              ? formula.model[notCounted[0] ?? 'match-graph'].why
              : `${matchGraphWhy} So far: ${joinWords([...counted].map((kind) => kindNames[kind].many))}.`}
          </p>
          <p>
            Quality measures the tool, never how complete its listing is. Standing is the percentile among the ranked tools of the same category; it moves when
            others are listed, the rank does not.
          </p>
        </div>
      </Section>
      <Section id="unknown" title="What is unknown">
        <div className="rules">
          <p>
            Unknown is not zero, and hiding never helps. An unknown signal enters at a slightly pessimistic value, the 35th percentile of a stated sample. The
            range shows where the rank would lie if every unknown signal were at its 10th or its 90th percentile. Knowing more narrows the range; with
            everything known it has no width.
          </p>
          <p>
            Where another measurement goes along with the unknown one, it narrows the range: the value is estimated from it, and the range is what such
            estimates miss by. The page says so, and an estimate counts towards coverage by as much of the range as it closes.
          </p>
          <p>
            Coverage is the weighted share of signals that are known. Below {minimumCoverage * 100} % a tool is “not ranked yet”, and its page says what is
            missing.
          </p>
        </div>
      </Section>
      <Section id="weightings" title="Other weights, and your own">
        <div className="rules">
          <p>
            A comparison of tools of one kind says how it comes out under other weights: 100 % is shared out among the components in every way that steps of{' '}
            {weightStep} % allow ({formatCount(listWeightings(4).length)} ways for four components), and each is judged like the published one. Ranges that
            overlap are a tie. The share says how much an order rests on our weights; it is no probability.
          </p>
          <p>
            Your own weights are applied by the same formula, in your browser. They stand in the address of the page and are sent nowhere. Price is no
            component, because what is cheap depends on what you do: your workload is priced apart, by list prices, a month being {daysOfMonth} days.
          </p>
        </div>
      </Section>
      <Section id="leads" title="When a tool leads, and when it is a tie">
        <div className="rules">
          <p>
            A tool leads on a row only if the row has a better end, applies to all the tools, has a known value for each of them under the same conditions, and
            the values are apart by more than their own uncertainty. Otherwise nobody leads, for one of these reasons:
          </p>
          <ul>
            {undecideds.map((reason) => (
              <li key={reason}>{explainUndecided(reason)}</li>
            ))}
          </ul>
          <p>
            A tool ranks higher than another only if both are ranked by the formula of one kind, do the same job, and their ranges do not overlap, as printed.
            Overlapping ranges are a tie. Tools for different jobs are never held against each other by score.
          </p>
        </div>
      </Section>
      <Section id="facts" title="Which fact counts">
        <div className="rules">
          <p>
            Facts are appended, never overwritten; a correction names what it corrects. Of several facts for one signal the one shown first is: the one without
            conditions, then one at the maker’s own host, then one at a host that resells models of others; of several benchmark results, the highest. Under the
            same conditions: measured before claimed by the vendor, before derived, before judged by us; then the newer; then, to leave nothing open, the
            smaller key.
          </p>
          <ul>
            {(['measured', 'vendor-claimed', 'derived', 'editorial'] as const).map((method) => (
              <li key={method}>{explainMethod(method)}</li>
            ))}
          </ul>
        </div>
      </Section>
      <LinedUp />
      <Matches />
    </>
  );
}

/** What is counted of searches, what is learned from them, and what is kept. */
function Matches() {
  return (
    <Section id="matches" title="Matches, and what is learned from them">
      <div className="rules">
        <p>
          A tool is matched when a search that something fits shows it among the first {countedPositions}. A visitor counts once for a need, a tool and a day,
          however often the search is repeated, and the same holds for “it worked” and “it did not”. Robots, prefetched pages and our own tests are answered and
          not counted; the needs in our own records count nothing.
        </p>
        <p>
          A need that more visitors confirmed than denied becomes text of the capability that served it, with a small weight. Whoever then searches in the words
          of a need that {confirmedFrom} visitors or more confirmed is answered by what served it, first of all. A click teaches nothing. What was learned can
          be taken back, and can be made again from the log.
        </p>
        <p>
          Kept are the need in lower case, the time, the filters, what was shown, and a keyed hash of visitor and day, which is another one tomorrow. What looks
          like a secret or an address, and what is longer than {longestKept} characters, is answered and not kept. A need is shown to others when{' '}
          {confirmedFrom} visitors have confirmed it. Old searches are deleted; what they counted stays counted.
        </p>
      </div>
    </Section>
  );
}
