import { expect } from 'chai';
import { dateTextsIn } from '../../bot/texts/textsIn.js';
import { LANGUAGES } from '../../knowledge/faq/language.js';
import { dateRules } from '../../knowledge/rules/dateRules.js';
import { Conversation, testBot } from '../conversation.js';
import { shippedIndex } from '../shippedIndex.js';

describe('A conversation about dates', () => {
  const bot = testBot();
  const on = (day: string, fields = {}) =>
    new Conversation(bot, { localTimestamp: `${day}T10:00:00+09:00` as never, ...fields });

  describe("with the page's own example", () => {
    it('is answered in one message, in English', async () => {
      const { text } = await on('2021-01-10').say(
        'our benefits expire Jan 31st, I redeemed the key on Dec 1, until when does it work?',
      );
      expect(text).to.match(/^The key can be used until \*\*December 1, 2021\*\*\./);
      expect(text)
        .to.contain('redeemed on December 1, 2020')
        .and.contain('*From the FAQ: What does the benefit expiry date mean?*');
    });

    it('is answered in one message, in Japanese', async () => {
      const { text } = await on('2021-01-10').say(
        '特典の有効期限は1月31日で、キーは12月1日に引き換えました。いつまで使えますか？',
      );
      expect(text).to.match(/^キーは、\*\*2021年12月1日\*\*まで使えます。/);
      expect(text).to.contain('(2020年12月1日)').and.contain('出典：FAQ「特典の有効期限とは何ですか？」');
    });

    for (const [language, asked, redeemed, supposed, answers] of [
      [
        'English',
        'On what date does my redeemed key stop working?',
        'December 1, 2020',
        'and if I redeem it a month later?',
        [
          /^On which date was the key redeemed\?/,
          /until \*\*December 1, 2021\*\*/,
          /until \*\*January 1, 2022\*\*/,
        ],
      ],
      [
        'Japanese',
        '引き換えたキーは何月何日まで使えますか',
        '2020年12月1日です',
        '1か月後に引き換えた場合は？',
        [/^キーを引き換えたのはいつですか？/, /\*\*2021年12月1日\*\*まで/, /\*\*2022年1月1日\*\*まで/],
      ],
    ] as const) {
      it(`is answered over three turns, in ${language}`, async () => {
        const conversation = on('2021-01-10');
        for (const [turn, said] of [asked, redeemed, supposed].entries()) {
          expect((await conversation.say(said)).text).to.match(answers[turn]!);
        }
      });
    }
  });

  it('goes on over a missing date, an impossible one, a correction, a follow-up and a change of language', async () => {
    const conversation = on('2021-03-10');
    const asked = await conversation.say('VSのサブスクは何月何日から別の人に再割り当てできますか');
    expect(asked.text).to.match(/^サブスクリプションを最初に割り当てたのはいつですか？/);
    expect(asked.activity.inputHint).to.equal('expectingInput');
    const refused = await conversation.say('2021年2月30日');
    expect(refused.text).to.match(/^「2021年2月30日」という日付はありません。サブスクリプションを/);
    const answered = await conversation.say('2月20日です');
    expect(answered.text).to.match(
      /^サブスクリプションは、\*\*2021年5月21日\*\*から再割り当てできます。.*2021年2月20日/s,
    );
    const corrected = await conversation.say('すみません、3月1日でした');
    expect(corrected.text).to.contain('**2021年5月30日**');
    const supposed = await conversation.say('2週間後なら？');
    expect(supposed.text).to.contain('**2021年6月13日**');
    await conversation.say('in English please');
    const english = await conversation.say('no, I meant 5 March');
    expect(english.text).to.match(/^The subscription can be reassigned from \*\*June 3, 2021\*\*\./);
  });

  it('begins the reply to a yes/no question with the verdict', async () => {
    expect((await on('2021-09-14').say('key redeemed 15 Jun 2021, can I still use it today?')).text).to.match(
      /^Yes, today is still covered\./,
    );
    expect(
      (await on('2023-07-07').say('先月の15日に割り当てたVSを、今日ほかの社員に再割り当てできますか？')).text,
    ).to.match(/^いいえ、今日の時点ではまだできません。.*2023年9月13日/s);
  });

  it('lists several dates', async () => {
    const { text } = await on('2022-08-01').say(
      '佐藤さんには2022/4/1、鈴木さんには2022.5.16にVSを割り当てました。それぞれいつから再割り当てできますか？',
    );
    expect(text).to.match(
      /2022年4月1日 → \*\*2022年6月30日\*\*から\n.*2022年5月16日 → \*\*2022年8月14日\*\*から/,
    );
  });

  it("takes the user's today, not the server's", async () => {
    const ask = async (localTimestamp: string) =>
      (
        await new Conversation(bot, { localTimestamp: localTimestamp as never }).say(
          'I redeemed the key yesterday. Until what date can I use it?',
        )
      ).text;
    expect(await ask('2024-03-02T08:00:00+09:00')).to.contain('**March 1, 2025**');
    expect(await ask('2024-03-01T15:00:00-08:00')).to.contain('**February 28, 2025**');
  });

  it('asks which of two dates is meant where nothing tells', async () => {
    const conversation = on('2021-02-10');
    const question = await conversation.say(
      '2021年1月31日と2020年12月1日なんですが、キーはいつまで使えますか',
    );
    expect(question.text)
      .to.contain('キーを引き換えたのはいつですか？')
      .and.contain('2021年1月31日と2020年12月1日');
    const answer = await conversation.press(question, '2020年12月1日');
    expect(answer.text).to.contain('**2021年12月1日**');
  });

  it('asks how to read 03/04/2021 unless the locale tells', async () => {
    const question = 'I redeemed the key on 03/04/2021. Until when can I use it?';
    const conversation = on('2021-05-01');
    const asked = await conversation.say(question);
    expect(asked.text).to.contain('March 4, 2021 or April 3, 2021');
    expect((await conversation.press(asked, 'April 3, 2021')).text).to.contain('**April 3, 2022**');
    expect((await on('2021-05-01', { locale: 'en-US' }).say(question)).text).to.contain('**March 4, 2022**');
    expect((await on('2021-05-01', { locale: 'en-GB' }).say(question)).text).to.contain('**April 3, 2022**');
  });

  it('answers another question in between and asks for the date again', async () => {
    const conversation = on('2021-03-10');
    await conversation.say('On what date can I reassign my VS subscription?');
    const { text } = await conversation.say('Where do I get an Access ID?');
    expect(text).to.match(/^.*Technical Benefits[^]*\n\nOn which date was the subscription/);
    expect((await conversation.say('last Friday')).text).to.contain('**June 3, 2021**');
  });

  it('says that a key is redeemed too late where the benefit expiry date lies before', async () => {
    const conversation = on('2026-11-22');
    const late = await conversation.say(
      'expiry date is January 31, 2027. I want to redeem the key on March 1, 2027, how long can I use it?',
    );
    expect(late.text).to.match(/^No, March 1, 2027 is too late\. The last day is \*\*January 31, 2027\*\*\./);
    const inTime = await conversation.say('and if I redeem it on January 15?');
    expect(inTime.text).to.contain('**January 15, 2028**');
    const lateAgain = await conversation.say('and a month later?');
    expect(lateAgain.text).to.match(/^No, February 15, 2027 is too late/);
  });

  it('takes a day that is supposed after a yes/no question for the day that is asked about', async () => {
    const conversation = on('2021-03-10');
    expect(
      (await conversation.say('VSを2021年1月10日に割り当てました。今日、別の人に再割り当てできますか？'))
        .text,
    ).to.match(/^いいえ/);
    expect((await conversation.say('4月20日なら？')).text).to.match(
      /^はい、2021年4月20日の時点で可能です。.*2021年4月10日/s,
    );
  });

  it('says nothing about dates of other things', async () => {
    for (const message of [
      'My subscription expires on December 31, 2026. Should I extend it?',
      'Officeのライセンスを9月1日に割り当てました。いつ付け替えられますか',
    ]) {
      expect((await on('2026-11-22').say(message)).text).not.to.match(/90 days|90日|\*\*/);
    }
  });

  it('meets a remark in between and asks for the date again', async () => {
    const conversation = on('2021-03-10');
    await conversation.say('On what date can I reassign my VS subscription?');
    const { text } = await conversation.say('thank you!');
    expect(text).to.match(/^You're welcome[^]*\n\nOn which date was the subscription/);
  });

  it('takes a day without a year for one of the time that the message is about', async () => {
    expect(
      (await on('2026-11-24').say('My benefit expiry date is Jan 31 2021. Is it ok to redeem on January 31?'))
        .text,
    ).to.match(/^Yes, January 31, 2021 is in time\./);
    expect(
      (await on('2026-11-24').say('特典の有効期限は2021年1月31日です。1月31日に引き換えても大丈夫ですか'))
        .text,
    ).to.match(/^はい、2021年1月31日なら間に合います。/);
  });

  it('keeps the year of a day that it refused', async () => {
    const conversation = on('2026-11-24');
    await conversation.say('VSを2021年2月30日に割り当てました。いつから付け替えられますか');
    expect((await conversation.say('2月28日です')).text).to.contain('**2021年5月29日**');
  });

  it('builds on a date no more once something else was answered', async () => {
    const conversation = on('2021-03-10');
    await conversation.say('I redeemed my key on March 1, 2021. Until when can I use it?');
    await conversation.say('Where do I get an Access ID?');
    expect((await conversation.say('and a month later?')).text).not.to.contain('2022');
  });

  it('takes the number of one of two dates', async () => {
    const conversation = on('2021-05-01');
    await conversation.say('I redeemed the key on 03/04/2021. Until when can I use it?');
    expect((await conversation.say('the second one')).text).to.contain('**April 3, 2022**');
  });

  it('is left by cancel', async () => {
    const conversation = on('2021-03-10');
    await conversation.say('On what date can I reassign my VS subscription?');
    expect((await conversation.say('cancel')).text).to.match(/^All right/);
    expect((await conversation.say('March 1, 2021')).text).not.to.contain('reassigned');
  });

  it('takes the date of a card, also of an old one, for what the card asked', async () => {
    const conversation = on('2021-03-10', { channelId: 'msteams' });
    const { activity } = await conversation.say('On what date can I reassign my VS subscription?');
    const { actions } = activity.attachments![0]!.content as { actions: { data: object }[] };
    await conversation.say('cancel');
    await conversation.say('Where do I get an Access ID?');
    const reply = await conversation.say('', { value: { ...actions[0]!.data, date: '2021-03-01' } });
    expect(reply.text).to.contain('**May 30, 2021**');
    const empty = await conversation.say('', { value: { ...actions[0]!.data, date: '' } });
    expect(empty.text).to.match(/^I couldn't find a date in that\. On which date was/);
    const [forged] = await conversation.send({
      type: 'message',
      value: { rule: 'key-for-free', date: '2021-03-01' },
    });
    expect(forged!.text).to.match(/^That button is out of date/);
  });

  it('answers an old card while another question is open, which then goes on', async () => {
    const conversation = on('2021-03-10', { channelId: 'msteams' });
    const { activity } = await conversation.say('VSのサブスクは何月何日から別の人に再割り当てできますか');
    const { actions } = activity.attachments![0]!.content as { actions: { data: object }[] };
    await conversation.say('キャンセル');
    await conversation.say('更新開始');
    const value = { ...actions[0]!.data, date: '2021-03-01' };
    const { text } = await conversation.say('', { value });
    expect(text).to.match(/\*\*2021年5月30日\*\*[^]*\n\nお尋ねになりたいのは/);
    expect((await conversation.say('2')).text).to.contain('出典');
  });

  for (const language of LANGUAGES) {
    for (const { id, entry, fact } of Object.values(dateRules)) {
      it(`answers a general question as a fact and offers to work out the date (${id}, ${language})`, async () => {
        const conversation = on('2021-03-10');
        const { facts } = shippedIndex().faq.entries.find((each) => each.id === entry)!;
        const { question, answer } = facts.find((each) => each.id === fact)!;
        const general = await conversation.say(question[language]);
        expect(general.text).to.contain(answer[language]);
        const asked = await conversation.press(general, dateTextsIn(language).workOut[id]);
        expect(asked.text).to.contain(dateTextsIn(language).ask[dateRules[id].needs]);
      });
    }
  }

  it('takes a date after a general answer for the rule that it stated', async () => {
    const conversation = on('2021-03-10');
    await conversation.say('How long do I have to wait before I can reassign a Visual Studio subscription?');
    expect((await conversation.say('February 30')).text).to.match(
      /^There is no such date as “February 30”\. On which date was/,
    );
    expect((await conversation.say('December 1')).text).to.contain('**March 1, 2021**');
  });

  it('offers a calendar file and shows a timeline, with today in it', async () => {
    const { text, activity } = await on('2021-01-10').say(
      '特典の有効期限は1月31日で、キーは12月1日に引き換えました。いつまで使えますか？',
    );
    expect(text).to.contain('/calendar/key-usable-until/2021-12-01/ja.ics');
    const shown = JSON.stringify(activity.attachments![0]!.content);
    const days = ['2020年12月1日', '2021年1月10日', '2021年1月31日', '2021年12月1日'];
    expect(days.map((day) => shown.indexOf(day))).to.satisfy((places: number[]) =>
      places.every((place, index) => place > (places[index - 1] ?? 0)),
    );
    expect(shown).to.contain('キーを使える最終日');
  });

  it('survives dates at the end of the calendar', async () => {
    for (const message of [
      'I redeemed the key on 9999-12-31. Until when can I use it?',
      'VSを9999年12月1日に割り当てました。いつから再割り当てできますか',
    ]) {
      expect((await on('2021-01-10').say(message)).text).not.to.match(/went wrong|問題が発生/);
    }
  });
});
