import { expect } from 'chai';
import { renderReplies } from '../../../bot/replies/renderReply.js';
import type { Reply } from '../../../dialogs/reply.js';
import { shippedIndex } from '../../shippedIndex.js';

describe('renderReplies', () => {
  const { faq } = shippedIndex();
  const [first, second] = faq.entries.map((entry) => ({ entry }));
  const replies: Reply[] = [
    ...faq.entries.map((entry): Reply => ({ kind: 'answer', entry })),
    ...faq.entries.flatMap((entry) => entry.facts.map((fact): Reply => ({ kind: 'answer', entry, fact }))),
    ...faq.notCovered.map((topic): Reply => ({ kind: 'none', topic, near: [first!], isAgain: false })),
    { kind: 'none', near: [], isAgain: false },
    { kind: 'cannotAct', near: [first!] },
    { kind: 'hasNotActed', near: [] },
    { kind: 'clarify', choices: [first!, second!] },
    ...(
      [
        'welcome',
        'help',
        'greeting',
        'thanks',
        'goodbye',
        'aboutBot',
        'frustration',
        'cancelled',
        'nothingToCancel',
        'startedOver',
        'languagePinned',
        'chooseLanguage',
        'noneOfThese',
        'noText',
        'attachmentOnly',
        'cardOnly',
        'outdatedButton',
        'overtakenButton',
        'failure',
      ] as const
    ).map((kind): Reply => ({ kind })),
  ];
  const rendered = (language: 'en' | 'ja') =>
    replies.map((reply) =>
      renderReplies([reply], language, {
        faq,
        channelId: 'webchat',
        publicUrl: 'https://bot.example',
        keeping: { days: 30, hasMessages: true },
      }),
    );

  it('puts every reply into one language', () => {
    for (const { text } of rendered('en'))
      expect(text).not.to.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u);
    for (const { text } of rendered('ja')) {
      expect(text).to.match(/[ぁ-ん]/u);
      expect(text, 'an English sentence').not.to.match(/[a-z]+ [a-z]+ [a-z]+ [a-z]+/);
    }
  });

  it('has the whole reply in the text, as Markdown, with no gap', () => {
    for (const { text, textFormat } of [...rendered('en'), ...rendered('ja')]) {
      expect(textFormat).to.equal('markdown');
      expect(text)
        .to.not.equal('')
        .and.not.match(/undefined|\[object|\n{3}/);
    }
  });

  it('leads to the addresses of the FAQ only', () => {
    const allowed = Object.values(faq.links).map(({ url }) => url);
    for (const { text } of rendered('en')) {
      for (const [url] of text!.matchAll(/https?:[^\s)]+/g)) expect(allowed).to.include(url);
    }
  });

  it('has buttons that send what they show, short enough for a phone', () => {
    for (const { suggestedActions } of [...rendered('en'), ...rendered('ja')]) {
      for (const { type, title, value } of suggestedActions?.actions ?? []) {
        expect(type).to.equal('imBack');
        expect(value).to.equal(title);
        expect(title.length).to.be.at.most(30);
      }
    }
  });

  it('puts the buttons on a card in Teams, where suggested actions show in personal chats only', () => {
    const { suggestedActions, attachments } = renderReplies([{ kind: 'help' }], 'en', {
      faq,
      channelId: 'msteams',
      publicUrl: '',
      keeping: { days: 30, hasMessages: true },
    });
    expect(suggestedActions).to.equal(undefined);
    const { actions } = attachments![0]!.content as { actions: { title: string; data: { say: string } }[] };
    expect(actions).to.have.lengthOf(3);
    for (const { title, data } of actions) expect(data.say).to.equal(title);
  });
});
