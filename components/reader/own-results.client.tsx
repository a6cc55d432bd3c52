'use client';

import type { ReactNode } from 'react';
import type { ReaderWeights } from '../../lib/address/weights';
import type { Workload } from '../../lib/address/workload';
import { costAt } from '../../lib/compare/crossover';
import { type ReaderSet, weighSet } from '../../lib/compare/reader-set';
import { formatSum } from '../../lib/format/price';
import { ScoreBar } from '../score/bar';
import { RankText } from '../score/rank-text';
import { wordCheapest, wordGap } from '../wording/cost';
import { wordOrder } from '../wording/weighing';
import { changeReader } from './change-reader.client';
import { findName } from './find-name';
import type { ReaderTab } from './reader-drawer.client';
import { useModels } from './use-models.client';

type Open = (tab: ReaderTab) => void;
export type OwnResultsProps = { set: ReaderSet; weights: ReaderWeights | null; workload: Workload | null; open: Open };

/** What the weights and the workload in the address give, in the room that was kept for it. */
export function OwnResults({ set, weights, workload, open }: OwnResultsProps) {
  return (
    <>
      {weights !== null && <OwnRanking set={set} weights={weights} open={open} />}
      {workload !== null && <OwnCosts set={set} workload={workload} open={open} />}
    </>
  );
}

type FrameProps = { title: string; said: string; tab: ReaderTab; remove: () => void; open: Open; children: ReactNode };

function Frame({ title, said, tab, remove, open, children }: FrameProps) {
  return (
    <section aria-label={title} className="own-frame">
      <h2>{title}</h2>
      <p className="own-actions no-print">
        <button type="button" className="copy" onClick={() => open(tab)}>
          Change<span className="sr-only">: {title}</span>
        </button>
        <button type="button" className="copy" onClick={remove}>
          Remove<span className="sr-only">: {title}</span>
        </button>
      </p>
      <ul className="own-rows">{children}</ul>
      <p className="own-said">{said}</p>
    </section>
  );
}

function OwnRanking({ set, weights, open }: { set: ReaderSet; weights: ReaderWeights; open: Open }) {
  const { ranks, order } = weighSet(set, weights);
  const slugs = set.tools.map(({ slug }) => slug);
  return (
    <Frame title="Your ranking" said={wordOrder(order, findName(set))} tab="weights" remove={() => changeReader({ weights: null }, slugs)} open={open}>
      {ranks.map(({ slug, name, published, weighed }) => (
        <li key={slug}>
          <span className="own-name">{name}</span>
          <span className="own-value">
            <RankText {...weighed} />
          </span>
          <ScoreBar bar={{ points: weighed.ranked ? weighed.total : null, low: weighed.low, high: weighed.high }} />
          <span className="own-published muted">
            published <RankText {...published} />
          </span>
        </li>
      ))}
    </Frame>
  );
}

function OwnCosts({ set, workload, open }: { set: ReaderSet; workload: Workload; open: Open }) {
  const { models, state } = useModels(set.tools.some(({ basis }) => basis.kind === 'needs-model'));
  const model = models.find(({ slug }) => slug === workload.model) ?? null;
  const costs = costAt(set.tools, workload, workload[workload.by], model);
  const slugs = set.tools.map(({ slug }) => slug);
  const said = state === 'loading' ? 'Prices of models are being fetched.' : wordCheapest(costs, findName(set));
  return (
    <Frame title="Your cost a month" said={said} tab="workload" remove={() => changeReader({ workload: null }, slugs)} open={open}>
      {costs.map(({ slug, cost }) => (
        <li key={slug}>
          <span className="own-name">{findName(set)(slug)}</span>
          <span className="own-value own-wide">
            {cost.kind === 'cost' ? <b>{formatSum(cost.usd)}</b> : <span className="muted">cannot be computed because {wordGap(cost.because)}</span>}
          </span>
        </li>
      ))}
    </Frame>
  );
}
