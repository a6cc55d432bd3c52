import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameConversion, readConversion } from '../../../lib/match/conversions';
import { findTasks, nameConversions } from '../../../lib/match/find-tasks';
import { taskWords } from '../../../lib/match/task-words';

test.each([
  ['turn an hour of interview recordings into text', 'audio', 'text', 'text'],
  ['Convert a given sentence into a speech audio file.', 'text', 'audio', 'speech'],
  ['I need a tool that generates textual descriptions for the pictures in my shop', 'image', 'text', 'descriptions'],
  ['create an image of a lighthouse, based on my description', 'text', 'image', 'image'],
  ['We are a film studio. Make a short video from a script.', 'text', 'video', 'video'],
  ['describe what is on a photo', 'image', 'text', 'describe'],
  ['transcribe the meeting', 'audio', 'text', 'transcribe'],
  ['draw me a picture of a fox', 'text', 'image', 'picture'],
  ['transform floor plan images into simple line drawings', 'image', 'image', 'drawings'],
  ['descriptions of our photos', 'image', 'text', 'descriptions'],
  ['alt text for images', 'image', 'text', 'text'],
  ['transcribe handwritten letters in old photos', 'image', 'text', 'transcribe'],
  ['Convert the article to a summary. Then turn the text into speech', 'text', 'audio', 'speech'],
])('%j asks for %s made into %s', (need, from, to, word) => {
  expect(readConversion(need)).toEqual({ from, to, word });
});

test.each([
  'create an image segmentation model',
  'build a product to classify images of pets',
  'summarize a long article into a short text',
  'detect objects in a video',
  'a database for my app',
  'help me create a video conference',
  'create embeddings of images',
  'generate tags for images',
  'create thumbnails from videos',
  'create a database of photos',
  'tag product images with text descriptions',
  'a vision transformer for image classification to sort photos',
  'make a voice assistant for my documents',
  'make a chatbot for my website using my documents',
  'write an article about image generation',
  'find a model to analyse text in images',
  'translate documents from French to English',
  'make my food pictures look better',
  '',
])('%j asks for none', (need) => {
  expect(readConversion(need)).toBeNull();
});

test('the word that it stands for is a word of the need', () => {
  const words = fc.array(
    fc.constantFrom('make', 'convert', 'photo', 'into', 'alt', 'text', 'for', 'from', 'video', 'speech', 'describe', 'of', 'a', '.', 'draw', 'transcribe'),
  );
  fc.assert(
    fc.property(words, (picked) => {
      const need = picked.join(' ');
      const read = readConversion(need);
      if (read !== null) expect(need.split(' ')).toContain(read.word);
    }),
  );
});

const findConversions = (name: string): string => nameConversions(findTasks([name]));

test('a capability says by its name what it turns into what', () => {
  expect(findConversions('Multimodal Image-to-Text')).toBe(nameConversion({ from: 'image', to: 'text' }));
  expect(findConversions('Automatic Speech Recognition')).toBe(nameConversion({ from: 'audio', to: 'text' }));
  expect(findConversions('Image Classification')).toBe('');
  expect(findConversions('Pin a commit')).toBe('');
});

test('every name of the form "A to B" is a task that turns A into B', () => {
  const media = { text: 'text', image: 'image', audio: 'audio', speech: 'audio', video: 'video' } as const;
  const named = taskWords.flatMap(({ names, turns }) =>
    names.flatMap((name) => [...name.matchAll(/^(\w+) to (\w+)$/g)].map(([, from, to]) => ({ from, to, turns }))),
  );
  expect(named.length).toBeGreaterThan(4);
  for (const { from, to, turns } of named) expect(turns).toEqual({ from: media[from as keyof typeof media], to: media[to as keyof typeof media] });
});
