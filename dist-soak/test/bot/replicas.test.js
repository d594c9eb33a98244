// Two replicas of the bot on one PostgreSQL database, behind a load balancer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { postgresForTest } from '../databases.js';
import { BotProcess, sendUntilAnswered } from './botProcess.js';
import { RoundRobin } from './roundRobin.js';
const STEPS = 6;
describe('Two replicas', function () {
    this.timeout(120_000);
    let folder;
    let database;
    let replicas = [];
    let balancer;
    let url;
    let count = 0;
    const startReplica = () => BotProcess.start(folder, { DATABASE_URL: database.url, LOG_LEVEL: 'warn' });
    const say = async (conversation, text) => (await sendUntilAnswered(url, { conversation, text, id: `${(count += 1)}` })).text;
    before(async function () {
        database = await postgresForTest();
        if (!database)
            this.skip();
        folder = mkdtempSync(join(tmpdir(), 'replicas-'));
        replicas = await Promise.all([startReplica(), startReplica()]);
        balancer = new RoundRobin(replicas.map((replica) => replica.url));
        url = await balancer.start();
    });
    after(async () => {
        balancer?.stop();
        await Promise.all(replicas.map((replica) => replica.kill()));
        await database?.remove();
        if (folder)
            rmSync(folder, { recursive: true });
    });
    it('go through a walkthrough together, each step on the other one', async () => {
        expect(await say('together', 'チケットを切りたい')).to.contain('**手順 1 / 6**');
        for (let step = 2; step <= STEPS; step += 1) {
            expect(await say('together', '次へ')).to.contain(`**手順 ${step} / ${STEPS}**`);
        }
        expect(await say('together', '戻る')).to.contain(`**手順 ${STEPS - 1} / ${STEPS}**`);
    });
    it('keep to the language that was pinned on the other one', async () => {
        await say('pinned', 'in English please');
        for (let turn = 0; turn < 2; turn += 1) {
            expect(await say('pinned', 'キーは2回使えますか')).to.contain('From the FAQ');
        }
    });
    it('lose no step when one of them is killed in the middle of many walkthroughs, and starts again', async () => {
        let answered = 0;
        let reached = () => undefined;
        const inTheMiddle = new Promise((resolve) => (reached = resolve));
        const walkthrough = async (conversation) => {
            const seen = [await say(conversation, 'I need a support ticket')];
            for (let step = 2; step <= STEPS; step += 1) {
                seen.push(await say(conversation, 'next'));
                answered += 1;
                if (answered === 40)
                    reached();
            }
            return seen.map((text) => /\*\*Step (\d) of \d\*\*/.exec(text)?.[1]);
        };
        const walkthroughs = Array.from({ length: 20 }, (_, n) => walkthrough(`walk ${n}`));
        await inTheMiddle;
        await replicas[0].kill('SIGKILL');
        replicas[0] = await startReplica();
        balancer.servers[0] = replicas[0].url;
        for (const steps of await Promise.all(walkthroughs)) {
            expect(steps).to.deep.equal(['1', '2', '3', '4', '5', '6']);
        }
    });
});
//# sourceMappingURL=replicas.test.js.map