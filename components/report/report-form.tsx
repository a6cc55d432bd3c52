import { longestReportNote, trapField } from '../../lib/address/report';
import { reportReasons } from '../../lib/catalog/report-reasons';
import type { ReportPage } from '../../lib/pages/load-report';
import { FactReceipt } from '../receipt/fact-receipt';
import { wordReason, wordRow } from '../wording/report';

/** What is reported, as the receipt shows it, so that the reader sees which value is meant. */
export function ReportedValue({ page: { fact, source, tool, reported, signal } }: { page: ReportPage }) {
  return (
    <div className="reported">
      <p>
        <strong>
          {tool.name}: {wordRow(reported.row, signal)}
        </strong>
      </p>
      {fact && <FactReceipt fact={fact} sources={source === null ? {} : { [source.id]: source }} withValue />}
    </div>
  );
}

/** A plain form: the route leads back here and says thanks, or why not. */
export function ReportForm({ page: { reported, token } }: { page: ReportPage }) {
  const { tool, fact, row, from } = reported;
  const given = Object.entries({ tool, fact, row, from, token }).filter(([, value]) => value !== null);
  return (
    <form action="/api/reports" method="post" className="report-form">
      <fieldset>
        <legend>What is wrong?</legend>
        {reportReasons.map((reason) => (
          <label key={reason}>
            <input type="radio" name="reason" value={reason} required /> {wordReason(reason)}
          </label>
        ))}
      </fieldset>
      <label htmlFor="report-note">One line about it, if you like: the right value, and where it can be read</label>
      <input id="report-note" name="note" maxLength={longestReportNote} autoComplete="off" className="field" />
      <div className="report-trap" aria-hidden="true">
        <label htmlFor="report-website">Leave this empty</label>
        <input id="report-website" name={trapField} tabIndex={-1} autoComplete="off" />
      </div>
      {given.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ''} />
      ))}
      <button type="submit" className="button">
        Send
      </button>
    </form>
  );
}
