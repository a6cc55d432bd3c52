/** What goes into a tool or comes out of it. */
export type Medium = 'text' | 'image' | 'audio' | 'video';

/** What a task turns into what. */
export type Conversion = { from: Medium; to: Medium };

/** A conversion that a need asks for, and the word of the need, one alone, that tells it. */
export type AskedConversion = Conversion & { word: string };

/** The word under which the index keeps a conversion; no text holds it. */
export const nameConversion = ({ from, to }: Conversion): string => `${from}into${to}`;

const nouns: readonly (readonly [Medium, string])[] = [
  [
    'text',
    'text|textual|texts|description|descriptions|caption|captions|story|stories|article|articles|summary|summaries|subtitle|subtitles|transcript|transcripts|sentence|sentences|word|words|document|documents|paragraph|message|messages|script|prompt|prompts|lyrics',
  ],
  [
    'image',
    'image|images|picture|pictures|photo|photos|photograph|photographs|drawing|drawings|sketch|sketches|poster|posters|illustration|illustrations|painting|paintings|artwork|artworks|logo|logos|portrait|portraits',
  ],
  ['audio', 'audio|speech|voice|voices|recording|recordings|sound|sounds|podcast|podcasts|spoken|voiceover|narration'],
  ['video', 'video|videos|clip|clips|animation|animations|footage|movie|film'],
];
const mediumOf = new Map(nouns.flatMap(([medium, words]) => words.split('|').map((word) => [word, medium] as const)));

/** After these a medium is what something is done with or in: "image classifier", "voice assistant". */
const handling =
  /^(?:generat|creat|segment|classif|recogni|analy|caption|detect|model|game|conferenc|chat|edit|search|label|retriev|process|review|platform|app|assistant|editor|tool|player|database|store|librar|embedding)/;

/** Verbs in the forms in which they ask; "transformer" and "product" are none. */
const turn = '(?:convert|transform|turn)(?:s|ed|ing)?|(?:translat|chang)(?:e|es|ed|ing)|(?:restyl|re-?draw)(?:e|s|es|ing)?';
const make = '(?:generat|creat|produc|synthesi[sz]|illustrat|visuali[sz])(?:e|es|ed|ing)|mak(?:e|es|ing)|writ(?:e|es|ing)|(?:draw|paint|design|render)s?';

/** "convert A to B" */
const turning = new RegExp(`\\b(?:${turn})\\b(.*?)\\b(?:in)?to\\b(.*)`);
/** "generate B from A": B stands right before the preposition. */
const making = new RegExp(
  `\\b(?:${make})\\s+(?:(?!(?:that|which|to|and)\\b)\\S+\\s+){0,6}?([a-z]+),?\\s+(?:for|from|of|based on|out of|according to|using|with)\\b(.*)`,
);
/** "a description of A" */
const described = /\b(descriptions?|captions?|(?<=alt )text|transcripts?|transcriptions?|subtitles?)\s+(?:of|for|from)\b(.*)/;
const describing = /\b((?:describ|caption)(?:e|es|ing|s)?)\b(.*)/;
const transcribing = /\b(transcrib(?:e|es|ed|ing))\b(.*)/;
/** "draw a B": what is drawn stands before the next of these, and not among what is there already ("make my photo look old"). */
const drawing = new RegExp(`\\b(?:${make})\\s+(.*)`);
const ending = /\b(?:of|for|from|in|on|with|to|that|and|my|our|your|the|these|this)\b/;
const longestObject = 5;

/** The words of a stretch that name a medium, in their order. */
function findMedia(stretch: string): { word: string; medium: Medium }[] {
  const words = stretch.match(/[a-z]+/g) ?? [];
  return words.flatMap((word, at) => {
    const medium = mediumOf.get(word);
    return medium === undefined || handling.test(words[at + 1] ?? '') ? [] : [{ word, medium }];
  });
}

const isSeen = (medium: Medium | undefined): medium is 'image' | 'video' => medium === 'image' || medium === 'video';

function readSentence(sentence: string): AskedConversion | null {
  const [, before = '', after = ''] = turning.exec(sentence) ?? [];
  const [[turned], [result]] = [findMedia(before), findMedia(after)];
  if (turned && result) return { from: turned.medium, to: result.medium, word: result.word };
  const [, made = '', of = ''] = making.exec(sentence) ?? [];
  const [output, [input]] = [mediumOf.get(made), findMedia(of)];
  if (output && input) return { from: input.medium, to: output, word: made };
  for (const pattern of [described, describing]) {
    const [, word = '', what = ''] = pattern.exec(sentence) ?? [];
    const medium = findMedia(what)[0]?.medium;
    if (isSeen(medium)) return { from: medium, to: 'text', word };
  }
  const [, transcribes, recorded = ''] = transcribing.exec(sentence) ?? [];
  if (transcribes) return { from: findMedia(recorded)[0]?.medium === 'image' ? 'image' : 'audio', to: 'text', word: transcribes };
  const [, rest = ''] = drawing.exec(sentence) ?? [];
  const object = rest.split(ending, 1).join('').split(' ').slice(0, longestObject).join(' ');
  const drawn = findMedia(object).find(({ medium }) => isSeen(medium));
  return drawn ? { from: 'text', to: drawn.medium, word: drawn.word } : null;
}

/**
 * What a need asks to be made of what: "descriptions of our photos" are text from images. Text made of text is left to its words.
 * Null where it does not say.
 */
export function readConversion(need: string): AskedConversion | null {
  for (const sentence of need.toLowerCase().split(/[.?!;:\n]\s/)) {
    const read = readSentence(sentence);
    if (read !== null && (read.from !== 'text' || read.to !== 'text')) return read;
  }
  return null;
}
