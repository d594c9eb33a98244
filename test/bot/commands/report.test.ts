import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import Papa from 'papaparse';
import stringWidth from 'string-width';
import type { ComposedBot } from '../../../bot/compose.js';
import { compose } from '../../../bot/compose.js';
import { readConfig } from '../../../bot/config.js';
import { periodOf } from '../../../bot/commands/reportPeriod.js';
import { Conversation } from '../../conversation.js';
import { onBothDatabases, open, postgresForTest } from '../../databases.js';
import { shipped } from '../../shippedIndex.js';
import { run } from './command.js';

onBothDatabases('npm run report', (test) => {
  let bot: ComposedBot;

  const report = (...options: string[]) => run('report', tmpdir(), options, { DATABASE_URL: test().url });

  before(async () => {
    const env = { LOG_LEVEL: 'silent', DATABASE_URL: test().url, STORE_QUESTIONS: 'true' };
    bot = await compose(readConfig(env), shipped());
  });

  after(() => bot.close());

  it('says that nothing was asked in a period', async () => {
    const { status, output } = await report('--from', '2020-01-01', '--to', '2020-01-31');
    expect(output).to.equal('Nothing was asked from 2020-01-01 to 2020-01-31 (Asia/Tokyo).\n');
    expect(status).to.equal(0);
  });

  it('shows figures by entry and language while the bot runs, and the questions that were not met', async () => {
    const conversation = new Conversation(bot);
    await conversation.say('キーは2回使えますか');
    await conversation.say('役に立たなかった');
    await conversation.say('=HYPERLINK("http://example.com")を開く場所が書いてありません');
    await conversation.say('Can a key be redeemed twice?');
    await conversation.say('this helped');
    await conversation.say('what\'s the weather, "tomorrow",\nin Tokyo');
    await conversation.say('this helped');

    const { status, output, errors } = await report();
    expect([status, errors]).to.deep.equal([0, '']);
    const lines = output.split('\n');
    expect(output).to.match(/^Questions from \d{4}-\d\d-\d\d to \d{4}-\d\d-\d\d \(Asia\/Tokyo\)\n/);
    expect(output).to.match(/^azure-licenses +en +1 +1 +0 +0 +0 +1 +0$/m);
    expect(output).to.match(/^azure-licenses +ja +1 +1 +0 +0 +0 +0 +1$/m);
    expect(output).to.match(/^\(no answer\) +en +1 +0 +0 +0 +1 +1 +0$/m);
    expect(output).to.match(/^all +3 +2 +0 +0 +1 +2 +1$/m);
    expect(output).to.contain('キーは2回使えますか');
    expect(output.indexOf('weather'), 'the newest first').to.be.below(output.indexOf('キー'));
    expect(output).not.to.contain('Can a key');

    // Where a column begins, on the terminal: a Japanese character takes two places.
    const at = (line: string, words: string) => stringWidth(line.slice(0, line.indexOf(words)));
    const comments = lines.find((line) => line.startsWith('time'))!;
    const japanese = lines.find((line) => line.includes('キー'))!;
    expect(at(japanese, '=HYPERLINK')).to.equal(at(comments, 'comment'));
    expect(lines.find((line) => line.includes('weather'))).to.contain('"tomorrow", in Tokyo');
  });

  it('writes CSV, with what users wrote quoted and kept from being a formula', async () => {
    const { output: figures } = await report('--csv');
    expect(figures).to.equal(
      '\uFEFFentry,language,asked,answered,dates,asked back,no answer,helped,did not help\r\n' +
        'azure-licenses,en,1,1,0,0,0,1,0\r\n' +
        'azure-licenses,ja,1,1,0,0,0,0,1\r\n' +
        ',en,1,0,0,0,1,1,0\r\n',
    );
    const { output: questions } = await report('--csv', '--questions');
    expect(questions).to.contain(',"what\'s the weather, ""tomorrow"",\nin Tokyo",\r\n');
    expect(questions).to.contain(
      ',キーは2回使えますか,"\'=HYPERLINK(""http://example.com"")を開く場所が書いてありません"\r\n',
    );
  });

  it('writes a comment of several lines as one cell without a formula, for any reader of CSV', async () => {
    const conversation = new Conversation(bot);
    const comments = [
      ['The price is missing\n=cmd', "The price is missing\n'=cmd"],
      ['The price is missing\r\n+1+cmd\r@SUM(A1)', "The price is missing\n'+1+cmd\n'@SUM(A1)"],
      ['The price is missing, "here"\n\t-2+3\u0007\u202E', `The price is missing, "here"\n' -2+3`],
      ['＝cmd is missing\u2028＠SUM', "'＝cmd is missing\n'＠SUM"],
      ['The price\u0085\u0000=cmd is missing', "The price\n'=cmd is missing"],
      ['The price is missing, as 1=1 and a-b', 'The price is missing, as 1=1 and a-b'],
    ] as const;
    for (const [comment] of comments) {
      await conversation.say('Can a key be redeemed twice?');
      await conversation.say('This did not help');
      expect((await conversation.say(comment)).text).to.contain('noted');
    }
    const { output } = await report('--csv', '--questions');
    const { data, errors } = Papa.parse<Record<string, string>>(output.trim(), { header: true });
    expect(errors).to.deep.equal([]);
    expect(data.map((row) => row['comment'])).to.include.members(comments.map(([, cell]) => cell));
    for (const line of data.flatMap((row) => Object.values(row)).flatMap((cell) => cell.split(/[\r\n]/)))
      expect(line).not.to.match(/^\s*[=+\-@＝＋－＠]/u);
    expect(output.replace(/\r\n/g, '\n')).not.to.match(/(?!\n)\p{Cc}/u);
  });

  it('tells how many misses there are of which it has no words', async () => {
    const figures = await report();
    expect(figures.output).to.not.contain('more have no words');
    const env = { LOG_LEVEL: 'silent', DATABASE_URL: test().url };
    const discreet = await compose(readConfig(env), shipped());
    const conversation = new Conversation(discreet);
    await conversation.say('what about the weather in Osaka');
    await discreet.close();
    expect((await report()).output).to.match(
      /\n1 more has no words that are stored \(see STORE_QUESTIONS\)\.\n$/,
    );
  });

  it('says what is wrong with its options', async () => {
    for (const [options, message] of [
      [['--days', '0'], '--days must be a whole number from 1 to 9999, not "0".'],
      [['--from', '2026-02-30'], '--from must be a day like 2026-11-30, not "2026-02-30".'],
      [['--to', 'today'], '--to must be a day like 2026-11-30, not "today".'],
      [
        ['--from', '2026-11-30', '--to', '2026-11-01'],
        'The period ends (2026-11-01) before it begins (2026-11-30).',
      ],
      [['--days', '3', '--to', '2026-11-01'], 'Give either --days or --from and --to.'],
      [['--weeks', '3'], "Unknown option '--weeks'"],
    ] as const) {
      const { status, errors } = await report(...options);
      expect(errors).to.match(/\nUsage: npm run report/);
      expect(errors.split('\n')[0]).to.contain(message);
      expect(status).to.equal(2);
    }
  });
});

