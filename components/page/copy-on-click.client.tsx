'use client';

import { useEffect } from 'react';
import { copy, shownMs } from './clipboard.client';

/** What stands on a button, or in its place what came of copying. */
function show(button: HTMLElement, said: string): void {
  const [label, state] = button.children;
  label?.classList.toggle('invisible', said !== '');
  if (state) state.textContent = said;
}

async function copyFrom({ target }: Event): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
  if (button?.dataset.copy === undefined) return;
  show(button, await copy(button.dataset.copy));
  setTimeout(() => show(button, ''), shownMs);
}

/** Has every `CopyText` of the page copy what it stands for. */
export function CopyOnClick() {
  useEffect(() => {
    const listener = (event: Event): void => void copyFrom(event);
    document.addEventListener('click', listener);
    return () => document.removeEventListener('click', listener);
  }, []);
  return null;
}
