'use client';

import { useSyncExternalStore } from 'react';
import { subscribeToView } from '../compare/view.client';
import { CopyButton } from '../page/copy-button.client';

type Props = {
  title: string;
  text: string;
  markdownHref: string;
  /** True where the query is a view that others may see; else it never leaves with the link. */
  mayHaveView: boolean;
};

const plainAddress = (): string => `${location.origin}${location.pathname}`;

const never = (): (() => void) => () => undefined;

async function fetchText(href: string): Promise<string> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href} answered ${response.status}`);
  return response.text();
}

/** What sharing needs a script for: the address, plain or with the reader's view, the device's own sheet, the page as Markdown. */
export function ShareButtons({ title, text, markdownHref, mayHaveView }: Props) {
  const hasView = useSyncExternalStore(
    subscribeToView,
    () => mayHaveView && location.search !== '',
    () => false,
  );
  const hasSheet = useSyncExternalStore(
    never,
    () => typeof navigator.share === 'function',
    () => false,
  );
  // Closing the sheet without sharing is an answer too.
  const openSheet = (): void =>
    void navigator.share({ title, text, url: mayHaveView ? location.href : plainAddress() }).catch((error: unknown) => console.info('Not shared:', error));
  return (
    <p className="share-buttons">
      <CopyButton label="Copy link" text={plainAddress} />
      {hasView && <CopyButton label="Copy link with my view" text={() => location.href} />}
      {hasSheet && (
        <button type="button" className="copy" onClick={openSheet}>
          Share with …
        </button>
      )}
      <CopyButton label="Copy as Markdown" text={() => fetchText(markdownHref)} />
    </p>
  );
}
