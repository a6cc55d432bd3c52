import type { ReactNode } from 'react';
import type { SnapshotLine } from '../../lib/pages/snapshot';
import { Footer } from './footer';
import { Header } from './header';
import { TakenOver } from './taken-over.client';

/** What stands around every page. `snapshot` is null where nothing was read: error and not-found pages. */
export function Shell({ snapshot, search = true, children }: { snapshot: SnapshotLine | null; search?: boolean; children: ReactNode }) {
  return (
    <>
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      <Header search={search} />
      <main id="main" tabIndex={-1} className="page">
        {children}
      </main>
      <Footer snapshot={snapshot} />
      <TakenOver />
    </>
  );
}
