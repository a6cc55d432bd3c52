/** A button that copies a text that stands on the page; `CopyOnClick` anywhere on the page gives it life. */
export function CopyText({ text }: { text: string }) {
  return (
    <button type="button" className="copy needs-script no-print" data-copy={text}>
      <span>Copy</span>
      <span role="status" className="copy-state" />
    </button>
  );
}
