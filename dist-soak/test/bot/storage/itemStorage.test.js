import { ConversationState, MessageFactory, TestAdapter } from 'botbuilder';
import { Dialog, DialogSet, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';
import { AutoSaveStateMiddleware } from 'botbuilder';
import { expect } from 'chai';
import { ETagConflictError, ItemStorage } from '../../../bot/storage/itemStorage.js';
import { onBothDatabases, open } from '../../databases.js';
const DAY = 24 * 60 * 60 * 1000;
const failure = async (work) => work.then(() => undefined, (error) => error);
onBothDatabases('ItemStorage', (test) => {
    let database;
    let storage;
    before(async () => {
        database = await open(test());
        storage = new ItemStorage(database, 30);
    });
    beforeEach(() => database.query('DELETE FROM items'));
    after(() => database.close());
    const item = async (key) => (await storage.read([key]))[key];
    it('gives back what was written, under any key', async () => {
        const items = {
            'a/b?c#d': { n: 1 },
            '!@#$%^&*()~/\\><,.?\';"`~': { n: 2 },
            "日本語'😀": { list: ['x', null] },
            '': { empty: true },
            'with\u0000nothing': { text: 'a\u0000b' },
            'half \ud83d': { text: 'half \ud83d' },
            ['long'.repeat(5000)]: { n: 3 },
            [`${'long'.repeat(5000)}er`]: { n: 4 },
            constructor: { n: 5 },
            ['__proto__']: { n: 6 },
            '{"json":1}': { nested: { deep: [{ er: true }] } },
        };
        await storage.write(items);
        const read = await storage.read([...Object.keys(items), 'not there']);
        expect(Object.keys(read)).to.have.members(Object.keys(items));
        for (const [key, value] of Object.entries(items)) {
            expect(Object.getOwnPropertyDescriptor(read, key).value).to.deep.include(value);
        }
    });
    it('gives every item an eTag that changes with each write', async () => {
        const seen = new Set();
        for (let n = 0; n < 3; n += 1) {
            await storage.write({ key: { n } });
            seen.add((await item('key'))['eTag']);
        }
        await storage.delete(['key']);
        await storage.write({ key: {} });
        seen.add((await item('key'))['eTag']);
        expect(seen.size, 'also after it was deleted').to.equal(4);
        for (const eTag of seen)
            expect(eTag).to.be.a('string').and.not.be.empty;
    });
    it('refuses to overwrite what was changed since it was read, and then writes nothing of the batch', async () => {
        await storage.write({ key: { n: 1 } });
        const first = (await item('key'));
        await storage.write({ key: { ...first, n: 2 } });
        const error = await failure(storage.write({ other: { n: 9 }, key: { ...first, n: 3 }, third: {} }));
        expect(error).to.be.instanceOf(ETagConflictError).and.to.have.property('key', 'key');
        expect(await item('key')).to.deep.include({ n: 2 });
        expect(await storage.read(['other', 'third'])).to.deep.equal({});
    });
    it('refuses to overwrite what was deleted since it was read', async () => {
        await storage.write({ key: { n: 1 } });
        const first = (await item('key'));
        await storage.delete(['key']);
        expect(await failure(storage.write({ key: first }))).to.be.instanceOf(ETagConflictError);
        await storage.write({ key: { n: 1 } });
        expect(await failure(storage.write({ key: first }))).to.be.instanceOf(ETagConflictError);
    });
    it('overwrites without asking where the eTag is * or missing', async () => {
        await storage.write({ key: { n: 1 } });
        await storage.write({ key: { n: 2, eTag: '*' } });
        expect(await item('key')).to.deep.include({ n: 2 });
        await storage.write({ key: { n: 3 } });
        expect(await item('key')).to.deep.include({ n: 3 });
        await storage.write({ unseen: { n: 4, eTag: '*' } });
        expect(await item('unseen')).to.deep.include({ n: 4 });
    });
    it('lets one of two writers win that read the same', async () => {
        await storage.write({ key: { n: 0 } });
        for (let round = 0; round < 20; round += 1) {
            const read = (await item('key'));
            const outcomes = await Promise.all([1, 2].map((n) => failure(storage.write({ key: { ...read, n } }))));
            expect(outcomes.filter((error) => error instanceof ETagConflictError)).to.have.lengthOf(1);
            expect(outcomes.filter((error) => error === undefined)).to.have.lengthOf(1);
        }
    });
    it('takes batches in any order from many writers at once', async () => {
        const keys = ['a', 'b', 'c', 'd'];
        await Promise.all(Array.from({ length: 40 }, (_, n) => {
            const order = n % 2 === 0 ? keys : keys.toReversed();
            return storage.write(Object.fromEntries(order.map((key) => [key, { n }])));
        }));
        const items = Object.values(await storage.read(keys));
        expect(new Set(items.map(({ n }) => n)).size, 'all of one batch').to.equal(1);
    });
    it('forgets what is deleted, and does not mind what is not there', async () => {
        await storage.write({ key: { n: 1 }, other: { n: 2 } });
        await storage.delete(['key', 'not there']);
        await storage.delete([]);
        expect(Object.keys(await storage.read(['key', 'other']))).to.deep.equal(['other']);
    });
    it('takes nothing for nothing', async () => {
        expect(await storage.read([])).to.deep.equal({});
        expect(await storage.read(null)).to.deep.equal({});
        await storage.write(null);
        await storage.write({});
        expect(await database.query('SELECT key FROM items')).to.deep.equal([]);
    });
    it('keeps what was written when it is opened again', async () => {
        await storage.write({ key: { n: 1 } });
        await database.close();
        database = await open(test());
        storage = new ItemStorage(database, 30);
        expect(await item('key')).to.deep.include({ n: 1 });
    });
    it('keeps an item for so many days after it was last used, also when it was only read', async () => {
        await storage.write({ key: { n: 1 } });
        await database.query('UPDATE items SET expires_at = $1', [Date.now() + DAY]);
        await item('key');
        const [row] = await database.query('SELECT expires_at FROM items');
        expect((row.expires_at - Date.now()) / DAY).to.be.within(30, 31);
    });
    it('keeps the state of a dialog with a prompt that asks again', async () => {
        const state = new ConversationState(storage);
        const dialogs = new DialogSet(state.createProperty('dialogState'));
        dialogs.add(new TextPrompt('name', async ({ attemptCount, context, recognized }) => {
            const isLong = (recognized.value ?? '').length > 3;
            await context.sendActivity(isLong ? `Taken at try ${attemptCount}` : `Too short, try ${attemptCount}`);
            return isLong;
        }));
        dialogs.add(new WaterfallDialog('questions', [
            async ({ context }) => {
                await context.sendActivity('first');
                return Dialog.EndOfTurn;
            },
            (step) => step.prompt('name', { prompt: MessageFactory.text('Your name?') }),
            async ({ context }) => {
                await context.sendActivity('last');
                return Dialog.EndOfTurn;
            },
        ]));
        const adapter = new TestAdapter(async (context) => {
            const dialogContext = await dialogs.createContext(context);
            await dialogContext.continueDialog();
            if (!context.responded)
                await dialogContext.beginDialog('questions');
        }).use(new AutoSaveStateMiddleware(state));
        await adapter
            .send('hello')
            .assertReply('first')
            .send('hello')
            .assertReply('Your name?')
            .send('Al')
            .assertReply('Too short, try 1')
            .send('Bo')
            .assertReply('Too short, try 2')
            .send('Kyle')
            .assertReply('Taken at try 3')
            .assertReply('last')
            .startTest();
    });
});
//# sourceMappingURL=itemStorage.test.js.map