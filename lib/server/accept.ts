import { type Twin, twins, twinTypes } from '../address/set';

type Wish = { quality: number; exact: boolean; place: number };

/** Ranges beyond this one are not read: no program sends as many. */
const longestList = 32;

/** `text/html;q=0.8, …` as media ranges with their quality, 0 to 1; what is no quality counts as 1, as if it were left out. */
function parseRanges(accept: string): Map<string, Omit<Wish, 'exact'>> {
  const ranges = new Map<string, Omit<Wish, 'exact'>>();
  for (const [place, part] of accept.split(',', longestList).entries()) {
    const [range = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const given = parameters.find((each) => /^q\s*=/.test(each))?.replace(/^q\s*=\s*/, '');
    const quality = given !== undefined && /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(given) ? Number(given) : 1;
    if (range !== '' && !ranges.has(range)) ranges.set(range, { quality, place });
  }
  return ranges;
}

/**
 * The twin that a program prefers to HTML by its `Accept` header (RFC 9110 §12.5.1), or null for HTML. A twin has to
 * be named in full, so that every browser and whoever takes anything gets the page. Of what is wanted equally, a type
 * named in full goes before one that a wildcard covers, then what is named first.
 */
export function chooseTwin(accept: string): Twin | null {
  const ranges = parseRanges(accept);
  const html = ['text/html', 'application/xhtml+xml', 'text/*', '*/*'].flatMap((name, index): Wish[] => {
    const range = ranges.get(name);
    return range ? [{ ...range, exact: index < 2 }] : [];
  });
  const wishes = twins.flatMap((twin) => {
    const range = ranges.get(twinTypes[twin]);
    return range && range.quality > 0 ? [{ twin, ...range, exact: true }] : [];
  });
  const [best] = wishes.sort((a, b) => b.quality - a.quality || a.place - b.place);
  const page = html[0];
  if (!best || !page || page.quality < best.quality) return best?.twin ?? null;
  if (page.quality > best.quality) return null;
  return !page.exact || best.place < page.place ? best.twin : null;
}
