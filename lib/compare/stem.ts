/** Words that carry no meaning of their own in the description of a job. */
const empty = new Set(
  `a an and any are as at be been before both but by can could do does each either else every for from had has have how if in into is it its itself
  kept least like made make many may more most much no nor not of off on once one only onto or other others out over own per same set several should
  so some such than that the their them then there these they this those through to too two under until up upon us use used user uses using very was
  way well were what when where whether which while who whom whose why will with within without would you your yours yes`.split(/\s+/),
);

const endings: readonly (readonly [RegExp, string])[] = [
  [/(?:ization|isation|izations|isations)$/, 'iz'],
  [/(?:izing|ising|ized|ised|izer|iser|izers|isers|izes|ises|ize|ise)$/, 'iz'],
  [/(?:ations|ation)$/, ''],
  [/(?:ements|ement|ments|ment)$/, ''],
  [/(?:nesses|ness)$/, ''],
  [/(?:ities|ity)$/, ''],
  [/(?:ings|ing|edly|ed)$/, ''],
  [/(?:ions|ion)$/, ''],
  [/(?:ives|ive)$/, ''],
  [/(?:ers|er|ors|or)$/, ''],
  [/(?:ables|able|ible)$/, ''],
  [/(?:ally|ly)$/, ''],
  [/(?:als|al)$/, ''],
  [/ies$/, 'y'],
  [/(?:ches)$/, 'ch'],
  [/(?:shes)$/, 'sh'],
  [/(?:sses)$/, 'ss'],
  [/(?<=[^su])s$/, ''],
];

/**
 * The stem of an English word in lower case, short enough that its forms meet: training, trains, trained. Lighter than PostgreSQL's, which
 * is not at hand where pages are made; it only has to be the same for two words of two descriptions.
 */
export function findStem(word: string): string {
  const found = endings.find(([ending]) => ending.test(word) && word.replace(ending, '').length >= 3);
  const cut = found ? word.replace(found[0], found[1]) : word;
  const plain = cut.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
  return plain.length > 3 ? plain.replace(/[ey]$/, '') : plain;
}

/** The words of a text that mean something, in lower case and in their order, each with its stem. */
export function listStems(text: string): { word: string; stem: string }[] {
  const words =
    text
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z][a-z0-9]+/g) ?? [];
  return words.flatMap((word) => (empty.has(word) ? [] : [{ word, stem: findStem(word) }]));
}
