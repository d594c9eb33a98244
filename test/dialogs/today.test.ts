import type { TurnContext } from 'botbuilder';
import { expect } from 'chai';
import { todayOf } from '../../dialogs/today.js';

const todayIn = (localTimezone: string) =>
  todayOf({ activity: { localTimezone } } as unknown as TurnContext, 'Asia/Tokyo');

/** The name with those letters in capitals that stand for a bit of the number. */
const spelling = (name: string, number: number) =>
  name
    .toLowerCase()
    .replace(/./g, (letter, bit: number) => ((number >> bit) & 1 ? letter.toUpperCase() : letter));

describe('Today, for whom a client sends', () => {
  const MB = 1024 ** 2;

  for (const zone of ['America/Argentina/Buenos_Aires', 'Antarctica/DumontDUrville', 'Asia/Ust-Nera']) {
    it(`${zone} in ever other capitals, is the same day, and keeps next to nothing`, () => {
      const day = todayIn(zone);
      const before = process.memoryUsage().rss;
      const different = Array.from({ length: 4000 }, (_, n) => todayIn(spelling(zone, n))).filter(
        (each) => JSON.stringify(each) !== JSON.stringify(day),
      );
      // A format for each spelling is 100 MB.
      expect(process.memoryUsage().rss - before).to.be.below(30 * MB);
      // Midnight may fall between the first and the last.
      if (JSON.stringify(todayIn(zone)) === JSON.stringify(day)) expect(different).to.deep.equal([]);
    });
  }

  it('a zone that there is not, it is that of the bot', () => {
    const day = JSON.stringify(todayIn('Asia/Tokyo'));
    for (let n = 0; n < 4000; n += 1) expect(JSON.stringify(todayIn(`Asia/Nowhere${n}`))).to.equal(day);
  });
});
