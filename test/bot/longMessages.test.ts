// Whatever is pasted into a message, in whatever state of a conversation: it is answered, and costs little more than it is
// long. What it costs is processor time, which does not depend on what else the machine has to do.
import { expect } from 'chai';
import fc from 'fast-check';
import { Conversation } from '../conversation.js';
import { ChatServer } from './channels/chatServer.js';

/** How a conversation gets into a state, from which on the long message is sent. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  'at the beginning of a conversation': [],
  'where the bot asks which question is meant': ['更新したい'],
  'where a date is asked for': ['When does my key stop working? I need the exact date'],
  'at a step of a guide': ['I need a support ticket', 'next'],
  'at a field of a form': ['I need a support ticket', 'step 6'],
  'where the bot asks what was missing': ['Can I use a key twice?', 'This did not help'],
  'at a question about the own case': ["I can't assign users in Azure Bulk Credit. What should I do?"],
  'after a date': ['I redeemed my key on 1 March 2026. Until when can I use it?'],
};

/** Whole pieces that once stopped the bot for seconds or minutes. */
const PASTED = [
  '更新日は3月1日、',
  '1月1日に割り当て、',
  'redeemed on 2026-01-01 ',
  'user@example.com,assigned,2026-10-01\n',
  '2026-03-01 10:00:00 INFO service is running, key is valid, license is active\n',
  'is ',
  'it is not ',
  '、',
  'ー',
  '<at',
  '<at>',
  '「',
  'benefits expired: ',
  'the product is ',
  '製品は',
  'product: Office\n',
  'started: 3/1\n',
];
const WORDS = [
  ...[
    'key',
    'redeemed',
    'assigned',
    'renewal date',
    'expires',
    'can I',
    'not',
    'too late',
    'if',
    'that',
    'until',
  ],
  ...[
    'キー',
    '引き換え',
    '割り当て',
    '更新日',
    'ですか',
    'は',
    'ではなく',
    'まだ',
    '期限',
    'ありがとう',
    'お世話になっております',
  ],
  ...[
    '1 March 2026',
    '2026/3/1',
    '3月1日',
    '昨日',
    'next Friday',
    'last year',
    '来年の11月',
    '03/04/2021',
    '42',
  ],
  ...[
    '.',
    '?',
    '。',
    '、',
    '…',
    '((',
    '"',
    "'",
    ' ',
    '　',
    '\n',
    '\t',
    '-',
    '/',
    'x',
    '一',
    '𠮷',
    '👍',
    '﷽',
    'é',
  ],
];
const unit = fc.oneof(
  fc.constantFrom(...PASTED),
  fc
    .tuple(
      fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }),
      fc.constantFrom('', ' ', '\n'),
    )
    .map(([words, between]) => words.join(between) + between),
);

/** As long as fits into a request of so many bytes, where a line break takes two. */
function repeated(unit: string, bytes: number): string {
  return unit.repeat(Math.floor(bytes / (Buffer.byteLength(JSON.stringify(unit)) - 2)));
}

const KIB = 1024;
/** A request of the public endpoint has 256 KB at most, all told. */
const [SHORT, LONG] = [31 * KIB, 255 * KIB];
/** Linear, and so eightfold, with as much again for what comes to a process from elsewhere; below the first, all is noise. */
const MOST_GROWTH = 16;
const NOISE_MS = 100;
/** Before it was bounded, some took minutes. */
const MAX_COST_MS = 500;

/** Milliseconds of processor time. */
async function costOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

interface Chat {
  /** Sends a message and gives the texts of the replies to it. */
  say(text: string): Promise<string[]>;
}

