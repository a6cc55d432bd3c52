import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;
export type TextNode = DefaultTreeAdapterTypes.TextNode;
type Node = DefaultTreeAdapterTypes.Node;

export type ParsedPage = {
  elements: readonly Element[];
  texts: readonly TextNode[];
  ids: ReadonlySet<string>;
  main: Element | null;
  errors: readonly string[];
};

const children = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);

/** Everything below a node, in the order of the document. */
export function* walk(node: Node): Generator<Node, void> {
  for (const child of children(node)) {
    yield child;
    yield* walk(child);
  }
}

export const attribute = (element: Element, name: string): string => element.attrs.find((each) => each.name === name)?.value ?? '';

export const hasClass = (element: Element, name: string): boolean => attribute(element, 'class').split(' ').includes(name);

/** The elements around a node, the nearest first. */
export function ancestors(node: Element | TextNode): Element[] {
  const found: Element[] = [];
  for (let at = node.parentNode; at !== null && defaultTreeAdapter.isElementNode(at); at = at.parentNode) found.push(at);
  return found;
}

export function textOf(node: Node): string {
  const parts: string[] = [];
  for (const each of walk(node)) if (defaultTreeAdapter.isTextNode(each)) parts.push(each.value);
  return parts.join(' ');
}

export function findAll(node: Node, fits: (element: Element) => boolean): Element[] {
  return [...walk(node)].filter(defaultTreeAdapter.isElementNode).filter(fits);
}

/** Parses a page as a browser does, and keeps where in the source each element begins and ends. */
export function parsePage(html: string): ParsedPage {
  const errors: string[] = [];
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) => errors.push(`${code} at ${startLine}:${startCol}`),
  });
  const nodes = [...walk(document)];
  const elements = nodes.filter(defaultTreeAdapter.isElementNode);
  return {
    elements,
    texts: nodes.filter(defaultTreeAdapter.isTextNode),
    ids: new Set(elements.map((element) => attribute(element, 'id'))),
    main: elements.find(({ tagName }) => tagName === 'main') ?? null,
    errors,
  };
}
