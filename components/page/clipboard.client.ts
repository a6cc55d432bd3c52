'use client';

/** For how long a button says what came of copying. */
export const shownMs = 2_000;

/** Puts a text on the clipboard; one that still has to be fetched is promised within the click, which Safari asks for. */
export function putOnClipboard(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  const blob = text.then((known) => new Blob([known], { type: 'text/plain' }));
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
