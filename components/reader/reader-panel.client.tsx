'use client';

import { type ComponentType, type CSSProperties, useEffect, useState } from 'react';
import type { ReaderSet } from '../../lib/compare/reader-set';
import type { WeightingShares } from '../../lib/rank/weightings';
import { useView } from '../compare/view.client';
import type { OwnResultsProps } from './own-results.client';
import type { ReaderDrawerProps, ReaderTab } from './reader-drawer.client';

type Props = { set: ReaderSet; shares: WeightingShares | null };

/** The buttons that open the drawer, and the room for what the reader's weights and workload give. All behind them is loaded when it is asked for. */
export function ReaderPanel({ set, shares }: Props) {
  const { view } = useView(set.tools.map(({ slug }) => slug));
  const [Drawer, setDrawer] = useState<ComponentType<ReaderDrawerProps> | null>(null);
  const [Results, setResults] = useState<ComponentType<OwnResultsProps> | null>(null);
  const [tab, setTab] = useState<ReaderTab | null>(null);
  const weights = set.published === null ? null : view.weights;
  const owns = weights !== null || view.workload !== null;

  useEffect(() => {
    if (owns) void import('./own-results.client').then(({ OwnResults }) => setResults(() => OwnResults));
  }, [owns]);

  const open = (asked: ReaderTab): void => {
    setTab(asked);
    void import('./reader-drawer.client').then(({ ReaderDrawer }) => setDrawer(() => ReaderDrawer));
  };
  const rows: CSSProperties & Record<`--${string}`, number> = { '--rows': set.tools.length };
  return (
    <>
      <p className="reader-actions needs-script no-print">
        <button type="button" className="copy" aria-haspopup="dialog" onClick={() => open('weights')}>
          Your weights
        </button>
        <button type="button" className="copy" aria-haspopup="dialog" onClick={() => open('workload')}>
          Your workload
        </button>
      </p>
      {set.published !== null && (
        <div className="own own-weights" style={rows}>
          {Results !== null && weights !== null && <Results set={set} weights={weights} workload={null} open={open} />}
        </div>
      )}
      <div className="own own-workload" style={rows}>
        {Results !== null && view.workload !== null && <Results set={set} weights={null} workload={view.workload} open={open} />}
      </div>
      {Drawer !== null && tab !== null && <Drawer set={set} shares={shares} tab={tab} change={setTab} close={() => setTab(null)} />}
    </>
  );
}
