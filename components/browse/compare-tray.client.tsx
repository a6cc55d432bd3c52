'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { compareHref } from '../../lib/address/href';
import { setLimit } from '../../lib/address/set';
import { addPick, clearPicks, getPicks, noPicks, removePick, subscribeToPicks } from './picks.client';

const findBoxes = (form: string): HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>(`#${form} input[name=tools]`)];

/** The tools picked from lists, kept while the tab is open. The boxes of the page follow it, and it follows them. */
export function CompareTray({ form }: { form: string }) {
  const { picks, refused } = useSyncExternalStore(subscribeToPicks, getPicks, noPicks);

  useEffect(() => {
    // Ticked before the script was there.
    for (const { value, dataset } of findBoxes(form).filter(({ checked }) => checked)) addPick({ slug: value, name: dataset.name ?? value });
  }, [form]);

  useEffect(() => {
    for (const box of findBoxes(form)) box.checked = picks.some(({ slug }) => slug === box.value);
    const change = (event: Event): void => {
      const box = event.target;
      if (!(box instanceof HTMLInputElement) || box.name !== 'tools') return;
      if (!box.checked) removePick(box.value);
      else if (!addPick({ slug: box.value, name: box.dataset.name ?? box.value })) box.checked = false;
    };
    const element = document.getElementById(form);
    element?.addEventListener('change', change);
    return () => element?.removeEventListener('change', change);
  }, [form, picks]);

  const slugs = picks.map(({ slug }) => slug);
  return (
    <section className={picks.length === 0 ? 'tray tray-empty' : 'tray'} aria-label="Picked to compare">
      <p role="status" className={refused ? 'tray-note warn' : 'sr-only'}>
        {refused ? `${setLimit} tools at most: take one out first.` : picks.length === 0 ? '' : `${picks.length} picked`}
      </p>
      {picks.length > 0 && (
        <div className="tray-row">
          <ul>
            {picks.map(({ slug, name }) => (
              <li key={slug}>
                <span>{name}</span>
                <button type="button" aria-label={`Take out ${name}`} onClick={() => removePick(slug)}>
                  ×
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className="tray-clear" onClick={clearPicks}>
            Clear
          </button>
          {picks.length < 2 ? (
            <span className="muted">pick one more</span>
          ) : (
            <a href={compareHref(slugs)} className="button button-main">
              Compare {picks.length}
            </a>
          )}
        </div>
      )}
    </section>
  );
}
