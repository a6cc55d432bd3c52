'use client';

import type { View } from '../../lib/address/view';
import { changeView } from '../compare/view.client';

/** Puts the reader's weights or workload into the address and makes room for what follows from them; the head script does so on arrival. */
export function changeReader(part: Partial<Pick<View, 'weights' | 'workload'>>, slugs: readonly string[]): void {
  changeView(part, slugs);
  for (const name of ['weights', 'workload'] as const) {
    if (part[name] === undefined) continue;
    if (part[name] === null) delete document.documentElement.dataset[name];
    else document.documentElement.dataset[name] = '';
  }
}
