import { SaxesParser } from 'saxes';

export type XmlElement = { name: string; attributes: Record<string, string>; text: string; children: XmlElement[] };

/** Parses XML as strictly as the standard has it, namespaces included, and throws at the first fault. */
export function parseXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    const given = Object.fromEntries(Object.entries(attributes).map(([name, { value }]) => [name, value]));
    const element: XmlElement = { name: `${uri} ${local}`, attributes: given, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  const [top] = root.children;
  if (!top) throw new Error('The text holds no element.');
  return top;
}

const atom = 'http://www.w3.org/2005/Atom';

export type ParsedEntry = { id: string; title: string; updated: string; content: string; href: string };
export type ParsedFeed = Omit<ParsedEntry, 'content'> & { self: string; author: string; entries: ParsedEntry[] };

function findOne(element: XmlElement, name: string): XmlElement {
  const found = element.children.filter((child) => child.name === `${atom} ${name}`);
  const [only] = found;
  if (found.length !== 1 || !only) throw new Error(`${found.length} elements are called ${name}, not one`);
  return only;
}

function findLink(element: XmlElement, rel: string): string {
  const links = element.children.filter((child) => child.name === `${atom} link` && child.attributes.rel === rel);
  if (links.length !== 1) throw new Error(`${links.length} links are ${rel}, not one`);
  return new URL(links[0]?.attributes.href ?? '').href;
}

function readCommon(element: XmlElement) {
  const read = (name: string): string => findOne(element, name).text;
  const updated = read('updated');
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(updated)) throw new Error(`${updated} is no date of RFC 3339`);
  return { id: new URL(read('id')).href, title: read('title'), updated, href: findLink(element, 'alternate') };
}

/** Reads a feed by the rules of RFC 4287: what must be there once is, ids and links are addresses, ids are unique, times are times. */
export function parseFeed(xml: string): ParsedFeed {
  const feed = parseXml(xml);
  if (feed.name !== `${atom} feed`) throw new Error(`${feed.name} is no feed`);
  const entries = feed.children
    .filter((child) => child.name === `${atom} entry`)
    .map((entry) => ({ ...readCommon(entry), content: findOne(entry, 'content').text }));
  if (new Set(entries.map(({ id }) => id)).size < entries.length) throw new Error('Two entries have one id');
  return { ...readCommon(feed), self: findLink(feed, 'self'), author: findOne(findOne(feed, 'author'), 'name').text, entries };
}
