// npm run ask: one question in the terminal, or a chat.
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { faqPathOf, runCommand } from './commandLine.js';
import { localBot, send } from './localBot.js';
const USAGE = 'Usage: npm run ask -- [--faq FILE.yaml] [--explain] ["question"]';
await runCommand(USAGE, async () => {
    const { values, positionals } = parseArgs({
        allowPositionals: true,
        options: { faq: { type: 'string' }, explain: { type: 'boolean', default: false } },
    });
    const bot = await localBot(faqPathOf(values.faq));
    const ask = async (question) => {
        if (values.explain)
            print(explained(bot.index.explain(question)));
        return say(bot, question);
    };
    if (positionals.length > 0)
        await ask(positionals.join(' '));
    else
        await chat(ask);
    await bot.close();
});
/** Asks line by line until the input ends; a number presses the button that carries it. */
async function chat(ask) {
    const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' });
    print('Ask in English or Japanese; Ctrl+D ends.  英語でも日本語でもどうぞ。Ctrl+D で終わります。\n');
    let buttons = [];
    lines.prompt();
    for await (const line of lines) {
        if (line.trim() !== '') {
            const pressed = buttons[Number(line) - 1];
            buttons = await ask(pressed ? String(pressed.value) : line);
        }
        lines.prompt();
    }
}
/** Sends a message through the whole bot and prints the replies. */
async function say(bot, text) {
    const activities = await send(bot, text);
    return activities.flatMap((reply) => {
        const buttons = reply.suggestedActions?.actions ?? [];
        print(`${reply.text}\n`);
        print(`${buttons.map(({ title }, index) => `  [${index + 1}] ${title}\n`).join('')}\n`);
        return buttons;
    });
}
function explained({ match, respelled, thresholds, none, terms }) {
    const percent = (share) => `${(100 * share).toFixed(1)} %`;
    const lines = [
        `looked up as: ${respelled}`,
        `outcome: ${match.outcome}   (answers from ${percent(thresholds.answer)}, asks back where the FAQ covers it by ${percent(thresholds.clarify)})`,
        `not in the FAQ: ${percent(none)}`,
    ];
    for (const { entry, confidence } of match.candidates) {
        const weights = (terms.get(entry) ?? []).map(({ term, weight }) => `${term} ${weight >= 0 ? '+' : ''}${weight.toFixed(2)}`);
        lines.push(`${percent(confidence).padStart(7)}  ${entry.id}`, `         ${weights.join('  ')}`);
    }
    if (match.outcome === 'answer' && match.answer.fact)
        lines.push(`fact: ${match.answer.fact.id}`);
    if (match.outcome === 'none' && match.topic)
        lines.push(`topic not covered: ${match.topic.id}`);
    return `${lines.join('\n')}\n\n`;
}
function print(text) {
    process.stdout.write(text);
}
//# sourceMappingURL=ask.js.map