'use client';

import { useSyncExternalStore } from 'react';
import { OutcomeForm, OutcomeThanks } from './outcome-form';

const never = () => () => undefined;
const readQuery = (): string => location.search;
const noQuery = (): string => '';

/**
 * Asks whoever came from a search whether the tool did what they needed. The question is in the address alone, so
 * the page is stored once for everybody; it lies over the foot of the page, so that nothing moves.
 */
export function OutcomeQuestion({ tool, name }: { tool: string; name: string }) {
  const asked = new URLSearchParams(useSyncExternalStore(never, readQuery, noQuery));
  const token = asked.get('match');
  if (token === null || token === '') return null;
  const query = (asked.get('q') ?? '').slice(0, 300);
  const answered = asked.get('answered');
  return (
    <section className="outcome-bar no-print" aria-label="Did it work?">
      {answered === 'yes' || answered === 'no' ? (
        <OutcomeThanks token={token} query={query} tool={tool} worked={answered} noted={asked.get('noted') === '1'} />
      ) : (
        <OutcomeForm token={token} query={query} tool={tool} name={name} back="tool" />
      )}
    </section>
  );
}
