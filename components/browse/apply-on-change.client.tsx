'use client';

import { useEffect } from 'react';

/** True when a list of choices does not stand as it was sent. */
const hasChoice = (form: HTMLFormElement): boolean => [...form.querySelectorAll('option')].some((option) => option.selected !== option.defaultSelected);

/** Sends a form of the page as soon as a choice changes, without the fields left at their default. The button is for all else. */
export function ApplyOnChange({ form: id }: { form: string }) {
  useEffect(() => {
    const form = document.getElementById(id);
    if (!(form instanceof HTMLFormElement)) return;
    const apply = (): void => {
      const chosen = [...new FormData(form)].flatMap(([name, value]) =>
        typeof value === 'string' && value !== '' && !(name === 'sort' && value === 'rank') ? [[name, value]] : [],
      );
      const query = new URLSearchParams(chosen).toString();
      location.assign(query === '' ? location.pathname : `${location.pathname}?${query}`);
    };
    const submit = (event: Event): void => {
      event.preventDefault();
      apply();
    };
    // Chosen before the script was there. A page that is come back to stands as it was left.
    const [visit] = performance.getEntriesByType('navigation');
    if (visit instanceof PerformanceNavigationTiming && visit.type === 'navigate' && hasChoice(form)) apply();
    form.addEventListener('change', apply);
    form.addEventListener('submit', submit);
    return () => {
      form.removeEventListener('change', apply);
      form.removeEventListener('submit', submit);
    };
  }, [id]);
  return null;
}
