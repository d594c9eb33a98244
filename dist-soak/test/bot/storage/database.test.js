import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect } from 'chai';
import Sqlite from 'libsql';
import { StorageError } from '../../../bot/storage/database.js';
import { Expiry } from '../../../bot/storage/expiry.js';
import { ItemStorage } from '../../../bot/storage/itemStorage.js';
import { migrate } from '../../../bot/storage/migrate.js';
import { migrations } from '../../../bot/storage/migrations.js';
import { openDatabase } from '../../../bot/storage/openDatabase.js';
import { onBothDatabases, open, silent, sqliteForTest } from '../../databases.js';
const HOUR = 60 * 60 * 1000;
const failure = async (work) => work.then(() => undefined, (error) => error);
onBothDatabases('A database', (test) => {
    let database;
    before(async () => {
        database = await open(test());
        await database.query('CREATE TABLE numbers (n BIGINT NOT NULL PRIMARY KEY)');
    });
    beforeEach(() => database.query('DELETE FROM numbers'));
    after(() => database.close());
    const numbers = async () => (await database.query('SELECT n FROM numbers ORDER BY n')).map(({ n }) => n);
    const add = (n, queries = database) => queries.query('INSERT INTO numbers (n) VALUES ($1)', [n]);
    it('commits a transaction whole or not at all', async () => {
        await database.transaction(async (transaction) => {
            await add(1, transaction);
            await add(2, transaction);
        });
        const error = await failure(database.transaction(async (transaction) => {
            await add(3, transaction);
            await add(1, transaction);
        }));
        expect(error).to.be.instanceOf(Error);
        expect(await numbers()).to.deep.equal([1, 2]);
    });
    it('keeps a transaction apart from what others ask meanwhile', async () => {
        await Promise.all([
            failure(database.transaction(async (transaction) => {
                await add(1, transaction);
                throw new Error('changed my mind');
            })),
            add(2),
            database.transaction((transaction) => add(3, transaction)),
        ]);
        expect(await numbers()).to.deep.equal([2, 3]);
    });
    it('takes whole numbers as numbers', async () => {
        await add(Number.MAX_SAFE_INTEGER);
        expect(await numbers()).to.deep.equal([Number.MAX_SAFE_INTEGER]);
    });
    it('lets only one transaction have a lock', async () => {
        await Promise.all(Array.from({ length: 10 }, () => database.transaction(async (transaction) => {
            await transaction.lock('counting');
            const [row] = await transaction.query('SELECT count(*) + 1 AS next FROM numbers');
            await add(row.next, transaction);
        })));
        expect(await numbers()).to.have.lengthOf(10);
    });
    it('tells listeners what was committed, and only that', async () => {
        const heard = [];
        const isListening = new Promise((resolve) => {
            if (database.kind === 'sqlite')
                resolve();
            const stop = database.listen('numbers', () => {
                stop();
                resolve();
            });
        });
        const stop = database.listen('numbers', (payload) => heard.push(payload));
        await isListening;
        heard.length = 0;
        await failure(database.transaction(async (transaction) => {
            await transaction.notify('numbers', 'undone');
            throw new Error('changed my mind');
        }));
        const told = new Promise((resolve) => {
            database.listen('numbers', (payload) => payload === 'last' && resolve());
        });
        await database.transaction((transaction) => transaction.notify('numbers', '一'));
        await database.transaction((transaction) => transaction.notify('elsewhere', 'other'));
        await database.transaction((transaction) => transaction.notify('numbers', 'last'));
        await told;
        expect(heard).to.deep.equal(['一', 'last']);
        stop();
    });
    it('is made by several at once that start together', async () => {
        const others = await Promise.all([1, 2, 3].map(() => open(test())));
        const [row] = await database.query('SELECT count(*) AS count FROM migrations');
        expect(row.count).to.equal(migrations.length);
        await Promise.all(others.map((other) => other.close()));
    });
    it('undoes a migration that fails, and the steps before it', async () => {
        const more = [
            ...migrations,
            { name: 'good', run: ['CREATE TABLE extra (n BIGINT)'] },
            { name: 'bad', run: ['CREATE TABLE numbers (n BIGINT)'] },
        ];
        expect(await failure(migrate(database, more))).to.be.instanceOf(Error);
        expect(await failure(database.query('SELECT * FROM extra'))).to.be.instanceOf(Error);
        await migrate(database, more.slice(0, -1));
        await migrate(database, more.slice(0, -1));
        expect(await database.query('SELECT * FROM extra')).to.deep.equal([]);
        const error = await failure(open(test()));
        expect(error)
            .to.be.instanceOf(StorageError)
            .and.to.have.property('message')
            .that.contains('newer version');
        await database.query('DELETE FROM migrations WHERE number > $1', [migrations.length]);
    });
    it('forgets what was not used for long, however much it is', async () => {
        const storage = new ItemStorage(database, 30);
        await storage.write({ old: {}, fresh: {} });
        await storage.write(Object.fromEntries(Array.from({ length: 2500 }, (_, n) => [`old ${n}`, {}])));
        await database.query("UPDATE items SET expires_at = $1 WHERE key LIKE 'old%'", [Date.now() - 1]);
        await new Expiry(database, silent).run();
        expect(await database.query('SELECT key FROM items')).to.deep.equal([{ key: 'fresh' }]);
    });
    it('forgets nothing when the clock jumps', async () => {
        const storage = new ItemStorage(database, 30);
        await storage.write({ key: {} });
        const clock = { time: Date.now(), ran: 0, now: () => clock.time, elapsed: () => clock.ran };
        const expiry = new Expiry(database, silent, clock);
        const year = 365 * 24 * HOUR;
        clock.time += year;
        clock.ran += HOUR;
        await expiry.run();
        expect(Object.keys(await storage.read(['key'])), 'after a jump').to.deep.equal(['key']);
        clock.time += HOUR;
        clock.ran += HOUR;
        await expiry.run();
        expect(await storage.read(['key']), 'when the year has really passed').to.deep.equal({});
    });
});
describe('A SQLite database', () => {
    let made;
    let file;
    beforeEach(() => {
        made = sqliteForTest();
        file = made.url.slice('file:'.length);
    });
    afterEach(() => made.remove());
    it('says which file cannot be opened', async () => {
        mkdirSync(dirname(file));
        writeFileSync(file, 'not a database, but long enough to look like one'.repeat(50));
        for (const path of [file, `${file}/bot.db`]) {
            const error = await failure(openDatabase({ kind: 'sqlite', file: path }, silent));
            expect(error).to.be.instanceOf(StorageError);
            expect(error.message).to.match(/^The database .*bot\.db can't be opened: ./);
        }
    });
    it('waits for another program that has locked it', async () => {
        const database = await open(made);
        const other = new Sqlite(file);
        other.exec('BEGIN EXCLUSIVE');
        const storage = new ItemStorage(database, 30);
        const written = storage.write({ key: { n: 1 } });
        const first = await Promise.race([written.then(() => 'written'), delay(100, 'still locked')]);
        expect(first).to.equal('still locked');
        other.exec('COMMIT');
        await written;
        expect((await storage.read(['key']))['key']).to.deep.include({ n: 1 });
        other.close();
        await database.close();
    });
    it('takes over the items of a file of the first version', async () => {
        await (await open(made)).close();
        const old = new Sqlite(file);
        old.exec(`DROP TABLE items; DROP TABLE migrations;
      CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL, etag INTEGER NOT NULL) WITHOUT ROWID;
      INSERT INTO state VALUES ('key', '{"n":1}', 7)`);
        old.close();
        const database = await open(made);
        expect((await new ItemStorage(database, 30).read(['key']))['key']).to.deep.include({ n: 1 });
        await database.close();
    });
});
describe('A PostgreSQL database', () => {
    it('is named without its password where it cannot be reached', async () => {
        const url = 'postgres://bot:secret@127.0.0.1:1/conversations';
        const error = await failure(openDatabase({ kind: 'postgres', url }, silent));
        expect(error).to.be.instanceOf(StorageError);
        expect(error.message)
            .to.contain("postgres://127.0.0.1:1/conversations can't be opened: connect ECONNREFUSED")
            .and.not.contain('secret');
    });
});
//# sourceMappingURL=database.test.js.map