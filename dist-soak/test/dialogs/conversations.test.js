// Runs the scripted conversations in test/conversations/, whose README explains their lines.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { Conversation, testBot } from '../conversation.js';
const FOLDER = fileURLToPath(new URL('../../../test/conversations/', import.meta.url));
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.chat'))) {
    describe(`The scripted conversation (${file})`, () => {
        for (const { title, lines } of scriptsIn(file))
            it(title, async () => run(lines));
    });
}
function scriptsIn(file) {
    const scripts = [];
    for (const [index, text] of readFileSync(join(FOLDER, file), 'utf8').split('\n').entries()) {
        if (text.trim() === '' || text.startsWith('#'))
            continue;
        const [, keyword = '', words = ''] = /^([a-z]+(?: at \d+)?)(?:: (.*))?$/.exec(text) ?? [];
        const where = `${file}:${index + 1}`;
        if (keyword === '')
            throw new Error(`${where}: this is no line of a conversation: ${text}`);
        if (keyword === 'conversation')
            scripts.push({ title: words, lines: [] });
        else
            scripts.at(-1).lines.push({ where, keyword, words });
    }
    return scripts;
}
async function run(lines) {
    const folder = mkdtempSync(join(tmpdir(), 'chat-'));
    const stage = await Stage.open(join(folder, 'bot.db'));
    try {
        for (const line of lines) {
            try {
                await stage.play(line);
            }
            catch (error) {
                throw new Error(`${line.where}: ${error.message}`, { cause: error });
            }
        }
    }
    finally {
        await stage.close();
        rmSync(folder, { recursive: true, force: true });
    }
}
/** A bot and the people who talk to it. */
class Stage {
    databaseFile;
    bot;
    #people = new Map();
    #speaker = 'user';
    #channel = 'test';
    #today;
    #now = Date.now();
    #replies = [];
    constructor(databaseFile, bot) {
        this.databaseFile = databaseFile;
        this.bot = bot;
    }
    static async open(databaseFile) {
        return new Stage(databaseFile, await testBot(databaseFile));
    }
    async play({ keyword, words }) {
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
                const reply = position === undefined ? this.#last() : this.#replies[Number(position) - 1];
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
    async close() {
        await this.bot.close();
    }
    #person() {
        const known = this.#people.get(this.#speaker);
        if (known)
            return known;
        const person = new Conversation(this.bot, {
            channelId: this.#channel,
            conversation: { id: 'script' },
            from: { id: this.#speaker, name: this.#speaker },
        });
        this.#people.set(this.#speaker, person);
        return person;
    }
    #moment() {
        const timestamp = new Date(this.#now);
        const localTimestamp = this.#today && `${this.#today}T10:00:00+09:00`;
        return { timestamp, ...(localTimestamp && { localTimestamp }) };
    }
    #last() {
        const reply = this.#replies.at(-1);
        if (!reply)
            throw new Error('nobody has said anything yet');
        return reply;
    }
}
function written(words) {
    return words
        .replaceAll('\\n', '\n')
        .replace(/\{(\d+)x ([^}]*)\}/g, (_, count, text) => text.repeat(Number(count)));
}
function milliseconds(words) {
    const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/.exec(words) ?? [];
    const minutes = { minute: 1, hour: 60, day: 1440 }[unit];
    if (minutes === undefined)
        throw new Error(`"${words}" is no time`);
    return Number(count) * minutes * 60_000;
}
//# sourceMappingURL=conversations.test.js.map