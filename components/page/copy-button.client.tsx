'use client';

import { useState } from 'react';

const shownMs = 2_000;

/** Copies a text, or the address of the page when none is given, and says that it did. */
export function CopyButton({ text, label, className = '' }: { text?: string; label: string; className?: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text ?? location.href);
      setState('copied');
    } catch (error) {
      console.info('The browser refused to copy:', error);
      setState('refused');
    }
    setTimeout(() => setState('idle'), shownMs);
  };
  return (
    <button type="button" className={`copy needs-script no-print ${className}`} onClick={copy}>
      <span aria-hidden={state !== 'idle'} className={state === 'idle' ? '' : 'invisible'}>
        {label}
      </span>
      <span role="status" className="copy-state">
        {state === 'copied' ? 'copied' : state === 'refused' ? 'not allowed' : ''}
      </span>
    </button>
  );
}
