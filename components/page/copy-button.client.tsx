'use client';

import { useState } from 'react';
import { copy, shownMs } from './clipboard.client';

type Props = { text: string | (() => string | Promise<string>); label: string; className?: string };

/** Copies a text, or what a function gives, and says that it did. */
export function CopyButton({ text, label, className = '' }: Props) {
  const [said, setSaid] = useState('');
  const copyText = async (): Promise<void> => {
    setSaid(await copy(typeof text === 'string' ? text : text()));
    setTimeout(() => setSaid(''), shownMs);
  };
  return (
    <button type="button" className={`copy needs-script no-print ${className}`} onClick={copyText}>
      <span aria-hidden={said !== ''} className={said === '' ? '' : 'invisible'}>
        {label}
      </span>
      <span role="status" className="copy-state">
        {said}
      </span>
    </button>
  );
}
