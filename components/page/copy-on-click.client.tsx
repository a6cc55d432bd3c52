'use client';

import { useEffect } from 'react';
import { putOnClipboard, shownMs } from './clipboard.client';

/** What stands on a button, or in its place what came of copying. */
function show(button: HTMLElement, said: string): void {
  const [label, state] = button.children;
  label?.classList.toggle('invisible', said !== '');
  if (state) state.textContent = said;
}

async function copyFrom({ target }: Event): Promise<void> {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-copy]') : null;
  if (button?.dataset.copy === undefined) return;
  try {
    await putOnClipboard(button.dataset.copy);
    show(button, 'copied');
  } catch (error) {
    console.info('The browser refused to copy:', error);
    show(button, 'not allowed');
  }
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
