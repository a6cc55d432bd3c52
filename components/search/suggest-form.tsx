/** A plain form: without JavaScript the route leads back here and says thanks. */
export function SuggestForm({ query, initial, done }: { query: string; initial: string; done: boolean }) {
  return (
    <form action="/api/suggestions" method="post" className="suggest-form" id="suggest">
      <h2>Suggest a tool</h2>
      {done && (
        <p role="status" className="small">
          Noted, thank you. A person reads it before anything is listed.
        </p>
      )}
      <label htmlFor="suggestion" className="small muted">
        Name or address of the tool that is missing
      </label>
      <textarea id="suggestion" name="text" rows={3} maxLength={500} required defaultValue={initial} className="field" />
      <input type="hidden" name="q" value={query} />
      <button type="submit" className="button">
        Send
      </button>
    </form>
  );
}
