type Props = { token: string; query: string; tool: string; name: string; back: 'search' | 'tool' };

/** "Did it work?", one click each. A plain form: the answer leads back to where it was given. */
export function OutcomeForm({ token, query, tool, name, back }: Props) {
  return (
    <form action="/api/outcomes" method="post" className="outcome">
      <OutcomeFields token={token} query={query} tool={back === 'tool' ? tool : ''} />
      <span>
        Did {name} work{query === '' ? '' : ` for “${query}”`}?
      </span>
      <button type="submit" name="worked" value="yes" className="button button-small">
        It worked
      </button>
      <button type="submit" name="worked" value="no" className="button button-small">
        It did not
      </button>
    </form>
  );
}

/** Thanks for an answer, and one line about it for whoever wants to say more. */
export function OutcomeThanks({ token, query, tool, worked, noted }: { token: string; query: string; tool: string; worked: 'yes' | 'no'; noted: boolean }) {
  return (
    <form action="/api/outcomes" method="post" className="outcome">
      <OutcomeFields token={token} query={query} tool={tool} />
      <input type="hidden" name="worked" value={worked} />
      <span role="status">
        Counted: {worked === 'yes' ? 'it worked' : 'it did not work'}. Thank you{noted ? ', your line is kept too' : ''}.
      </span>
      {!noted && (
        <>
          <label htmlFor="outcome-note" className="sr-only">
            One line about it, if you like
          </label>
          <input id="outcome-note" name="note" maxLength={300} required placeholder="One line about it, if you like" className="field" />
          <button type="submit" className="button button-small">
            Add
          </button>
        </>
      )}
    </form>
  );
}

function OutcomeFields({ token, query, tool }: { token: string; query: string; tool: string }) {
  return (
    <>
      <input type="hidden" name="match" value={token} />
      <input type="hidden" name="q" value={query} />
      <input type="hidden" name="tool" value={tool} />
    </>
  );
}
