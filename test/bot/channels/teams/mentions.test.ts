import type { Activity } from 'botbuilder';
import { expect } from 'chai';
import fc from 'fast-check';
import { mentionsBot, withoutMention } from '../../../../bot/channels/teams/mentions.js';

const BOT = { id: '28:bot', name: 'MPN Benefits' };

interface Mentioned {
  readonly id?: string;
  readonly name?: string;
  readonly text?: string;
}

function message(text: string, mentions: readonly Mentioned[], fields: object = {}): Activity {
  const entities = mentions.map(({ id = BOT.id, name = BOT.name, text: written = `<at>${name}</at>` }) => ({
    type: 'mention',
    mentioned: { id, name },
    text: written,
  }));
  return { type: 'message', channelId: 'msteams', text, recipient: BOT, entities, ...fields } as never;
}

const OWN: Mentioned = {};

describe('A message that mentions the bot', () => {
  for (const [where, text, words, mentions = [OWN], fields = {}] of [
    ['at the start', '<at>MPN Benefits</at> next', 'next'],
    ['at the end', 'next <at>MPN Benefits</at>', 'next'],
    ['in the middle', 'can a key <at>MPN Benefits</at> be used twice?', 'can a key be used twice?'],
    ['in the middle of Japanese', 'キーは<at>MPN Benefits</at>2回使えますか', 'キーは 2回使えますか'],
    ['twice', '<at>MPN Benefits</at> next <at>MPN Benefits</at>', 'next', [OWN, OWN]],
    ['before a comma', '<at>MPN Benefits</at>, next', 'next'],
    ['before a Japanese comma', '<at>MPN Benefits</at>、次へ', '次へ'],
    ['before a full-width space', '<at>MPN Benefits</at>\u3000次へ', '次へ'],
    ['after a full-width space', '次へ\u3000<at>MPN Benefits</at>', '次へ'],
    ['before &nbsp;', '<at>MPN Benefits</at>&nbsp;次へ', '次へ'],
    ['between no-break spaces', '\u00a0<at>MPN Benefits</at>\u00a0&nbsp;次へ&nbsp;', '次へ'],
    [
      'on a line of its own',
      '<at>MPN Benefits</at>\nproduct: Office\nerror: 1603',
      'product: Office\nerror: 1603',
    ],
    [
      'with an attribute',
      '<at id="0">MPN Benefits</at> next',
      'next',
      [{ text: '<at id="0">MPN Benefits</at>' }],
    ],
    ['with an attribute the entity lacks', '<at id="0">MPN Benefits</at> next', 'next'],
    ['by another name than its own', '<at>MPN 特典</at> 次へ', '次へ', [{ name: 'MPN 特典' }]],
    ['by a name with an emoji', '<at>MPN 🎁 Bot</at> next', 'next', [{ name: 'MPN 🎁 Bot' }]],
    ['by a name of regex characters', '<at>M.* (P$1)?[</at> next', 'next', [{ name: 'M.* (P$1)?[' }]],
    [
      'beside others, whose names are words',
      '<at>MPN Benefits</at> <at>佐藤 $& 美咲</at> asks: next?',
      '佐藤 $& 美咲 asks: next?',
      [OWN, { id: '29:sato', name: '佐藤 $& 美咲' }],
    ],
    [
      'in the plain text of another channel',
      '@MPN Benefits next',
      'next',
      [{ text: '@MPN Benefits' }],
      { channelId: 'slack' },
    ],
    ['and says nothing else', '<at>MPN Benefits</at>', ''],
    ['without the text of the mention', '<at>MPN Benefits</at> next', 'next', [{ text: '' }]],
  ] as [string, string, string, Mentioned[]?, object?][]) {
    it(`${where} says what stands beside the mention`, () => {
      expect(withoutMention(message(text, mentions, fields))).to.equal(words);
    });
  }

  it('is told from one that mentions others, and from malformed entities', () => {
    expect(mentionsBot(message('<at>MPN Benefits</at>', [OWN]))).to.equal(true);
    expect(mentionsBot(message('x', [{ id: '29:sato', name: BOT.name }]))).to.equal(false);
    for (const entities of [
      undefined,
      [],
      [{ type: 'mention' }],
      [{ type: 'mention', mentioned: null }],
      [{ type: 'clientInfo' }],
    ]) {
      expect(mentionsBot(message('x', [], { entities })), JSON.stringify(entities)).to.equal(false);
    }
  });

  it('keeps every other character, whatever is written around the mention', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        fc.pre(!/<\/?at|&nbsp;|\uE000/.test(before + after));
        const words = withoutMention(message(`${before}<at>MPN Benefits</at>${after}`, [OWN]));
        const bare = (text: string) => text.replace(/[\s,、，:：]/gu, '');
        expect(bare(words)).to.equal(bare(before + after));
      }),
    );
  });
});
