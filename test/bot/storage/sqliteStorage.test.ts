import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ETagConflictError, SqliteStorage, StorageError } from '../../../bot/storage/sqliteStorage.js';

describe('SqliteStorage', () => {
  let folder: string;
  let storage: SqliteStorage;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'storage-'));
    storage = SqliteStorage.open(join(folder, 'deep', 'bot.db'));
  });

  afterEach(() => {
    storage.close();
    rmSync(folder, { recursive: true });
  });

  const failure = async (work: Promise<unknown>) =>
    work.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('gives back what was written, under any key', async () => {
    const items = { 'a/b?c#d': { n: 1 }, "日本語'😀": { list: ['x', null] }, '': { empty: true } };
    await storage.write(items);
    const read = await storage.read([...Object.keys(items), 'not there']);
    expect(Object.keys(read)).to.have.members(Object.keys(items));
    for (const [key, item] of Object.entries(items)) expect(read[key]).to.deep.include(item);
  });

  it('keeps what was written when it is opened again', async () => {
    await storage.write({ key: { n: 1 } });
    storage.close();
    storage = SqliteStorage.open(join(folder, 'deep', 'bot.db'));
    expect((await storage.read(['key']))['key']).to.deep.include({ n: 1 });
  });

  it('refuses to overwrite what another turn has changed since', async () => {
    await storage.write({ key: { n: 1 } });
    const first = (await storage.read(['key']))['key'] as object;
    await storage.write({ key: { ...first, n: 2 } });
    const error = await failure(storage.write({ other: { n: 9 }, key: { ...first, n: 3 } }));
    expect(error).to.be.instanceOf(ETagConflictError);
    const after = await storage.read(['key', 'other']);
    expect(after['key']).to.deep.include({ n: 2 });
    expect(after, 'nothing of a refused batch').not.to.have.property('other');
  });

  it('overwrites without asking where the eTag is * or missing', async () => {
    await storage.write({ key: { n: 1 } });
    await storage.write({ key: { n: 2, eTag: '*' } });
    await storage.write({ key: { n: 3 } });
    expect((await storage.read(['key']))['key']).to.deep.include({ n: 3 });
  });

  it('forgets what is deleted, and does not mind what is not there', async () => {
    await storage.write({ key: { n: 1 } });
    await storage.delete(['key', 'not there']);
    expect(await storage.read(['key'])).to.deep.equal({});
  });

  it('says which file it cannot open', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'not a database, but long enough to look like one'.repeat(50));
    expect(() => SqliteStorage.open(file)).to.throw(StorageError, `The database ${file} can't be opened`);
    expect(() => SqliteStorage.open(join(file, 'bot.db'))).to.throw(StorageError, "can't be opened");
  });
});
