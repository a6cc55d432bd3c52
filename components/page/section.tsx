import type { ReactNode } from 'react';

type Props = {
  id: string;
  title: string;
  note?: ReactNode;
  /** True for a long part far down a page: it is laid out after the first paint. */
  isFar?: boolean;
  children: ReactNode;
};

/** A titled part of a page that a link can point at. */
export function Section({ id, title, note, isFar = false, children }: Props) {
  return (
    <section aria-labelledby={id} className={isFar ? 'section far' : 'section'}>
      <h2 id={id}>{title}</h2>
      {note && <p className="section-note">{note}</p>}
      {children}
    </section>
  );
}
