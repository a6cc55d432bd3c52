'use client';

import { homeHref } from '@/lib/address/href';
import './globals.css';

/** Stands in for the whole document when even the layout broke. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <main className="page">
          <h1>The site broke</h1>
          <p>The fault is ours and has been noted{error.digest ? ` as ${error.digest}` : ''}. Loading the page again may help.</p>
          <p>
            <a href={homeHref}>Start page</a>
          </p>
        </main>
      </body>
    </html>
  );
}