describe('npm run report without a database of the bot', () => {
  it('says that there is none', async () => {
    const file = join(tmpdir(), 'nowhere', 'bot.db');
    const { status, errors } = await run('report', tmpdir(), [], { DATABASE_URL: `file:${file}` });
    expect(errors).to.equal(`There is no database ${file}. Has the bot run, and with this DATABASE_URL?\n`);
    expect(status).to.equal(2);
  });

  it('makes no tables in another one', async function () {
    const empty = await postgresForTest();
    if (!empty) return this.skip();
    try {
      const { status, errors } = await run('report', tmpdir(), [], { DATABASE_URL: empty.url });
      expect(errors).to.contain('lacks tables of this version');
      expect(status).to.equal(2);
      // It is as empty as before: the bot makes its tables without complaint.
      await (await open(empty)).close();
    } finally {
      await empty.remove();
    }
  });
});

describe('The period of a report', () => {
  const NOW = Date.parse('2026-11-30T20:00:00Z');

  it('is the last 30 days when nothing is said, today included, by the clock of the time zone', () => {
    expect(periodOf({}, 'Asia/Tokyo', NOW)).to.deep.equal({
      firstDay: '2026-11-02',
      lastDay: '2026-12-01',
      from: Date.parse('2026-11-02T00:00:00+09:00'),
      until: Date.parse('2026-12-02T00:00:00+09:00'),
    });
  });

  it('holds whole days, also where the clocks change', () => {
    const { from, until } = periodOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin', NOW);
    expect((until - from) / 3_600_000).to.equal(23);
  });

  it('is that many days', () => {
    expect(periodOf({ days: '1' }, 'UTC', NOW)).to.include({ firstDay: '2026-11-30', lastDay: '2026-11-30' });
  });
});
