/** A plain form: without JavaScript the route leads back here and says thanks. `about` is set when an error is reported. */
export function SuggestForm({ about, query, initial, done }: { about: string | null; query: string; initial: string; done: boolean }) {
  return (
    <form action="/api/suggestions" method="post" className="suggest-form" id="suggest">
      <h2>{about === null ? 'Suggest a tool' : 'Report an error'}</h2>
      {done && (
        <p role="status" className="small">
          Noted, thank you. A person reads it before anything is listed.
        </p>
      )}
      <label htmlFor="suggestion" className="small muted">
        {about === null ? 'Name or address of the tool that is missing' : `What is wrong with ${about}, and where the right value can be read`}
      </label>
      <textarea
        id="suggestion"
        name="text"
        rows={3}
        maxLength={500}
        required
        defaultValue={about === null ? initial : `Error in ${about}: `}
        className="field"
      />
      <input type="hidden" name="q" value={query} />
      <button type="submit" className="button">
        Send
      </button>
    </form>
  );
}
