import { html as dom } from 'parse5';
import { ancestors, attribute, type ParsedPage } from './html-tree';

const empty: ReadonlySet<string> = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/** What a browser had to mend: errors of the parser, elements that it closed or opened itself, and ids given twice. */
export function findMarkupFaults({ elements, errors }: ParsedPage): string[] {
  const seen = new Set<string>();
  const faults = [...errors];
  for (const element of elements) {
    const { tagName, sourceCodeLocation: place, namespaceURI } = element;
    const id = attribute(element, 'id');
    if (id !== '' && seen.has(id)) faults.push(`the id ${id} twice`);
    seen.add(id);
    const inside = ancestors(element)[0]?.tagName ?? 'nothing';
    if (!place) faults.push(`<${tagName}> in <${inside}> stands nowhere in the source`);
    else if (namespaceURI === dom.NS.HTML && !empty.has(tagName) && !place.endTag)
      faults.push(`<${tagName} id="${id}"> in <${inside}> is closed by what stands in it`);
  }
  return faults;
}
