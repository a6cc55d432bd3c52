'use client';

import { changeView, useView } from './view.client';

/** Hides the rows on which the tools are the same, or shows them again; the head script does so on arrival. */
export function RowFilter({ slugs, same }: { slugs: readonly string[]; same: number }) {
  const hides = useView(slugs).view.rows === 'differing';
  const toggle = (): void => {
    const rows = hides ? 'all' : 'differing';
    changeView({ rows }, slugs);
    document.documentElement.dataset.rows = rows;
  };
  return (
    <button type="button" className="copy needs-script" aria-pressed={hides} onClick={toggle}>
      {`Only differences (hides ${same})`}
    </button>
  );
}
