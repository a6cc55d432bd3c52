'use client';

import { homeHref } from '@/lib/address/href';

/** A page that broke. The error itself is in the server's log under the digest. */
export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <main id="main" className="page">
      <h1>This page broke</h1>
      <p className="prose mt-2">The fault is ours and has been noted{error.digest ? ` as ${error.digest}` : ''}. Loading the page again may help.</p>
      <p className="mt-4">
        <a href={homeHref}>Start page</a>
      </p>
    </main>
  );
}
