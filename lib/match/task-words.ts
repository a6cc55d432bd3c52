import type { Conversion } from './conversions';

/** A task of AI: the names that its makers give it, what people say who need it, and what it turns into what, where that is one thing. */
export type Task = { names: readonly string[]; says: string; turns?: Conversion };

/**
 * What people say when they need a task of AI, in everyday words, beside the names that its makers give it. A capability whose
 * name holds one of the names is also found by these words (the field `everyday` of fields.ts). Of two names of which one holds
 * the other, the longer counts.
 */
export const taskWords: readonly Task[] = [
  {
    names: ['text to image', 'image generation', 'unconditional image generation', 'generate images', 'make pictures'],
    says: 'create draw design paint illustrate picture photo artwork poster book cover banner sign logo scene portrait landscape character background from a description, visualize an idea, synthetic pictures',
    turns: { from: 'text', to: 'image' },
  },
  {
    names: ['unconditional image generation'],
    says: 'random new realistic pictures of faces, animals, butterflies, rooms, art samples for a collection or gallery, without a prompt',
  },
  {
    names: ['image to image', 'image editing', 'edit images', 'upscale images', 'image restoration'],
    says: 'change edit restyle transform a photo or sketch, add or remove something in a picture, turn a drawing, pose, edges or depth map into a picture, upscale resolution, sharpen a blurry photo, denoise, restore, colorize, style transfer, variations of a product photo, floor plan or line drawing of a room',
    turns: { from: 'image', to: 'image' },
  },
  {
    names: ['image to text', 'image captioning', 'describe images', 'read pictures'],
    says: 'caption describe what a photo or picture shows in words, alt text for images, explain a chart, read printed or handwritten text from a picture',
    turns: { from: 'image', to: 'text' },
  },
  {
    names: ['visual question answering'],
    says: 'ask answer a question about a photo or picture, what is in this image',
  },
  {
    names: ['document question answering', 'document question answer'],
    says: 'find answers, amounts, dates, names and totals in a scanned document, invoice, receipt, contract, form or PDF',
  },
  {
    names: ['ocr', 'optical character recognition'],
    says: 'read text from a scan, photo, receipt, handwriting',
    turns: { from: 'image', to: 'text' },
  },
  {
    names: ['image classification', 'classify images'],
    says: 'sort label recognize photos, what kind of animal, plant, food, object, disease or product is in a picture, identify the type of a photo, label pictures automatically, diagnose from a scan, guess the age of a person',
  },
  {
    names: ['zero shot image classification'],
    says: 'sort label photos into categories of my own choice without training examples, match a picture with a list of words, tell whether a photo shows a cat or a dog',
  },
  {
    names: ['zero shot classification'],
    says: 'sort label articles, messages, reviews, tickets or news into topics or categories of my own choice without training examples, does a statement follow from or contradict another',
  },
  {
    names: ['text classification', 'classify text'],
    says: 'sort label messages, reviews, comments, emails into classes, spam, toxic, hate, language, topic, intent, emotion, positive or negative',
  },
  {
    names: ['sentiment analysis'],
    says: 'is a review, tweet, comment or customer feedback positive, negative or neutral, opinion, mood, emotion of people',
  },
  {
    names: ['language detection', 'language identification'],
    says: 'tell which language a text or recording is in',
  },
  {
    names: ['token classification', 'named entity recognition', 'entity extraction'],
    says: 'find names of people, places, companies, organizations, dates, products in text, extract entities, parts of speech, personal data, punctuation',
  },
  {
    names: ['question answering', 'extractive question answering'],
    says: 'find the answer to a question in a given text, article, passage, manual, contract; who, what, when, where',
  },
  {
    names: ['table question answering'],
    says: 'answer questions about a table, spreadsheet, rows and columns, sales figures, statistics, highest lowest total average number',
  },
  {
    names: ['fill mask', 'masked language modeling'],
    says: 'complete a sentence with a missing word, fill in the blank, guess the hidden word, suggest words',
  },
  {
    names: ['sentence similarity', 'sentence embeddings', 'sentence transformers'],
    says: 'compare how similar alike two sentences, texts, questions, documents are in meaning, find related or duplicate articles, group cluster recommend similar content, semantic search, match',
  },
  {
    names: ['feature extraction', 'embeddings', 'embed text'],
    says: 'vectors representation of text, images or code for search, comparison, similarity, clustering, further analysis',
  },
  {
    names: ['summarization', 'text summarization'],
    says: 'shorten condense a long article, report, document, meeting, conversation, news; short summary, main points, key points, overview, abstract',
  },
  {
    names: ['translation', 'machine translation', 'translate text'],
    says: 'put text in another language, from English to French, Spanish, German, Chinese, Russian, Hindi, Arabic, Italian, multilingual message for foreign customers',
  },
  {
    names: ['text generation'],
    says: 'write continue a story, poem, article, email, blog post, slogan, script, code; creative writing, draft content, answer from a prompt, complete a text',
  },
  {
    names: ['text2text generation'],
    says: 'rewrite paraphrase correct grammar summarize translate simplify answer generate questions from text, follow an instruction',
  },
  {
    names: ['conversational', 'dialogue', 'chatbot'],
    says: 'chat talk converse with a user, virtual assistant, customer support reply, bot persona, character, small talk, respond to messages',
  },
  {
    names: ['automatic speech recognition', 'speech recognition', 'transcribe speech', 'transcribe live audio'],
    says: 'transcribe convert a voice recording, podcast, call, meeting, lecture, interview, audio file into text, subtitles, captions, voice commands, dictation, what was said',
    turns: { from: 'audio', to: 'text' },
  },
  {
    names: ['text to speech', 'speech synthesis', 'speak text', 'synthesise speech'],
    says: 'read text aloud, say a message in a spoken voice, voice over narration, audiobook, announcement, voice assistant, convert text into audio',
    turns: { from: 'text', to: 'audio' },
  },
  {
    names: ['audio to audio', 'speech enhancement', 'source separation'],
    says: 'remove background noise, clean improve the quality of a recording, separate voices, speakers, vocals, instruments, change a voice',
    turns: { from: 'audio', to: 'audio' },
  },
  {
    names: ['speech separation'],
    says: 'separate overlapping speakers talking at once',
    turns: { from: 'audio', to: 'audio' },
  },
  {
    names: ['speech translation', 'translate speech'],
    says: 'translate what somebody says, a spoken voice message, into another language',
  },
  {
    names: ['speech to speech translation'],
    says: 'translate what somebody says, a spoken voice message, into another spoken language',
    turns: { from: 'audio', to: 'audio' },
  },
  {
    names: ['voice conversion', 'convert a voice'],
    says: 'change the voice of a recording into another voice',
    turns: { from: 'audio', to: 'audio' },
  },
  {
    names: ['audio classification'],
    says: 'what kind of sound, music genre, speaker, emotion, spoken language, keyword or command is in a recording, identify who speaks, recognize commands, verify or authenticate a person by the voice, spoken digits and numbers',
  },
  {
    names: ['speaker verification', 'speaker identification', 'speaker diarization'],
    says: 'who speaks when, identify a person by the voice',
  },
  {
    names: ['emotion recognition'],
    says: 'feelings of a speaker, angry, happy, sad, mood of a caller',
  },
  {
    names: ['voice activity detection'],
    says: 'find when somebody speaks in a recording, parts with speech and with silence, cut silent parts, overlapping speakers, count speakers in a meeting',
  },
  {
    names: ['video classification', 'action recognition'],
    says: 'what happens in a video clip, recognize actions, sports, exercise, activity, surveillance footage, categorize videos',
  },
  {
    names: ['text to video', 'video generation', 'generate video'],
    says: 'make create a video, clip, animation, movie scene from a text, script or description',
    turns: { from: 'text', to: 'video' },
  },
  {
    names: ['object detection'],
    says: 'find locate count cars, people, animals, vehicles, products, objects, faces, helmets in a photo, camera, drone or surveillance picture, boxes',
  },
  {
    names: ['image segmentation', 'semantic segmentation', 'segment images'],
    says: 'outline separate cut out objects, people, clothes, road, background, regions of a picture pixel by pixel, street scenes, medical scans',
  },
  {
    names: ['depth estimation'],
    says: 'how far away things are in a picture, distance, 3D, robot, drone or car navigation, depth map',
  },
  {
    names: ['tabular classification'],
    says: 'predict a class or outcome from data in columns, csv file, customer records; income, survival, fraud, churn, disease, carbon emissions, wine quality',
  },
  {
    names: ['tabular regression'],
    says: 'predict estimate a number such as price, weight, sales, cost, emissions, energy from data in columns, features, csv file',
  },
  {
    names: ['time series forecasting', 'forecast time series'],
    says: 'predict future sales, demand, prices, weather, traffic from past measurements',
  },
  {
    names: ['reinforcement learning', 'deep reinforcement learning'],
    says: 'train an agent, robot or player to play a game, balance, walk, drive, land, control, make decisions in an environment or simulation',
  },
  {
    names: ['robotics', 'control robots'],
    says: 'move control a robot arm',
  },
  {
    names: ['graph machine learning'],
    says: 'molecules, networks, social graph, properties of chemical compounds, drug discovery',
  },
  {
    names: ['information retrieval', 'passage ranking', 'text ranking'],
    says: 'order search results by how well they answer a query, find relevant passages',
  },
  {
    names: ['code generation', 'code understanding'],
    says: 'write explain complete fix program source code, function, script in Python, Java, SQL',
  },
  {
    names: ['retrieval augmented generation'],
    says: 'chat with own documents, answer from files, knowledge base',
  },
];

/** Fields of AI, and words that say no more than its tasks do: "Computer Vision Image Classification" is image classification. */
export const fieldWords = [
  'natural language processing',
  'nlp',
  'computer vision',
  'multimodal',
  'audio',
  'tabular',
  'automatic',
  'ai',
  'task',
  'model',
] as const;
