/** What goes into a tool or comes out of it. */
export type Medium = 'text' | 'image' | 'audio' | 'video';

/** What a task turns into what. */
export type Conversion = { from: Medium; to: Medium };

/** A conversion that a need asks for, and the word of the need that says what is to come out. */
export type AskedConversion = Conversion & { word: string };

/** The word under which the index keeps a conversion; no text holds it. */
export const nameConversion = ({ from, to }: Conversion): string => `${from}into${to}`;

const nouns: Record<Medium, string> = {
  text: 'text|textual|texts|description|descriptions|caption|captions|story|stories|article|articles|summary|summaries|subtitle|subtitles|transcript|transcripts|sentence|sentences|word|words|document|documents|paragraph|message|messages|script|prompt|prompts|lyrics',
  image:
    'image|images|picture|pictures|photo|photos|photograph|photographs|drawing|drawings|sketch|sketches|poster|posters|illustration|illustrations|painting|paintings|artwork|artworks|logo|logos|portrait|portraits',
  audio: 'audio|speech|voice|voices|recording|recordings|sound|sounds|podcast|podcasts|spoken|voiceover|narration',
  video: 'video|videos|clip|clips|animation|animations|footage|movie|film',
};
const mediumOf = new Map(Object.entries(nouns).flatMap(([medium, words]) => words.split('|').map((word) => [word, medium as Medium] as const)));

/** "convert A to B" */
const turning = /\b(?:convert|transform|turn|translat|chang|restyl|redraw)\w*\b(.*?)\b(?:in)?to\b(.*)/g;
/** "generate B from A" */
const making =
  /\b(?:generat|creat|produc|mak(?=e|ing)|writ|draw|paint|synthesi[sz]|design|illustrat|render|visuali[sz])\w*\b(.*?)\b(?:for|from|of|based on|out of|given|about|according to|using|with)\b(.*)/;
const describing = /\b(describ\w*|caption\w*)\b(.*)/;
const transcribing = /\btranscrib\w*/;
/** "draw a B", unless B is what something is done with ("create an image classifier"). */
const drawing = new RegExp(
  `\\b(?:generat|creat|draw|paint|synthesi[sz]|illustrat|render|visuali[sz])\\w*\\W+(?:\\w+\\W+){0,3}?(${nouns.image}|${nouns.video})\\b(?!\\W+(?:segment|classif|recogni|analy|caption|detect|model|game|conferenc|chat|edit|search|label|retriev|processing|review|platform|app)\\w*)`,
);

/** The words of a stretch that name a medium, in their order. */
const findMedia = (stretch = ''): { word: string; medium: Medium }[] =>
  (stretch.match(/[a-z]+/g) ?? []).flatMap((word) => {
    const medium = mediumOf.get(word);
    return medium === undefined ? [] : [{ word, medium }];
  });

function readSentence(sentence: string): AskedConversion | null {
  for (const [, before, after] of sentence.matchAll(turning)) {
    const [[input], [output]] = [findMedia(before), findMedia(after)];
    if (input && output) return { from: input.medium, to: output.medium, word: output.word };
  }
  const [, made, of] = making.exec(sentence) ?? [];
  const [output, input] = [findMedia(made).at(-1), findMedia(of)[0]];
  if (input && output) return { from: input.medium, to: output.medium, word: output.word };
  const [, describes = '', what] = describing.exec(sentence) ?? [];
  const described = findMedia(what)[0]?.medium;
  if (described === 'image' || described === 'video') return { from: described, to: 'text', word: describes };
  const [transcribes] = transcribing.exec(sentence) ?? [];
  if (transcribes) return { from: 'audio', to: 'text', word: transcribes };
  const [, drawn] = drawing.exec(sentence) ?? [];
  const medium = drawn && mediumOf.get(drawn);
  return drawn && medium ? { from: 'text', to: medium, word: drawn } : null;
}

/**
 * What a need asks to be made of what: "descriptions of our photos" are text from images. Text made of text is left to its words.
 * Null where it does not say.
 */
export function readConversion(need: string): AskedConversion | null {
  for (const sentence of need.toLowerCase().split(/[.?!;:\n]+(?:\s|$)/)) {
    const read = readSentence(sentence);
    if (read !== null) return read.from === 'text' && read.to === 'text' ? null : read;
  }
  return null;
}
