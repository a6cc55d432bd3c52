'use client';

import { useId } from 'react';
import type { Workload } from '../../lib/address/workload';
import { costAt, drawCrossover } from '../../lib/compare/crossover';
import type { ReaderSet } from '../../lib/compare/reader-set';
import { daysOfMonth } from '../../lib/compare/workload';
import { type WorkloadPreset, workloadPresets } from '../../lib/compare/workload-presets';
import { useView } from '../compare/view.client';
import { wordCheapest } from '../wording/cost';
import { changeReader } from './change-reader.client';
import { CostTable } from './cost-table';
import { CrossoverChart } from './crossover-chart';
import { findName } from './find-name';
import { PresetSource } from './preset-source';
import { useModels } from './use-models.client';
import { useSettled } from './use-settled.client';
import { WorkloadFields } from './workload-fields';

const quantities = ['input', 'output', 'cached', 'written', 'calls'] as const;

/** Without a workload in the address the drawer begins with the first preset that fits what the tools do. */
function suggestWorkload({ tools }: ReaderSet): Workload {
  const wordless = tools.some(({ basis }) => basis.kind === 'tokens') && !tools.some(({ basis }) => basis.kind === 'tokens' && basis.writesText);
  const preset = workloadPresets.find(({ id }) => id === (wordless ? 'embedding' : 'chat'));
  const none = { input: 0, output: 0, cached: 0, written: 0, calls: 1 };
  return { ...(preset?.workload ?? none), model: null, by: 'input' };
}

/** What the reader's workload costs a month with each tool, and where the cheaper one changes. */
export function WorkloadPanel({ set }: { set: ReaderSet }) {
  const pick = useId();
  const slugs = set.tools.map(({ slug }) => slug);
  const { view } = useView(slugs);
  const needsModel = set.tools.some(({ basis }) => basis.kind === 'needs-model');
  const { models, state } = useModels(needsModel);
  const [workload, change] = useSettled(view.workload ?? suggestWorkload(set), (next: Workload) => changeReader({ workload: next }, slugs));
  const model = models.find(({ slug }) => slug === workload.model) ?? null;
  const costs = costAt(set.tools, workload, workload[workload.by], model);
  const isOn = ({ workload: preset }: WorkloadPreset): boolean => quantities.every((id) => preset[id] === workload[id]);
  return (
    <>
      <p className="drawer-presets">
        {workloadPresets.map((preset) => (
          <button key={preset.id} type="button" className="copy" aria-pressed={isOn(preset)} onClick={() => change({ ...workload, ...preset.workload })}>
            {preset.name}
          </button>
        ))}
      </p>
      <PresetSource preset={workloadPresets.find(isOn) ?? null} />
      <WorkloadFields workload={workload} change={change} />
      {needsModel && (
        <p className="drawer-field drawer-model">
          <label htmlFor={pick}>The model that is called</label>
          <select
            id={pick}
            value={model?.slug ?? ''}
            onChange={(event) => change({ ...workload, model: event.target.value === '' ? null : event.target.value })}
          >
            <option value="">{state === 'loading' ? 'loading …' : state === 'failed' ? 'could not be loaded' : 'pick a model'}</option>
            {models.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </p>
      )}
      <p role="status" className="drawer-said">
        {wordCheapest(costs, findName(set))}
      </p>
      <CostTable set={set} costs={costs} model={model} />
      <CrossoverChart
        set={set}
        workload={workload}
        model={model}
        crossover={drawCrossover(set.tools, workload, model)}
        change={(by) => change({ ...workload, by })}
      />
      <p className="drawer-note">
        A month is {daysOfMonth} days. List prices in US dollars, without taxes, discounts, batches or tiers. What a tool costs besides tokens (servers, search
        keys, people) is not included, and nobody has measured how many tokens each tool uses for the same work: the same number is assumed for all.
      </p>
      <p className="drawer-presets">
        <button type="button" className="copy" onClick={() => changeReader({ workload: null }, slugs)}>
          Remove from the address
        </button>
      </p>
    </>
  );
}
