// The search command as Teams calls it: over HTTP, with the answer in the response.
import { expect } from 'chai';
import * as fc from 'fast-check';
import { ChatServer } from '../chatServer.js';

interface Element {
  readonly text?: string;
  readonly wrap?: boolean;
}

interface Attachment {
  readonly contentType: string;
  readonly content: {
    readonly version: string;
    readonly body: readonly Element[];
    readonly actions: readonly { readonly type: string; readonly url?: string }[];
  };
  readonly preview: {
    readonly contentType: string;
    readonly content: { readonly title: string; readonly text: string };
  };
}

const FIRST = { ja: '特典の有効期限とは何ですか？', en: 'What does the benefit expiry date mean?' };

describe('The search command', () => {
  let server: ChatServer;

  before(async () => {
    server = await ChatServer.start();
  });

  after(() => server.close());

  /** What Teams gets for the value of an invoke. */
  const invoke = async (value: unknown, fields: object = {}) => {
    const response = await fetch(`${server.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'invoke',
        name: 'composeExtension/query',
        id: 'f:1',
        value,
        channelId: 'msteams',
        serviceUrl: 'https://smba.trafficmanager.net/jp/',
        from: { id: 'u' },
        recipient: { id: 'b' },
        conversation: { id: 'search' },
        ...fields,
      }),
    });
    expect(response.status).to.equal(200);
    const body = (await response.json()) as {
      composeExtension: { type: string; attachmentLayout: string; attachments: Attachment[] };
    };
    expect(body.composeExtension).to.include({ type: 'result', attachmentLayout: 'list' });
    return body.composeExtension.attachments;
  };
  const query = (text: string, queryOptions?: object) => ({
    commandId: 'searchQuestions',
    parameters: [{ name: 'query', value: text }],
    ...(queryOptions && { queryOptions }),
  });
  const search = (text: string, fields: object = {}) => invoke(query(text), fields);
  const titles = (results: readonly Attachment[]) => results.map(({ preview }) => preview.content.title);
  const textOf = ({ content }: Attachment) => content.body.map(({ text }) => text).join('\n');

  for (const [typed, question] of [
    ['how many times can a k', 'How many times can a key be redeemed?'],
    ['expiry', FIRST.en],
    ['reasign visual studio', 'When can a Visual Studio subscription be reassigned to another user?'],
    ['キーは何回', 'キーは何回引き換えられますか？'],
    ['有効期限', FIRST.ja],
    ['ゆうこうきげん', FIRST.ja],
  ] as const) {
    it(`finds for "${typed}": ${question}`, async () => {
      expect(titles(await search(typed)).slice(0, 3)).to.include(question);
    });
  }

  it('gives a preview with the first words of the answer, and a card with the whole of it', async () => {
    for (const [typed, link, source, linkAddress] of [
      [FIRST.en, 'last date to activate your benefits', `From the FAQ: ${FIRST.en}`, /\/mpn\/offers$/],
      [FIRST.ja, '特典を有効化できる最後の日', `出典：FAQ「${FIRST.ja}」`, /\/mpn\/offers$/],
    ] as const) {
      const [result] = await search(typed);
      expect(result!.preview.contentType).to.equal('application/vnd.microsoft.card.thumbnail');
      const { title, text } = result!.preview.content;
      expect(title).to.equal(typed);
      expect(text).to.match(/….?$/).and.have.length.below(100);
      expect(result!.contentType).to.equal('application/vnd.microsoft.card.adaptive');
      expect(Number(result!.content.version)).to.be.at.most(1.5);
      expect(textOf(result!)).to.contain(text.replace('…', '')).and.contain(link).and.contain(source);
      expect(result!.content.body.every(({ wrap }) => wrap)).to.equal(true);
      expect(result!.content.actions.map(({ type }) => type)).to.deep.equal(['Action.OpenUrl']);
      expect(result!.content.actions[0]!.url).to.match(linkAddress);
    }
  });

  it('gives all steps of a procedure, and no button that only works in the chat with the bot', async () => {
    const results = await search('guide me through a support ticket step by step');
    const ticket = results.find((result) => titles([result])[0]!.startsWith("I can't install"));
    expect(textOf(ticket!)).to.match(/^1\. Sign in to the Partner Center dashboard[^]*^6\. /m);
    for (const { content } of results)
      for (const { type } of content.actions) expect(type).to.equal('Action.OpenUrl');
    expect(new Set(titles(results)).size).to.equal(results.length);
  });

  it('answers in the language of the query, and where it shows none in that of the client', async () => {
    expect(titles(await search('いつまで使えますか', { locale: 'en-US' }))[0]).to.match(
      /\p{Script=Hiragana}/u,
    );
    expect(titles(await search('how do I renew', { locale: 'ja-JP' }))[0]).to.match(/^[\p{ASCII}’]+$/u);
    expect(titles(await search('Azure', { locale: 'ja-JP' }))[0]).to.match(/\p{Script=Hiragana}/u);
    expect(titles(await search('Azure', { locale: 'en-GB' }))[0]).to.match(/^[\p{ASCII}’]+$/u);
  });

  it('shows the most useful questions before anything is typed', async () => {
    const initial = {
      commandId: 'searchQuestions',
      parameters: [{ name: 'initialRun', value: 'true' }],
      queryOptions: { skip: 0, count: 25 },
    };
    for (const [locale, first] of [
      ['en-US', FIRST.en],
      ['ja-JP', FIRST.ja],
    ] as const) {
      const shown = titles(await invoke(initial, { locale }));
      expect(shown[0]).to.equal(first);
      expect(shown).to.have.length(9);
      expect(titles(await search('', { locale }))).to.deep.equal(shown);
      expect(titles(await search('  ', { locale }))).to.deep.equal(shown);
    }
  });

  it('gives the pages that Teams asks for, which together are the whole', async () => {
    const whole = titles(await invoke(query('key', { skip: 0, count: 25 })));
    expect(whole.length).to.be.greaterThan(4);
    const pages: string[] = [];
    for (let skip = 0; skip < whole.length + 2; skip += 2)
      pages.push(...titles(await invoke(query('key', { skip, count: 2 }))));
    expect(pages).to.deep.equal(whole);
    expect(await invoke(query('key', { skip: 1_000_000, count: 25 }))).to.deep.equal([]);
    expect(await invoke(query('', { skip: 0, count: 9_000_000 }))).to.have.length(9);
  });

  for (const [what, value] of [
    ['no value', undefined],
    ['a value that is null', null],
    ['a value that is a text', 'key'],
    ['no command', { parameters: [{ name: 'query', value: 'key' }] }],
    ['an unknown command', { ...query('key'), commandId: 'another' }],
    ['no parameters', { commandId: 'searchQuestions' }],
    ['an empty list of parameters', { commandId: 'searchQuestions', parameters: [] }],
    ['another parameter', { commandId: 'searchQuestions', parameters: [{ name: 'other', value: 'key' }] }],
    ['parameters that are a text', { commandId: 'searchQuestions', parameters: 'key' }],
    [
      'a parameter that is a number',
      { commandId: 'searchQuestions', parameters: [{ name: 'query', value: 5 }] },
    ],
    ['negative paging', query('key', { skip: -1, count: 5 })],
    ['paging in words', query('key', { skip: 'a', count: 'b' })],
    ['a page of none', query('key', { skip: 0, count: 0 })],
    ['a giant text', query('key '.repeat(100_000))],
    ['emoji', query('🎉🎉')],
    ['punctuation', query('？！')],
  ] as const) {
    it(`gives an empty result for ${what}`, async () => {
      expect(await invoke(value)).to.deep.equal([]);
    });
  }

  it('finds nothing for words that no question has', async () => {
    expect(await search('zzqx')).to.deep.equal([]);
  });

  it('gives a valid result for whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.string({ unit: 'grapheme', maxLength: 120 }).map((text) => query(text)),
        ),
        async (value) => {
          await invoke(value);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same result when the query is delivered again', async () => {
    expect(await search('key', { id: 'f:9' })).to.deep.equal(await search('key', { id: 'f:9' }));
  });

  it('waits for no turn of its conversation and leaves nothing behind', async () => {
    const metrics = async () => (await fetch(`${server.origin}/metrics`)).text();
    const turns = (text: string) => text.match(/^bot_turns_total.*$/gm) ?? [];
    const before = turns(await metrics());
    await search('キーは何回', { conversation: { id: 'untouched' } });
    const after = await metrics();
    expect(turns(after)).to.deep.equal(before);
    expect(after).to.match(/^bot_replies_total\{kind="search",language="ja"\} [1-9]/m);
    // Nothing is known of the language that was searched in.
    const reply = await fetch(`${server.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        text: 'OK',
        channelId: 'msteams',
        serviceUrl: 'http://localhost',
        from: { id: 'u' },
        recipient: { id: 'b' },
        conversation: { id: 'untouched' },
        deliveryMode: 'expectReplies',
      }),
    });
    const { activities } = (await reply.json()) as { activities: { locale: string }[] };
    expect(activities[0]!.locale).to.equal('en');
  });
});
