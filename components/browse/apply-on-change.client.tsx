'use client';

import { useEffect, useRef } from 'react';

/** Sends the form around it as soon as a choice changes, without the fields left at their default. The button is for all else. */
export function ApplyOnChange() {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const form = button.current?.form;
    if (!form) return;
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
    form.addEventListener('change', apply);
    form.addEventListener('submit', submit);
    return () => {
      form.removeEventListener('change', apply);
      form.removeEventListener('submit', submit);
    };
  }, []);
  return (
    <button ref={button} type="submit" className="button without-script">
      Apply
    </button>
  );
}
