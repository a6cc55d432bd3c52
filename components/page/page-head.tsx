import type { ReactNode } from 'react';

/** The title of a page and one sentence about it. */
export function PageHead({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {children && <p className="lead-in">{children}</p>}
    </header>
  );
}
