'use client';

import { methodologyHref } from '../../lib/address/href';
import type { ReaderWeights } from '../../lib/address/weights';
import { componentNames } from '../../lib/compare/component-names';
import { type ReaderSet, weighSet } from '../../lib/compare/reader-set';
import { formatCount, formatPercent } from '../../lib/format/number';
import { sameWeights, weightPresets } from '../../lib/rank/weight-presets';
import { listWeighable, type WeightingShares, weightStep } from '../../lib/rank/weightings';
import { useView } from '../compare/view.client';
import { wordMatchGraph, wordOrder, wordPreset, wordWeightings } from '../wording/weighing';
import { changeReader } from './change-reader.client';
import { findName } from './find-name';
import { useSettled } from './use-settled.client';
import { WeighedTable } from './weighed-table';

type Props = { set: ReaderSet; shares: WeightingShares | null; toWorkload: () => void };

/** Weights apply to tools of one formula; of others it is said why there is nothing to weigh. */
export function WeightsPanel({ set, shares, toWorkload }: Props) {
  if (set.published !== null) return <Weights set={set} published={set.published} shares={shares} toWorkload={toWorkload} />;
  return (
    <p className="drawer-note">
      These tools are of different kinds. Each kind has a formula of its own, made of other signals, so there are no weights common to them, and their ranks are
      not held against each other. Weights are not applied here. <a href={`${methodologyHref}#rank`}>How the rank works</a>
    </p>
  );
}

const reader = ['adoption', 'quality', 'ecosystem', 'freshness'] as const satisfies readonly (keyof ReaderWeights)[];

function Weights({ set, published, shares, toWorkload }: Props & { published: ReaderWeights }) {
  const slugs = set.tools.map(({ slug }) => slug);
  const { view } = useView(slugs);
  const [weights, change] = useSettled(view.weights ?? published, (next: ReaderWeights) =>
    changeReader({ weights: sameWeights(next, published) ? null : next }, slugs),
  );
  const { ranks, order } = weighSet(set, weights);
  const sum = reader.reduce((all, id) => all + weights[id], 0);
  const weighable = listWeighable(set.tools);
  const isPublished = sameWeights(weights, published) && !set.countsMatchGraph;
  const setOne = (id: keyof ReaderWeights, weight: number): void => {
    // Something has to weigh something.
    if (sum - weights[id] + weight > 0) change({ ...weights, [id]: weight });
  };
  return (
    <>
      <p className="drawer-presets">
        <Preset name="Published weights" isOn={sameWeights(weights, published)} choose={() => change(published)} />
        {weightPresets.map(({ id, weights: preset }) => (
          <Preset key={id} name={wordPreset(id)} isOn={sameWeights(weights, preset)} choose={() => change(preset)} />
        ))}
        <button type="button" className="copy" onClick={toWorkload}>
          Price first …
        </button>
      </p>
      <fieldset className="sliders">
        <legend className="sr-only">What each component weighs</legend>
        {reader.map((id) => {
          const share = sum === 0 ? 0 : Math.round((weights[id] / sum) * 100);
          return (
            <label key={id} className="slider">
              <span>
                <b>{componentNames[id].label}</b>{' '}
                <span className="muted">{weighable.includes(id) ? componentNames[id].says : 'Does not apply to these tools.'}</span>
              </span>
              <span className="slider-value">{share} %</span>
              <input
                type="range"
                min={0}
                max={100}
                step={1}
                value={weights[id]}
                aria-label={componentNames[id].label}
                aria-valuetext={`${weights[id]} of 100, which is ${share} % of all weights`}
                onChange={(event) => setOne(id, Number(event.target.value))}
              />
            </label>
          );
        })}
      </fieldset>
      <p role="status" className="drawer-said">
        {wordOrder(order, findName(set), isPublished ? 'the published' : 'your')}
      </p>
      <WeighedTable ranks={ranks} isPublished={isPublished} />
      {shares !== null && (
        <p className="drawer-note">
          Of {formatCount(shares.weightings)} ways to weigh the components, in steps of {formatPercent(weightStep)}: {wordWeightings(shares, findName(set))}
        </p>
      )}
      <p className="drawer-note">
        “First” gives one component 70 % and each other 10 %. Price is no component of the rank, because what is cheap depends on what you do with it: “Price
        first” orders the tools by what your workload costs. {wordMatchGraph(set)} The published rank stays what it is.
      </p>
    </>
  );
}

function Preset({ name, isOn, choose }: { name: string; isOn: boolean; choose: () => void }) {
  return (
    <button type="button" className="copy" aria-pressed={isOn} onClick={choose}>
      {name}
    </button>
  );
}
