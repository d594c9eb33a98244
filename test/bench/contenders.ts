// The index and its peers behind one interface, each with its defaults and the same texts.
import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en';
import { LangJa } from '@nlpjs/lang-ja';
import { Nlp } from '@nlpjs/nlp';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Faq } from '../../knowledge/faq/schema.js';
import { detectLanguage } from '../../knowledge/text/detectLanguage.js';
import { FaqIndex } from '../../knowledge/search/faqIndex.js';

/** Finds the id of the entry that a message is most like. */
export type Find = (message: string) => Promise<string | undefined> | string | undefined;

export interface Contender {
  readonly name: string;
  /** With more entries than this a build takes longer than a benchmark may. */
  readonly mostEntries: number;
  build(faq: Faq): Promise<Find> | Find;
}

interface Text {
  readonly id: number;
  readonly entry: string;
  readonly language: string;
  readonly text: string;
}

export const contenders: readonly Contender[] = [
  {
    name: 'this index',
    mostEntries: Infinity,
    build: (faq) => {
      const index = new FaqIndex(faq);
      return (message) => index.match(message).candidates[0]?.entry.id;
    },
  },
  {
    name: 'fuse.js',
    mostEntries: Infinity,
    build: (faq) => {
      const fuse = new Fuse(textsOf(faq), { keys: ['text'] });
      return (message) => fuse.search(message, { limit: 1 })[0]?.item.entry;
    },
  },
  {
    name: 'MiniSearch',
    mostEntries: Infinity,
    build: (faq) => {
      const search = new MiniSearch<Text>({ fields: ['text'], storeFields: ['entry'] });
      search.addAll(textsOf(faq));
      return (message) => search.search(message)[0]?.['entry'] as string | undefined;
    },
  },
  {
    name: 'nlp.js',
    mostEntries: 100,
    build: async (faq) => {
      const container = await containerBootstrap();
      container.use(LangEn);
      container.use(LangJa);
      const nlp = new Nlp({ container, autoSave: false, autoLoad: false, nlu: { log: false } });
      for (const language of faq.languages) nlp.addLanguage(language);
      for (const { entry, language, text } of textsOf(faq)) nlp.addDocument(language, text, entry);
      await nlp.train();
      return async (message) => {
        const language = detectLanguage(message)?.language ?? 'en';
        return (await nlp.process(language, message)).intent;
      };
    },
  },
];

function textsOf(faq: Faq): Text[] {
  const texts = faq.entries.flatMap((entry) =>
    faq.languages.flatMap((language) =>
      [entry, ...entry.facts].flatMap(({ question, alternates }) =>
        [question[language], ...alternates[language]].map((text) => ({ entry: entry.id, language, text })),
      ),
    ),
  );
  return texts.map((text, id) => ({ ...text, id }));
}
