'use client';

import { useState } from 'react';
import { putOnClipboard, shownMs } from './clipboard.client';

type Props = { text: string | (() => string | Promise<string>); label: string; className?: string };

/** Copies a text, or what a function gives, and says that it did. */
export function CopyButton({ text, label, className = '' }: Props) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async (): Promise<void> => {
    try {
      await putOnClipboard(typeof text === 'string' ? text : text());
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
