import { figuresOf, type Place } from './find-bare-numbers';
import { attribute, type Element, findAll, hasClass, textOf } from './html-tree';

type Rule = { name: string; why: string; holds: (place: Place) => boolean };

const isReceipt = (element: Element): boolean => hasClass(element, 'receipt') || hasClass(element, 'receipt-card');
const isSum = (element: Element): boolean => hasClass(element, 'sum') || hasClass(element, 'signal-list');
const isOneOf =
  (...tags: string[]) =>
  (element: Element): boolean =>
    tags.includes(element.tagName);
const holdsClass =
  (...classes: string[]) =>
  (element: Element): boolean =>
    classes.some((each) => hasClass(element, each));

const saidIn = new WeakMap<Element, ReadonlySet<string>>();

/** The figures in all receipts of a part of the page; a fold with the parts of a score is one. */
function receiptFigures(part: Element): ReadonlySet<string> {
  const known = saidIn.get(part);
  if (known) return known;
  const receipts = findAll(part, (element) => isReceipt(element) || (element.tagName === 'details' && findAll(element, isSum).length > 0));
  const found = new Set(receipts.flatMap((each) => figuresOf(each.tagName === 'details' ? foldText(each) : textOf(each))));
  saidIn.set(part, found);
  return found;
}

/** What a fold opens to: its summary is no receipt of itself. */
const foldText = (fold: Element): string => fold.childNodes.map((child) => ('tagName' in child && child.tagName === 'summary' ? '' : textOf(child))).join(' ');

const hrefsIn = (part: Element): string[] => findAll(part, isOneOf('a')).map((link) => attribute(link, 'href'));
const leadsTo = (element: Element, fits: (href: string) => boolean): boolean =>
  element.tagName === 'a' ? fits(attribute(element, 'href')) : hrefsIn(element).some(fits);
const isIn = (around: readonly Element[], id: string): boolean => around.some((element) => attribute(element, 'aria-labelledby') === id);
const isAway = (href: string): boolean => /^https:\/\//.test(href);

/** The jobs, cards, rows or lines that a number on a fold or in a heading counts. */
function countFolded(fold: Element): number {
  const jobs = findAll(fold, (element) => hasClass(element, 'caps-job')).length;
  if (jobs > 0 && fold.tagName === 'details') return jobs;
  const cards = findAll(fold, isOneOf('article')).length;
  if (cards > 0) return cards;
  const rows = findAll(fold, (element) => attribute(element, 'id').startsWith('row-')).length;
  return rows > 0 ? rows : findAll(fold, isOneOf('li')).length;
}

