import { expect } from 'chai';
import { detectLanguage } from '../../../knowledge/text/detectLanguage.js';

describe('detectLanguage', () => {
  const languageOf = (text: string) => detectLanguage(text)?.language;

  for (const text of [
    'キーは2回使えますか',
    '特典 有効期限 意味',
    'Azure Bulk Credit で user を assign できない',
    '「Your subscription is expiring soon」というメールが来ました',
    'tokuten no yuukou kigen wa itsu made desu ka',
    'ｷｰﾊ何回使ｴﾏｽｶ',
    'VS は？',
  ]) {
    it(`takes "${text}" for Japanese`, () => {
      expect(languageOf(text)).to.equal('ja');
    });
  }

  for (const text of [
    'how long must I wait before giving the VS sub to someone else',
    'What does 特典の有効期限 on my dashboard mean?',
    'benefit expiry date meaning',
    'no one can sign in to our account',
    'Ｈｏｗ ｄｏ Ｉ ｒｅｎｅｗ？',
  ]) {
    it(`takes "${text}" for English`, () => {
      expect(languageOf(text)).to.equal('en');
    });
  }

  for (const text of ['', '2', '!?', '😀👍', '2021/01/31', 'Привет']) {
    it(`says nothing about "${text}"`, () => {
      expect(detectLanguage(text)).to.equal(undefined);
    });
  }

  for (const text of ['OK', 'Azure Bulk Credit', 'VS', 'Visual Studio']) {
    it(`is not sure about the bare "${text}"`, () => {
      expect(detectLanguage(text)?.sure).to.equal(false);
    });
  }
});
