import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { markup } from '../../../lib/format/markup';

test('what is put into a template stays text, in an element and in an attribute', () => {
  const whole = fc.string({ unit: 'grapheme' }).filter((text) => !/[\r\0]/.test(text));
  fc.assert(
    fc.property(whole, (text) => {
      const [element] = parseFragment(markup`<b title="${text}">${text}</b>`.markup).childNodes;
      expect(element).toMatchObject({ nodeName: 'b', attrs: [{ name: 'title', value: text }] });
      expect(element && 'childNodes' in element ? element.childNodes.map((node) => ('value' in node ? node.value : node)) : null).toEqual(
        text === '' ? [] : [text],
      );
    }),
  );
});

test('markup goes in as it is, alone or in a list', () => {
  expect(markup`<ul>${[markup`<li>${1}</li>`, markup`<li>${'<'}</li>`]}</ul>`.markup).toBe('<ul><li>1</li><li>&lt;</li></ul>');
});