/** Each says why a reader who doubts a figure finds its source. The first that holds counts. */
export const numberRules: readonly Rule[] = [
  { name: 'receipt', why: 'It opens its receipt, or stands in one.', holds: ({ around }) => around.some(isReceipt) },
  {
    name: 'said beside',
    why: 'The same figures stand in a receipt of the same cell, line or chart: conditions, dates, ranges, the ends of a history.',
    holds: ({ around, figures }) =>
      around
        .filter((element) => isOneOf('tr', 'dd', 'figure')(element) || holdsClass('tool-scores', 'history')(element))
        .some((part) => figures.every((figure) => receiptFigures(part).has(figure))),
  },
  {
    name: 'lead',
    why: 'By how much a tool leads follows from the values of its row, each with its receipt.',
    holds: ({ around }) =>
      around.some(holdsClass('cmp-lead')) && around.some((element) => element.tagName === 'tr' && findAll(element, holdsClass('receipt')).length > 1),
  },
  {
    name: 'row',
    why: 'Its line leads to the row of the table where the receipt is.',
    holds: ({ around, page }) =>
      around.some(
        (element) =>
          (isOneOf('a', 'li', 'p')(element) || hasClass(element, 'cmp-value')) &&
          leadsTo(element, (href) => /^#(row|capabilities)-/.test(href) && page.ids.has(href.slice(1))),
      ),
  },
  {
    name: 'page of the tool',
    why: 'It leads to the page of the tool it is said of, where the receipt is.',
    holds: ({ around }) => around.some((element) => element.tagName === 'a' && /^\/tools\/[a-z0-9-]+#(rank|prices)$/.test(attribute(element, 'href'))),
  },
  {
    name: 'summary',
    why: 'Our sentence about a tool: it stands beside the link to its page, and there beside the link to the sources.',
    holds: ({ around }) =>
      around.some((element) => holdsClass('lead-in')(element) && leadsTo(element, (href) => href === '#sources')) ||
      around.some((element) => holdsClass('tool-what')(element) && leadsTo(element, (href) => href.startsWith('/tools/'))),
  },
  {
    name: 'evidence',
    why: 'A statement of a capability whose card links the exact places that it rests on.',
    holds: ({ around }) =>
      !around.some(holdsClass('capability-line')) &&
      around.some((element) => element.tagName === 'article' && findAll(element, holdsClass('evidence')).some((list) => leadsTo(list, isAway))),
  },
  {
    name: 'computed claim',
    why: 'Computed from the catalogue; its card names the facts that it follows from, each with its receipt.',
    holds: ({ around }) =>
      around.some(holdsClass('capability-line')) &&
      around.some(
        (element) =>
          element.tagName === 'article' && findAll(element, holdsClass('capability-line')).some((line) => findAll(line, holdsClass('receipt')).length > 0),
      ),
  },
  {
    name: 'count',
    why: 'It counts what is folded under it or stands below it.',
    holds: ({ around, figures }) => {
      const fold = around.find((element) => isOneOf('details')(element) || isIn([element], 'capabilities'));
      return (
        fold !== undefined &&
        around.some((element) => isOneOf('summary')(element) || holdsClass('section-note')(element)) &&
        figures[0] === String(countFolded(fold))
      );
    },
  },
  {
    name: 'rows that are the same',
    why: 'It counts the rows that a press hides.',
    holds: ({ around, figures, page: { main } }) =>
      around.some(isOneOf('button')) && main !== null && figures[0] === String(findAll(main, (row) => row.tagName === 'tr' && hasClass(row, 'same')).length),
  },
  {
    name: 'score on the axis',
    why: 'Its lines lead to the row of the table where the receipt is; the ends of the axis are those of every score.',
    holds: ({ around, page }) =>
      around.some(holdsClass('score-axis')) ||
      (around.some(holdsClass('score-chart')) &&
        around.some((element) => element.tagName === 'tbody' && leadsTo(element, (href) => href.startsWith('#row-') && page.ids.has(href.slice(1))))),
  },
  {
    name: 'code',
    why: 'Markup to paste: sizes of a frame, not figures about a tool.',
    holds: ({ around }) => around.some(holdsClass('share-code')),
  },
  {
    name: 'match of capabilities',
    why: 'How sure it is that they are one job, which leads to how that is found; the words that led to it stand beside.',
    holds: ({ around }) => around.some((element) => holdsClass('caps-match')(element) && leadsTo(element, (href) => href.startsWith('/methodology#'))),
  },
  {
    name: 'capabilities of a column',
    why: 'It counts the cards of its column, and names what they were described from.',
    holds: ({ around }) =>
      around.some(holdsClass('caps-head')) && around.some((element) => isOneOf('p')(element) && /^\d+ +decomposed, /.test(textOf(element))),
  },
  {
    name: 'own address',
    why: 'It is part of the address that it leads to.',
    holds: ({ around, text }) =>
      around.some((element) => element.tagName === 'a' && isAway(attribute(element, 'href')) && attribute(element, 'href').includes(text.trim())),
  },
  {
    name: 'command',
    why: 'What to type: its receipt stands beside it.',
    holds: ({ around }) =>
      around.some(holdsClass('command')) && around.some((element) => isOneOf('dd', 'td')(element) && findAll(element, holdsClass('receipt')).length > 0),
  },
  {
    name: 'other names',
    why: 'Ids of the tool elsewhere.',
    holds: ({ around }) =>
      around.some((element) => element.tagName === 'div' && textOf(element).trim().startsWith('Also called')) && around.some(isOneOf('dd')),
  },
  {
    name: 'said by',
    why: 'What another source says, or how two tools belong together: its line links the source.',
    holds: ({ around }) => around.some((element) => (isOneOf('span')(element) || holdsClass('cmp-relation')(element)) && leadsTo(element, isAway)),
  },
  {
    name: 'sources',
    why: 'The list of sources itself: licence and day of reading beside each link; the snapshot and its formula.',
    holds: ({ around }) => isIn(around, 'sources') && around.some((element) => isOneOf('tr', 'p')(element) && hrefsIn(element).length > 0),
  },
  {
    name: 'limit',
    why: 'How many tools a comparison holds: a rule of the site, not a figure about a tool.',
    holds: ({ around }) => around.some(holdsClass('dropped')),
  },
  {
    name: 'methodology',
    why: 'A constant of the formula, which leads to where it is explained.',
    holds: ({ around }) => around.some((element) => element.tagName === 'a' && attribute(element, 'href').startsWith('/methodology#')),
  },
];