describe('A message of 256 KB', function () {
  this.timeout(120_000);

  let server: ChatServer;
  let count = 0;

  before(async () => {
    server = await ChatServer.start();
  });

  after(() => server.close());

  /** The messaging endpoint, as the Emulator or Teams uses it. */
  const overMessages = (channelId: string): Chat => {
    const id = `long-${(count += 1)}`;
    return {
      say: async (text) => {
        const response = await fetch(`${server.origin}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            type: 'message',
            text: channelId === 'msteams' ? `<at>Bot</at> ${text}` : text,
            channelId,
            serviceUrl: 'http://localhost',
            from: { id },
            recipient: { id: 'bot', name: 'Bot' },
            conversation: { id },
            entities: [{ type: 'mention', mentioned: { id: 'bot', name: 'Bot' }, text: '<at>Bot</at>' }],
            deliveryMode: 'expectReplies',
          }),
        });
        expect(response.status).to.equal(200);
        const { activities } = (await response.json()) as { activities: object[] };
        // In Teams the words stand on the card.
        return activities.map((activity) => JSON.stringify(activity));
      },
    };
  };

  /** The public one, as the web chat uses it. */
  const overDirectLine = async (): Promise<Chat> => {
    const { conversationId, token } = await server.begin();
    const path = `/conversations/${conversationId}/activities`;
    let watermark = '1';
    return {
      say: async (text) => {
        const response = await server.post(
          path,
          { authorization: `Bearer ${token}` },
          { type: 'message', from: { id: '' }, text },
        );
        expect(response.status).to.equal(200);
        const answer = await server.get(`${path}?watermark=${watermark}`, token);
        const set = (await answer.json()) as {
          watermark: string;
          activities: { type: string; text?: string; from: { role: string } }[];
        };
        ({ watermark } = set);
        return set.activities.flatMap(({ from, text: reply = '' }) => (from.role === 'bot' ? [reply] : []));
      },
    };
  };

  const CHANNELS: Readonly<Record<string, () => Chat | Promise<Chat>>> = {
    'the messaging endpoint': () => overMessages('emulator'),
    'the messaging endpoint from Teams': () => overMessages('msteams'),
    'Direct Line': overDirectLine,
  };

  for (const [where, messages] of Object.entries(STATES)) {
    for (const [channel, open] of Object.entries(CHANNELS)) {
      it(`is answered at a cost that grows as its length, ${where}, over ${channel}`, async () => {
        const costsOf = async (piece: string, bytes: number) => {
          const chat = await open();
          for (const message of messages) await chat.say(message);
          const text = `Our key fails: ${repeated(piece, bytes)} 何が原因ですか`;
          let replies: string[] = [];
          const cost = await costOf(async () => {
            replies = await chat.say(text);
          });
          expect(replies.join('')).to.not.equal('');
          return cost;
        };
        const expectCheap = async (piece: string, isLastTry = false): Promise<void> => {
          const short = await costsOf(piece, SHORT);
          const long = await costsOf(piece, LONG);
          const isCheap = long <= MAX_COST_MS && long <= MOST_GROWTH * short + NOISE_MS;
          if (!isCheap && !isLastTry) return expectCheap(piece, true);
          expect(isCheap, `${JSON.stringify(piece)}: ${short} ms, then ${long} ms`).to.equal(true);
        };
        await fc.assert(
          fc.asyncProperty(unit, (piece) => expectCheap(piece)),
          { numRuns: 6, endOnFailure: true },
        );
      });
    }
  }

  for (const piece of PASTED) {
    it(`of nothing but ${JSON.stringify(piece)} is answered at little cost, in every state`, async () => {
      for (const [where, messages] of Object.entries(STATES)) {
        const chat = await overDirectLine();
        for (const message of messages) await chat.say(message);
        const text = repeated(piece, LONG);
        let replies: string[] = [];
        const cost = await costOf(async () => {
          replies = await chat.say(text);
        });
        expect(replies.join(''), where).to.not.equal('');
        expect(cost, where).to.be.below(MAX_COST_MS);
      }
    });
  }

  const SPACES = ' '.repeat(100_000);
  for (const [what, where, channel, message] of [
    [
      'a story and a long row of one word',
      'at the beginning of a conversation',
      'Direct Line',
      `I redeemed my key on 1 March 2026. ${'is '.repeat(20_000)}`,
    ],
    [
      'a labelled value and a line of spaces',
      'at a field of a form',
      'Direct Line',
      `product: x\n${SPACES}\ny`,
    ],
    ['the same a step before', 'at a step of a guide', 'the messaging endpoint', `製品：x\n${SPACES}\ny`],
    ['marks', 'at a field of a form', 'Direct Line', `${'、'.repeat(80_000)}a`],
    ['marks', 'where the bot asks what was missing', 'Direct Line', `a${'、'.repeat(80_000)}b`],
    ['marks', 'at the beginning of a conversation', 'the messaging endpoint from Teams', '、'.repeat(80_000)],
    ['spaces', 'at the beginning of a conversation', 'the messaging endpoint from Teams', `a${SPACES}b`],
    ['open mentions', 'at a field of a form', 'the messaging endpoint from Teams', '<at>'.repeat(60_000)],
    ['half mentions', 'at a field of a form', 'the messaging endpoint from Teams', '<at '.repeat(60_000)],
    ['a field over and over', 'at a step of a guide', 'Direct Line', 'started: 3/1\n'.repeat(15_000)],
    [
      'spaces behind the name of a secret',
      'at the beginning of a conversation',
      'Direct Line',
      `access id${' '.repeat(60_000)}x 1`,
    ],
    ['colons in a field', 'at a field of a form', 'Direct Line', `product: x\n${'a:\n'.repeat(40_000)}`],
  ] as const) {
    it(`of ${what}, ${where}, over ${channel}, is answered at little cost`, async () => {
      const chat = await CHANNELS[channel]!();
      for (const before of STATES[where]!) await chat.say(before);
      let replies: string[] = [];
      const cost = await costOf(async () => {
        replies = await chat.say(message);
      });
      expect(replies.join('')).to.not.equal('');
      expect(cost).to.be.below(MAX_COST_MS);
    });
  }
});

describe('A day that a message says over and over', () => {
  for (const channelId of ['test', 'msteams']) {
    for (const [question, sentence, once] of [
      ['いつまで使えますか', '2026年3月1日にキーを引き換えました。', '2027年3月1日'],
      ['Until when can I use it?', 'I redeemed my key on March 1, 2026. ', 'March 1, 2027'],
      ['When can I reassign it?', 'user@example.com,Visual Studio assigned,2026-03-01\n', 'May 30, 2026'],
    ] as const) {
      it(`is answered once, in the text and on the card: "${question}" in ${channelId}`, async () => {
        const chat = new Conversation(undefined, { channelId });
        const { text, activity } = await chat.say(sentence.repeat(100) + question, {
          localTimestamp: new Date('2026-11-20T12:00:00Z'),
        });
        expect(text.split(once).length - 1, text).to.be.within(1, 3);
        expect(JSON.stringify(activity).length).to.be.below(10_000);
      });
    }
  }

  it('is answered once where it was asked for', async () => {
    const chat = new Conversation();
    await chat.say('When does my key stop working? I need the exact date');
    const { text } = await chat.say('March 1, 2026, '.repeat(50));
    expect(text.split('March 1, 2027').length - 1, text).to.be.within(1, 3);
  });
});
