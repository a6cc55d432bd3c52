import { type SearchFilter, type SearchFilters, searchFilters } from '../address/search';
import { anyFree, anyOpenLicence } from '../catalog/open-licences';

/** A filter that the words of a need ask for, beside the job itself, and those words as they stand in it. */
export type ReadFilter = {
  filter: SearchFilter;
  narrows: Partial<SearchFilters>;
  words: readonly string[];
};

/** Where words stand in a need: from `at` up to `end`. */
type Asked = { filter: SearchFilter; narrows: Partial<SearchFilters> };
type Found = Asked & { at: number; end: number };

const free: Asked = { filter: 'pricing', narrows: { pricing: anyFree } };
const openSource: Asked = {
  filter: 'licence',
  narrows: { licence: anyOpenLicence },
};
const openWeights: Asked = { filter: 'weights', narrows: { weights: 'open' } };

/** How people begin before they name what they look for. A verb of the job itself ("build", "monitor") is none of these. */
const opening =
  /^(?:(?:hi|hello|hey|please|i|i'm|i am|we|we're|are|you|do|can|could|would|like|need|want|looking|searching|look|search|for|find|get|give|show|recommend|suggest|know|of|me|us|is|there|what|what's|which|the|a|an|some|any|best|good|great|really|specifically|currently|also|just)(?=[\s,])[\s,]*)*/i;
/** Words about the tool that may stand before or between what is read. */
const adjectives =
  'small|tiny|large|big|fast|quick|simple|easy|lightweight|light|local|offline|private|modern|new|cheap|fully|completely|totally|truly|permissively licensed|production[- ]ready|popular|multilingual';
const marks = 'free|open[- ]sourced?|foss|open[- ]weights?|self[- ]host(?:ed|able)';
const marked = new RegExp(String.raw`^(?:(?:${adjectives}|${marks})(?![\w-])\s*(?:(?:,|/|&|and\b|but\b|or\b)\s*)?)*`, 'i');
/** Where the name of the thing ends. */
const functionWord =
  /[,(]|(?:^|\s)(?:for|to|that|which|with|without|of|from|in|on|at|by|up|using|who|whom|under|below|and|or|where|so|but|my|our|your|it|is|are)(?=\s|$)/i;
const toolNoun =
  /\b(?:tools?|apps?|applications?|software|programs?|services?|websites?|platforms?|models?|llms?|librar(?:y|ies)|frameworks?|apis?|plugins?|extensions?|servers?|clients?|assistants?|chatbots?|bots?|copilots?|alternatives?|replacements?|databases?|engines?|editors?|generators?|converters?|translators?|transcribers?|summarizers?|detectors?|interfaces?|uis?|packages?|solutions?|options?)\b/i;
const modelNoun = /\b(?:models?|llms?|vlms?)\b/i;
/** "open source licences", "free text", "free trial": there the word belongs to the thing, not to the wish. */
const openSourceThing =
  /^(?:licen|complian|dependenc|project|contrib|communit|code\b|vulnerab|maintain|intelligence|repositor|polic|package|component|software (?:composition|licen|complian))/i;
const freeThing =
  /^(?:text|form|will|trial|tier|plan|time|space|memory|shipping|range|throw|kick|lunch|spirit|energy|parking|stock|hand|fall|market|agents?\b|ai credits)/i;
/** Kinds that most tools of this name have; "model" alone is said of repositories as well. */
const kindNouns: readonly {
  kind: 'mcp-server' | 'framework' | 'model';
  noun: RegExp;
}[] = [
  {
    kind: 'mcp-server',
    noun: /\b(?:mcp|model[- ]context[- ]protocol)[- ]servers?$/i,
  },
  { kind: 'mcp-server', noun: /^mcp$/i },
  { kind: 'framework', noun: /\b(?:frameworks?|librar(?:y|ies))$/i },
  {
    kind: 'model',
    noun: /(?<=\b(?:language|embedding|reasoning|vision|multimodal|foundation)\s)models?$/i,
  },
];
/** At the start of a need without an article these make what follows an object: "test MCP servers". */
const doing =
  /^(?:\w+ing|build|create|write|test|deploy|host|connect|debug|develop|make|run|secure|monitor|generate|use|install|register|add|set|list|compare|train|turn|publish)\b/i;
const longestName = 6;

const markPattern = new RegExp(String.raw`(?<![\w-])(?:${marks})(?![\w-])`, 'gi');
const price =
  /\b(?:for )?(?:under|below|less than|at most|cheaper than|up to|max(?:imum)?)\s+(?:\$\s*(\d{1,4}(?:\.\d{1,6})?)|(\d{1,4}(?:\.\d{1,6})?)\s*(?:\$|usd\b|dollars?\b))\s*(?:per|\/|an?|for)\s*(?:1\s*|one\s+)?(?:m\b|mtok\b|million\b)(?:\s*(?:input\s+)?tokens?)?/i;
const wishes = String.raw`(?:preferably|ideally|must be|should be|has to be|have to be|needs to be)\s+(?:(?:fully|completely|totally|both)\s+)?`;
const after = [
  {
    read: openSource,
    pattern: new RegExp(String.raw`,?\s*\b(?:${wishes}|(?:that|which)(?:'s| is| are)\s+(?:(?:fully|free and)\s+)?)open[- ]source\b(?!\s+\w+ing)`, 'i'),
  },
  {
    read: openSource,
    pattern: /(?:,\s*|\()(?:free and )?(?:open[- ]source|foss)(?=\)?\s*[.!?]?$)/i,
  },
  {
    read: openWeights,
    pattern: new RegExp(String.raw`,?\s*(?:\b(?:with|${wishes})\s*)open[- ]weights?\b`, 'i'),
  },
  {
    read: free,
    pattern: new RegExp(String.raw`,?\s*\b(?:${wishes}|(?:that|which)(?:'s| is| are)\s+)free(?:\s+(?:of charge|to use))?(?=\s*(?:$|[.,;!?)]|or\b|and\b))`, 'i'),
  },
  {
    read: free,
    pattern: /\b(?:for free|free of charge|at no cost|free to use)(?=\s*(?:$|[.,;!?)]))/i,
  },
] as const;
/** Of such a need "for free" says how something is handed out. */
const handingOut = /\b(?:giv\w+|gave|away|offer\w*|sell\w*|ship\w*|publish\w*|distribut\w*|shar(?:e|es|ed|ing))\b/i;

/** What a marked word asks for, by the name of the thing that follows; null where it belongs to that name. */
function readMark(word: string, name: string): Asked | null {
  const mark = word.toLowerCase().replace('-', ' ');
  if (mark === 'free') return toolNoun.test(name) && !freeThing.test(name) ? free : null;
  if (mark.startsWith('open weight')) return openWeights;
  if (modelNoun.test(name)) return openWeights;
  if (mark.startsWith('self')) return null;
  return openSourceThing.test(name) ? null : openSource;
}

/** What one sentence asks for by the phrase that names the tool. */
function readPhrase(sentence: string, start: number): Found[] {
  const opened = opening.exec(sentence.trimStart())?.[0] ?? '';
  const from = sentence.length - sentence.trimStart().length + opened.length;
  const rest = sentence.slice(from);
  const head = marked.exec(rest)?.[0] ?? '';
  const following = rest.slice(head.length);
  const name = following.slice(0, functionWord.exec(following)?.index ?? following.length).replace(/[\s"'”]+$/, '');
  if (name.split(/\s+/).length > longestName) return [];
  const read = [...head.matchAll(markPattern)].flatMap((mark) => {
    const asked = readMark(mark[0], name);
    const at = start + from + mark.index;
    return asked === null ? [] : [{ ...asked, at, end: at + mark[0].length }];
  });
  const isObject = opened === '' && head === '' && doing.test(name);
  const kinds = kindNouns.flatMap(({ kind, noun }) => {
    const found = noun.exec(name);
    const at = start + from + head.length + (found?.index ?? 0);
    return found === null || (isObject && kind !== 'model')
      ? []
      : [
          {
            filter: 'kind' as const,
            narrows: { kind },
            at,
            end: at + found[0].length,
          },
        ];
  });
  return [...read, ...kinds];
}

function readPrice(need: string): Found[] {
  const found = price.exec(need);
  const most = found?.[1] ?? found?.[2];
  return found === null || most === undefined
    ? []
    : [
        {
          filter: 'maxPrice',
          narrows: { maxPrice: most },
          at: found.index,
          end: found.index + found[0].length,
        },
      ];
}

function findAll(need: string): Found[] {
  const sentences = [...need.matchAll(/(?:[^.!?;]|[.!?;](?=\S))+/g)].flatMap((sentence) => readPhrase(sentence[0], sentence.index));
  const later = after.flatMap(({ read, pattern }) => {
    const found = pattern.exec(need);
    if (found === null || (read === free && handingOut.test(need.slice(0, found.index)))) return [];
    return [{ ...read, at: found.index, end: found.index + found[0].length }];
  });
  const found = [...sentences, ...later, ...readPrice(need)].sort((a, b) => a.at - b.at || b.end - a.end);
  return found.filter((each, index) => !found.slice(0, index).some((other) => other.end > each.at && other.filter === each.filter));
}

/** A need as it is searched for: the filters read from it, and the words that are left. */
export type ReadNeed = { text: string; read: readonly ReadFilter[] };

/**
 * Reads kind, price and licence out of a need in plain words; what is doubtful is not read. A filter that was `chosen` wins: words
 * that ask for the same are left out of the text as well, others stand. `asWritten` are the filters that are not to be read.
 * Where nothing but such words was typed, they are the need.
 */
export function readNeed(need: string, chosen: Partial<SearchFilters>, asWritten: readonly SearchFilter[]): ReadNeed {
  const found = findAll(need).filter(({ filter, narrows }) => !asWritten.includes(filter) && (chosen[filter] ?? narrows[filter]) === narrows[filter]);
  const clear = found.filter(({ filter, narrows }) => found.every((other) => other.filter !== filter || other.narrows[filter] === narrows[filter]));
  const text = clear.reduceRight((rest, { at, end }) => `${rest.slice(0, at)} ${rest.slice(end)}`, need);
  if (!/[\p{L}\p{N}]/u.test(text.replace(opening, ''))) return { text: need, read: [] };
  const unchosen = searchFilters.flatMap((filter): ReadFilter[] => {
    const own = clear.filter((each) => each.filter === filter && !chosen[filter]);
    const [first] = own;
    return first === undefined
      ? []
      : [
          {
            filter,
            narrows: first.narrows,
            words: own.map(({ at, end }) => need.slice(at, end).replace(/^[,(\s]+/, '')),
          },
        ];
  });
  return {
    text: clear.length === 0 ? need : text.replace(/\s+/g, ' ').trim(),
    read: unchosen,
  };
}
