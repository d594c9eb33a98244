import { expect } from 'chai';
import { verdictInWords } from '../../dialogs/verdict.js';
import { textsIn } from '../../bot/texts/textsIn.js';

describe('A verdict in words', () => {
  const said = {
    like: [
      'This helped',
      'that helped!',
      'It was very helpful.',
      'Helpful',
      '役に立った',
      'とても役に立ちました。',
      '👍',
      '👍🏿',
    ],
    dislike: [
      'This did not help',
      "this didn't help me",
      'That was not helpful',
      'unhelpful',
      '役に立たなかった',
      '役に立ちませんでした。',
      '役に立たない',
      '役に立ちません。',
      'not useful',
      '👎',
      '👎🏻',
    ],
  } as const;
  for (const verdict of ['like', 'dislike'] as const) {
    for (const message of said[verdict]) {
      it(`is ${verdict}: ${message}`, () => expect(verdictInWords(message)).to.equal(verdict));
    }
    for (const language of ['en', 'ja'] as const) {
      const title = textsIn(language).verdict[verdict];
      it(`is ${verdict}: ${title}, as the button says`, () =>
        expect(verdictInWords(title)).to.equal(verdict));
    }
  }

  for (const message of [
    'Does Microsoft Support help me with installing?',
    'help',
    'helpful links',
    'thanks, that helped me to redeem the key. And how long is it valid?',
    'どうすれば役に立ちますか',
    '役に立つ特典は？',
    '',
    '👍👎',
  ]) {
    it(`is none: ${message}`, () => expect(verdictInWords(message)).to.equal(undefined));
  }
});
