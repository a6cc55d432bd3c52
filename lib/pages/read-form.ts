export type SentForm = { type: 'form'; form: URLSearchParams } | { type: 'refused'; status: 413 | 415; reason: string };

/** The fields of a form that was sent without files, `longest` characters at most; else why not, in a sentence. */
export async function readSentForm(request: Request, longest: number): Promise<SentForm> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    return { type: 'refused', status: 415, reason: 'Send it as a form: application/x-www-form-urlencoded.' };
  const tooLong = { type: 'refused', status: 413, reason: `The form is longer than ${longest} characters. Send one line.` } as const;
  if (Number(request.headers.get('content-length') ?? '0') > longest) return tooLong;
  const body = await request.text();
  return body.length > longest ? tooLong : { type: 'form', form: new URLSearchParams(body) };
}
