import type { Page } from '@playwright/test';

/** One cell as a reader finds it. */
export type ShownCell = {
  /** What stands in it, without what is said of it beside: lead, detail, bar, receipt. */
  text: string;
  detail: string;
  /** Where the value leads, when it is a link. */
  href: string | null;
  leads: boolean;
  /** Dimmed, as what is no value is. */
  muted: boolean;
  notApplicable: boolean;
  hasBar: boolean;
  /** Text of the card that the value opens to; null where it opens to nothing. */
  receipt: string | null;
};

export type ShownRow = { id: string; label: string; cells: ShownCell[] };

/** The table of a comparison as it stands in the page, its columns in the canonical order. */
export function readRows(page: Page): Promise<ShownRow[]> {
  return page.locator('tr[id^=row-]').evaluateAll((rows) => {
    const tidy = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
    const readCell = (cell: Element): ShownCell => {
      const opener = cell.querySelector('button.receipt');
      const card = opener === null ? null : document.getElementById(opener.getAttribute('popovertarget') ?? '');
      const bare = document.createElement('div');
      bare.innerHTML = cell.innerHTML;
      for (const beside of bare.querySelectorAll('.sr-only, dialog, .copy, .cmp-lead, .cmp-detail, .bar')) beside.remove();
      return {
        text: tidy(bare.textContent),
        detail: tidy(cell.querySelector('.cmp-detail')?.textContent),
        href: bare.querySelector('a')?.getAttribute('href') ?? null,
        leads: cell.classList.contains('leads') && cell.querySelector('.cmp-lead') !== null,
        muted: cell.querySelector('.muted') !== null && bare.querySelector('.muted')?.textContent === bare.textContent,
        notApplicable: cell.querySelector('.cmp-na') !== null,
        hasBar: cell.querySelector('.bar') !== null,
        receipt: card === null ? null : tidy(card.textContent),
      };
    };
    return rows.map((row) => ({
      id: row.id.replace(/^row-/, ''),
      label: tidy(row.querySelector('th > span')?.textContent),
      cells: [...row.querySelectorAll(':scope > td')].map(readCell),
    }));
  });
}
