import type { ReactNode } from 'react';
import { type Reported, reportHref } from '../../lib/address/report';

type Props = {
  /** Unique on the page. */
  id: string;
  /** What opens it, dotted. */
  shown: ReactNode;
  /** Said after the visible text to a screen reader: which tool and which row. */
  about: string;
  title: string;
  /** What an error in it is reported of. */
  report: Reported;
  children: ReactNode;
};

/** A value that opens to where it comes from. A popover: works without JavaScript, closes with Escape. */
export function Receipt({ id, shown, about, title, report, children }: Props) {
  return (
    <>
      <button type="button" className="receipt" popoverTarget={id}>
        {shown}
        <span className="sr-only"> — source of {about}</span>
      </button>
      <dialog id={id} popover="auto" className="pop-card receipt-card" aria-label={`Source of ${about}`}>
        <p className="receipt-title">{title}</p>
        {children}
        <p className="receipt-foot">
          <a href={reportHref(report)} rel="nofollow">
            Report an error
          </a>
        </p>
      </dialog>
    </>
  );
}
