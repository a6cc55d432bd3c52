import { longestReportNote, nameReported, type ParsedReport, parseReported, trapField } from '../address/report';
import { isReportReason, type ReportReason } from '../catalog/report-reasons';
import { checkFormToken } from '../db/form-token';
import { storeReport } from '../db/reports';
import { findRequest } from '../db/request-context';

export type KeptReport = { type: 'kept'; reported: ParsedReport } | { type: 'refused'; status: 400 | 403 | 404 | 410 | 413 | 429; reason: string };

type Wanted = { reported: ParsedReport; reason: ReportReason; note: string | null };

const refuse = (status: Extract<KeptReport, { type: 'refused' }>['status'], reason: string): KeptReport => ({ type: 'refused', status, reason });

/** One line: without control characters, and without what only looks like a space. */
const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

function readForm(form: URLSearchParams): Wanted | KeptReport {
  if ((form.get(trapField) ?? '') !== '') return refuse(400, 'The hidden field was filled in, as programs do. Leave it empty.');
  const parsed = parseReported(form);
  if (parsed.type === 'wrong') return refuse(400, `The field "${parsed.field}" is none of our forms'. Open the form from the receipt again.`);
  switch (checkFormToken(form.get('token') ?? '', nameReported(parsed.reported), Date.now())) {
    case 'forged':
      return refuse(403, 'This form did not come from here. Open it from the receipt, and send that one.');
    case 'too-fast':
      return refuse(429, 'That was faster than a person fills in a form. Go back, wait two seconds and send it again.');
    case 'too-old':
      return refuse(410, 'The form is older than a day. Open it from the receipt again.');
    case 'good':
      break;
  }
  const reason = form.get('reason') ?? '';
  if (!isReportReason(reason)) return refuse(400, 'Say what is wrong: choose one of the reasons.');
  const note = tidy(form.get('note') ?? '');
  if ([...note].length > longestReportNote) return refuse(413, `The note is longer than ${longestReportNote} characters. Shorten it.`);
  return { reported: parsed.reported, reason, note: note === '' ? null : note };
}

/** Keeps a report of an error for the operator; a refusal says why, and what to do. Nothing is written unless all of it is right. */
export async function keepReport(form: URLSearchParams): Promise<KeptReport> {
  const wanted = readForm(form);
  if ('type' in wanted) return wanted;
  const { reported, reason, note } = wanted;
  const { tool, fact, row, from: page } = reported;
  const stored = await storeReport({ tool, fact, row, page, reason, note }, findRequest()?.visitor ?? null);
  if (stored.type === 'stored') return { type: 'kept', reported };
  switch (stored.why) {
    case 'unknown-tool':
      return refuse(404, 'The tool of this report is not listed any more.');
    case 'unknown-fact':
      return refuse(400, 'The value of this report is not one of this tool. Open the form from the receipt again.');
    case 'too-many':
      return refuse(429, 'There are too many reports for now. Try again tomorrow.');
  }
}
