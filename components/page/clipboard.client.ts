'use client';

/** For how long a button says what came of copying. */
export const shownMs = 2_000;

/** Puts a text on the clipboard; one that still has to be fetched is promised within the click, which Safari asks for. */
function putOnClipboard(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  const blob = text.then((known) => new Blob([known], { type: 'text/plain' }));
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}

/** Copies a text; gives what a button then says of it. */
export async function copy(text: string | Promise<string>): Promise<'copied' | 'not allowed'> {
  try {
    await putOnClipboard(text);
    return 'copied';
  } catch (error) {
    console.info('The browser refused to copy:', error);
    return 'not allowed';
  }
}
