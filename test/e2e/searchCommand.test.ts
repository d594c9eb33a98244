// The search command in a Teams-like client.
import { expect } from 'chai';
import { Playground } from './playground.js';
import { SearchBox } from './searchBox.js';
import { LONGEST_START, Stage } from './stage.js';

describe('The search command in the Agents Playground as Teams', () => {
  let stage: Stage | undefined;
  let playground: Playground | undefined;
  let search: SearchBox | undefined;

  before(async function () {
    this.timeout(LONGEST_START);
    stage = await Stage.open();
    if (!stage) this.skip();
    playground = await Playground.start('msteams', stage.endpoint);
  });

  beforeEach(async () => {
    search = await SearchBox.open(stage!.browser, playground!.address);
  });

  afterEach(async function () {
    try {
      await search?.photograph(`test-results/search-${this.currentTest!.title.replace(/\W+/g, '-')}.png`);
    } finally {
      await search?.close();
    }
  });

  after(async () => {
    await playground?.stop();
    await stage?.close();
  });

  it('finds a question in Japanese and puts its answer into the message', async () => {
    await search!.type('キーは何回');
    const card = await search!.choose('キーは何回引き換えられますか？');
    expect(card)
      .to.contain('もう一度引き換えることはできません')
      .and.contain('出典：FAQ「Azure でのライセンスの追加、延長、更新はどのような仕組みですか？」');
  });

  it('finds a question in English and puts its answer into the message, with the link', async () => {
    await search!.type('expiry date');
    const card = await search!.choose('What does the benefit expiry date mean?');
    expect(card)
      .to.contain('the last date to activate your benefits')
      .and.contain('From the FAQ: What does the benefit expiry date mean?')
      .and.contain('Membership Offers')
      .and.not.contain('*');
  });

  it('finds others when more is typed, and says when there are none', async () => {
    await search!.type('reassign');
    await search!.result('When can a Visual Studio subscription be reassigned to another user?');
    await search!.type('zzqx');
    await search!.shows("We didn't find any matches.");
  });
});
