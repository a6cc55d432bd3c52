import { findRequest } from '../db/request-context';
import { longestSuggestion, storeSuggestion } from '../db/suggestions';

export type KeptSuggestion = { type: 'kept' } | { type: 'refused'; status: 400 | 413 | 429; reason: string };

/** Keeps "suggest this tool" for the operator; a refusal says what to do. */
export async function keepSuggestion(text: string): Promise<KeptSuggestion> {
  const stored = await storeSuggestion({ text, visitor: findRequest()?.visitor ?? null });
  if (stored.type === 'stored') return { type: 'kept' };
  switch (stored.why) {
    case 'empty':
      return { type: 'refused', status: 400, reason: 'The suggestion is empty. Write the name of the tool.' };
    case 'too-long':
      return { type: 'refused', status: 413, reason: `The suggestion is longer than ${longestSuggestion} characters. Send its name and one line.` };
    case 'too-many':
      return { type: 'refused', status: 429, reason: 'There are too many suggestions for now. Try again tomorrow.' };
  }
}
