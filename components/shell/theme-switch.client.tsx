'use client';

import { useSyncExternalStore } from 'react';

const themes = ['system', 'light', 'dark'] as const;

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function choose(theme: string): void {
  document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch (error) {
    // Storage may be switched off: the choice then holds for this page.
    console.info('The theme is not remembered:', error);
  }
}

/** The head script applies the stored theme before the first paint; this changes it. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset.theme ?? 'system',
    () => 'system',
  );
  return (
    <select aria-label="Theme" className="theme-switch needs-script" value={theme} onChange={(event) => choose(event.target.value)}>
      {themes.map((each) => (
        <option key={each} value={each}>
          {each === 'system' ? 'System theme' : each === 'light' ? 'Light theme' : 'Dark theme'}
        </option>
      ))}
    </select>
  );
}
