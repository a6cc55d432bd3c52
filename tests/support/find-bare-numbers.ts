import { ancestors, attribute, type Element, findAll, hasClass, type ParsedPage, type TextNode, textOf } from './html-tree';
import { numberRules } from './number-rules';

/** A text with figures in it, and where it stands. */
export type Place = {
  /** The figures that are no part of a name. */
  figures: readonly string[];
  text: string;
  /** The nearest first, up to and with <main>. */
  around: readonly Element[];
  page: ParsedPage;
};

export type Bare = { text: string; at: string };
export type Counts = { bare: Bare[]; fired: Map<string, number> };

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'template']);

export const figuresOf = (text: string): string[] => (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((each) => each);

/** Names that are on the page: its tools', and those of whatever it links to. The longest go first. */
function collectNames(main: Element, known: ReadonlySet<string>): string[] {
  const links = findAll(
    main,
    ({ tagName, attrs }) =>
      tagName === 'h1' || (tagName === 'a' && attrs.some(({ name, value }) => name === 'href' && /^\/(tools|categories|compare)\//.test(value))),
  );
  const names = links.flatMap((link) => textOf(link).split(' vs ')).map((name) => name.trim());
  return [...new Set([...known, ...names])].filter((name) => /\d/.test(name) && /[a-z]/i.test(name)).sort((a, b) => b.length - a.length);
}

const describe = (around: readonly Element[]): string =>
  around
    .slice(0, 4)
    .map((each) => `${each.tagName}${attribute(each, 'class') === '' ? '' : `.${attribute(each, 'class').replaceAll(' ', '.')}`}`)
    .join(' < ');

/** Each text of the page with a figure in it that no rule leads to its source, and how often each rule was needed. `known` are names that it may hold. */
export function findBareNumbers(page: ParsedPage, known: ReadonlySet<string>): Counts {
  const found: Counts = { bare: [], fired: new Map() };
  const { main } = page;
  if (main === null) return { ...found, bare: [{ text: 'no <main>', at: '' }] };
  const names = collectNames(main, known);
  for (const node of page.texts) {
    if (!/\d/.test(node.value)) continue;
    const around = ancestors(node);
    if (!around.includes(main) || around.some(({ tagName }) => unseen.has(tagName))) continue;
    judge(node, { around: around.slice(0, around.indexOf(main)), page, names }, found);
  }
  return found;
}

function judge({ value }: TextNode, { around, page, names }: Pick<Place, 'around' | 'page'> & { names: readonly string[] }, { bare, fired }: Counts): void {
  const rest = names.reduce((text, name) => (text.includes(name) ? text.replaceAll(name, ' ') : text), value);
  const figures = figuresOf(rest);
  const place: Place = { figures, text: value, around, page };
  const rule = figures.length === 0 ? 'name' : numberRules.find(({ holds }) => holds(place))?.name;
  if (rule === undefined) bare.push({ text: value.trim(), at: describe(around) });
  else fired.set(rule, (fired.get(rule) ?? 0) + 1);
}

/** A card of a value must say source, date and method; that of a score, what it is the sum of. */
export function findEmptyReceipts({ main }: ParsedPage): string[] {
  if (main === null) return [];
  const cards = findAll(main, (element) => element.tagName === 'dialog' && hasClass(element, 'receipt-card'));
  return cards.filter((card) => !isWhole(card)).map((card) => attribute(card, 'id'));
}

function isWhole(card: Element): boolean {
  const terms = findAll(card, ({ tagName }) => tagName === 'dt').map(textOf);
  if (['Source', 'Date', 'Method'].every((term) => terms.includes(term))) return true;
  return findAll(card, (element) => hasClass(element, 'sum') || hasClass(element, 'signal-list')).length > 0;
}
