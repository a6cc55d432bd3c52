import fc from 'fast-check';

/** Any text at all, halves of letters and control characters among them; much quicker to set up than fast-check's own. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0xd800, max: 0x1f9ff })), { maxLength: 60 })
  .map((points) => String.fromCodePoint(...points));

/** Text without halves of letters, as an address or a form can carry it. */
export const wholeText = anyText.map((text) => text.replaceAll(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd'));
