import type { SearchFilter, SearchFilters } from '../address/search';
import { anyFree, anyOpenLicence } from '../catalog/open-licences';

/** A filter that words ask for. */
export type Asked = { filter: SearchFilter; narrows: Partial<SearchFilters> };

export const free: Asked = { filter: 'pricing', narrows: { pricing: anyFree } };
export const openSource: Asked = {
  filter: 'licence',
  narrows: { licence: anyOpenLicence },
};
export const openWeights: Asked = { filter: 'weights', narrows: { weights: 'open' } };

/** How people begin before they name what they look for. A verb of the job itself ("build", "monitor") is none of these. */
export const opening =
  /^(?:(?:hi|hello|hey|please|i|i'm|i am|we|we're|are|you|do|can|could|would|like|need|want|looking|searching|look|search|for|find|get|give|show|recommend|suggest|know|of|me|us|is|there|what|what's|which|the|a|an|some|any|best|good|great|really|specifically|currently|also|just)(?=[\s,])[\s,]*)*/i;
/** Words about the tool that may stand before or between what is read. */
const adjectives =
  'small|tiny|large|big|fast|quick|simple|easy|lightweight|light|local|offline|private|modern|new|cheap|fully|completely|totally|truly|permissively licensed|production[- ]ready|popular|multilingual';
const marks = 'free|open[- ]sourced?|foss|open[- ]weights?|self[- ]host(?:ed|able)';
export const marked = new RegExp(String.raw`^(?:(?:${adjectives}|${marks})(?![\w-])\s*(?:(?:,|/|&|and\b|but\b|or\b)\s*)?)*`, 'i');
/** Where the name of the thing ends. */
export const functionWord =
  /[,(]|(?:^|\s)(?:for|to(?!\s+(?:speech|text|images?|video|audio|music)\b)|that|which|with|without|of|from|in|on|at|by|up|using|who|whom|under|below|and|or|where|so|but|my|our|your|it|is|are)(?=\s|$)/i;
export const toolNoun =
  /\b(?:tools?|apps?|applications?|software|programs?|services?|websites?|platforms?|models?|llms?|librar(?:y|ies)|frameworks?|apis?|plugins?|extensions?|servers?|clients?|assistants?|chatbots?|bots?|copilots?|alternatives?|replacements?|databases?|engines?|editors?|generators?|converters?|translators?|transcribers?|summarizers?|detectors?|interfaces?|uis?|packages?|solutions?|options?|[a-z]+(?:izer|iser|ator|caler|aper|awler|corder|riter|ecker|maker|mover|nloader|parser|matter|viewer)s?|generation|recognition|transcription|translation|synthesis|ocr|tts|to (?:speech|text|images?|video|audio|music))\b/i;
export const modelNoun = /\b(?:models?|llms?|vlms?)\b/i;
/** "open source licences", "free text", "free trial": there the word belongs to the thing, not to the wish. */
export const openSourceThing =
  /^(?:licen|complian|dependenc|project|contrib|communit|code\b|vulnerab|maintain|intelligence|repositor|polic|package|component|software (?:composition|licen|complian))/i;
export const freeThing =
  /^(?:text(?! to\b)|speech(?! (?:to|recognition|synthesis)\b)|form|will|trial|tier|plan|time|space|memory|shipping|range|throw|kick|lunch|spirit|energy|parking|stock|hand|fall|market|agents?\b|ai credits)/i;
/** Kinds that most tools of this name have; "model" alone is said of repositories as well. */
export const kindNouns: readonly {
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
export const doing =
  /^(?:\w+ing|build|create|write|test|deploy|host|connect|debug|develop|make|run|secure|monitor|generate|use|install|register|add|set|list|compare|train|turn|publish)\b/i;
export const longestName = 6;

export const markPattern = new RegExp(String.raw`(?<![\w-])(?:${marks})(?![\w-])`, 'gi');
export const price =
  /\b(?:for )?(?:under|below|less than|at most|cheaper than|up to|max(?:imum)?)\s+(?:\$\s*(\d{1,4}(?:\.\d{1,6})?)|(\d{1,4}(?:\.\d{1,6})?)\s*(?:\$|usd\b|dollars?\b))\s*(?:per|\/|an?|for)\s*(?:1\s*|one\s+)?(?:m\b|mtok\b|million\b)(?:\s*(?:input\s+)?tokens?)?/i;
const wishes = String.raw`(?:preferably|ideally|must be|should be|has to be|have to be|needs to be)\s+(?:(?:fully|completely|totally|both)\s+)?`;
/** What is said of the tool after its name. */
export const sayings = [
  {
    read: openSource,
    pattern: new RegExp(String.raw`,?\s*\b(?:${wishes}|(?:that|which)(?:'s| is| are)\s+(?:(?:fully|free and)\s+)?)open[- ]source\b(?!\s+\w+ing)`, 'i'),
  },
  { read: openSource, pattern: /(?:,\s*|\()(?:free and )?(?:open[- ]source|foss)(?=\)?\s*[.!?]?$)/i },
  { read: openWeights, pattern: new RegExp(String.raw`,?\s*(?:\b(?:with|${wishes})\s*)open[- ]weights?\b`, 'i') },
  {
    read: free,
    pattern: new RegExp(String.raw`,?\s*\b(?:${wishes}|(?:that|which)(?:'s| is| are)\s+)free(?:\s+(?:of charge|to use))?(?=\s*(?:$|[.,;!?)]|or\b|and\b))`, 'i'),
  },
  { read: free, pattern: /\b(?:for free|free of charge|at no cost|free to use)(?=\s*(?:$|[.,;!?)]))/i },
] as const;
/** Of such a need "for free" says how something is handed out. */
export const handingOut = /\b(?:giv\w+|gave|away|offer\w*|sell\w*|ship\w*|publish\w*|distribut\w*|shar(?:e|es|ed|ing))\b/i;
