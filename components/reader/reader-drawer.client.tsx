'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { ReaderSet } from '../../lib/compare/reader-set';
import type { WeightingShares } from '../../lib/rank/weightings';
import { WeightsPanel } from './weights-panel.client';
import { WorkloadPanel } from './workload-panel.client';

const tabs = [
  { id: 'weights', name: 'Your weights' },
  { id: 'workload', name: 'Your workload' },
] as const;
export type ReaderTab = (typeof tabs)[number]['id'];

export type ReaderDrawerProps = {
  set: ReaderSet;
  shares: WeightingShares | null;
  tab: ReaderTab;
  change: (tab: ReaderTab) => void;
  close: () => void;
};

/** One drawer for the reader's weights and workload. What is set in it stands in the address, and nothing is sent anywhere. */
export function ReaderDrawer({ set, shares, tab, change, close }: ReaderDrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const turn = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tab === 'weights' ? 'workload' : 'weights';
    change(other);
    document.getElementById(`drawer-tab-${other}`)?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-label="Your own view"
      onClose={close}
      onPointerDown={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="drawer-in">
        <div className="drawer-head">
          <div role="tablist" aria-label="Your own view" onKeyDown={turn}>
            {tabs.map(({ id, name }) => (
              <button
                key={id}
                id={`drawer-tab-${id}`}
                type="button"
                role="tab"
                aria-selected={tab === id}
                aria-controls="drawer-panel"
                tabIndex={tab === id ? 0 : -1}
                onClick={() => change(id)}
              >
                {name}
              </button>
            ))}
          </div>
          <button type="button" className="copy" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
        <div id="drawer-panel" role="tabpanel" aria-labelledby={`drawer-tab-${tab}`}>
          {tab === 'weights' ? <WeightsPanel set={set} shares={shares} toWorkload={() => change('workload')} /> : <WorkloadPanel set={set} />}
        </div>
      </div>
    </dialog>
  );
}
