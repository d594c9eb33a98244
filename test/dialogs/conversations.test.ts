// Runs the scripted conversations in test/conversations/, whose README explains their lines.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { ComposedBot } from '../../bot/compose.js';
import { Conversation, type SeenReply, testBot } from '../conversation.js';

const FOLDER = fileURLToPath(new URL('../../../test/conversations/', import.meta.url));

interface Line {
  readonly where: string;
  readonly keyword: string;
  readonly words: string;
}

interface Script {
  readonly title: string;
  readonly lines: readonly Line[];
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.chat'))) {
  describe(`The scripted conversation (${file})`, () => {
    for (const { title, lines } of scriptsIn(file)) it(title, async () => run(lines));
  });
}

function scriptsIn(file: string): Script[] {
  const scripts: { title: string; lines: Line[] }[] = [];
  for (const [index, text] of readFileSync(join(FOLDER, file), 'utf8').split('\n').entries()) {
    if (text.trim() === '' || text.startsWith('#')) continue;
    const [, keyword = '', words = ''] = /^([a-z]+(?: at \d+)?)(?:: (.*))?$/.exec(text) ?? [];
    const where = `${file}:${index + 1}`;
    if (keyword === '') throw new Error(`${where}: this is no line of a conversation: ${text}`);
    if (keyword === 'conversation') scripts.push({ title: words, lines: [] });
    else scripts.at(-1)!.lines.push({ where, keyword, words });
  }
  return scripts;
}

async function run(lines: readonly Line[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chat-'));
  const stage = await Stage.open(join(folder, 'bot.db'));
  try {
    for (const line of lines) {
      try {
        await stage.play(line);
      } catch (error) {
        throw new Error(`${line.where}: ${(error as Error).message}`, { cause: error });
      }
    }
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A bot and the people who talk to it. */
class Stage {
  #people = new Map<string, Conversation>();
  #speaker = 'user';
  #channel = 'test';
  #today: string | undefined;
  #now = Date.now();
  #replies: SeenReply[] = [];

  private constructor(
    private readonly databaseFile: string,
    private bot: ComposedBot,
  ) {}

  static async open(databaseFile: string): Promise<Stage> {
    return new Stage(databaseFile, await testBot(databaseFile));
  }

  async play({ keyword, words }: Line): Promise<void> {
    const [action, position] = keyword.split(' at ');
    switch (action) {
      case 'channel':
        this.#channel = words;
        return;
      case 'today':
        this.#today = words;
        return;
      case 'as':
        this.#speaker = words;
        return;
      case 'later':
        this.#now += milliseconds(words);
        return;
      case 'restart':
        await this.bot.close();
        this.bot = await testBot(this.databaseFile);
        this.#people = new Map();
        return;
      case 'user':
        this.#replies.push(await this.#person().say(written(words), this.#moment()));
        return;
      case 'press': {
        const reply = position === undefined ? this.#last() : this.#replies[Number(position) - 1]!;
        this.#replies.push(await this.#person().press(reply, words, this.#moment()));
        return;
      }
      case 'bot':
        expect(this.#last().text).to.contain(written(words));
        return;
      case 'begins':
        expect(this.#last().text.slice(0, words.length)).to.equal(words);
        return;
      case 'not':
        expect(this.#last().text).not.to.contain(written(words));
        return;
      case 'buttons':
        expect(this.#last().buttons.map(({ title }) => title)).to.deep.equal(words.split(', '));
        return;
      default:
        throw new Error(`unknown keyword "${keyword}"`);
    }
  }

  async close(): Promise<void> {
    await this.bot.close();
  }

  #person(): Conversation {
    const known = this.#people.get(this.#speaker);
    if (known) return known;
    const person = new Conversation(this.bot, {
      channelId: this.#channel,
      conversation: { id: 'script' } as never,
      from: { id: this.#speaker, name: this.#speaker },
    });
    this.#people.set(this.#speaker, person);
    return person;
  }

  #moment() {
    const timestamp = new Date(this.#now);
    const localTimestamp = this.#today && (`${this.#today}T10:00:00+09:00` as unknown as Date);
    return { timestamp, ...(localTimestamp && { localTimestamp }) };
  }

  #last(): SeenReply {
    const reply = this.#replies.at(-1);
    if (!reply) throw new Error('nobody has said anything yet');
    return reply;
  }
}

function written(words: string): string {
  return words
    .replaceAll('\\n', '\n')
    .replace(/\{(\d+)x ([^}]*)\}/g, (_, count: string, text: string) => text.repeat(Number(count)));
}

function milliseconds(words: string): number {
  const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(words) ?? [];
  const minutes = { minute: 1, hour: 60, day: 1440 }[unit];
  if (minutes === undefined) throw new Error(`"${words}" is no time`);
  return Number(count) * minutes * 60_000;
}
