import { CopyButton } from '../page/copy-button.client';
import { ShareButtons } from './share-buttons.client';
import { type Forms, TwinLinks } from './twin-links';

type Snippet = { title: string; code: string };

type Props = {
  title: string;
  /** One true sentence. */
  text: string;
  forms: Forms;
  /** The picture that other sites show beside the link. */
  picture: string;
  snippets: readonly Snippet[];
  mayHaveView?: boolean;
};

/** What opens to every way of passing a page on. A popover: its links and snippets are there without JavaScript too. */
export function ShareCard({ title, text, forms, picture, snippets, mayHaveView = false }: Props) {
  return (
    <>
      <button type="button" className="copy share-open no-print" popoverTarget="share-card">
        Share
      </button>
      <dialog id="share-card" popover="auto" className="pop-card share-card" aria-label={`Share ${title}`}>
        <p className="receipt-title">Share</p>
        <ShareButtons title={title} text={text} markdownHref={forms.md} mayHaveView={mayHaveView} />
        <p>
          <TwinLinks forms={forms} /> <a href={picture}>Picture</a>
        </p>
        {snippets.map((snippet) => (
          <details key={snippet.title} className="fold">
            <summary>{snippet.title}</summary>
            <code className="share-code">{snippet.code}</code>
            <CopyButton label="Copy" text={snippet.code} />
          </details>
        ))}
      </dialog>
    </>
  );
}
