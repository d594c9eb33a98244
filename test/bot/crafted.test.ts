// Activities that no client sends by itself: refused with a sentence or taken, and nobody's conversation is lost.
import { expect } from 'chai';
import { onBothDatabases } from '../databases.js';
import { ChatServer, type Conversation } from './channels/chatServer.js';

/** JSON that is nested so many levels deep. */
const deepList = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const deepObject = (levels: number) => '{"a":'.repeat(levels) + '1' + '}'.repeat(levels);
const DEEP = 10_000;

onBothDatabases('Crafted activities', (test) => {
  let server: ChatServer;
  let chat: Conversation;
  let last = 0;

  before(async () => {
    server = await ChatServer.start({ DATABASE_URL: test().url });
  });

  // Of each, only so many messages are taken in half a minute.
  beforeEach(async () => {
    chat = await server.begin();
  });

  after(() => server.close());

  /** Posts JSON that `JSON.stringify` could not write. */
  const post = (url: string, json: string, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.origin, ...headers },
      body: json,
    });
  const toChat = (json: string) =>
    post(`${server.domain}/conversations/${chat.conversationId}/activities`, json, {
      authorization: `Bearer ${chat.token}`,
    });
  /** @param more - further properties, in JSON */
  const toEndpoint = (more: string) => {
    last += 1;
    const activity = {
      type: 'message',
      id: String(last),
      text: '',
      channelId: 'emulator',
      serviceUrl: 'http://localhost',
      from: { id: 'u' },
      recipient: { id: 'b' },
      conversation: { id: 'c' },
      deliveryMode: 'expectReplies',
    };
    return post(
      `${server.origin}/api/messages`,
      `${JSON.stringify(activity).slice(0, -1)}${more === '' ? '' : ','}${more}}`,
    );
  };
  const said = async (more: string) => {
    const response = await toEndpoint(more);
    expect(response.status).to.equal(200);
    return ((await response.json()) as { activities: { text: string }[] }).activities[0]!.text;
  };
  const expectRefusal = async (response: Response, code: string, message: RegExp) => {
    expect(response.status).to.equal(400);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).to.equal(code);
    expect(error.message).to.match(message);
    expect((await toChat('{"type":"message","text":"thanks"}')).status).to.equal(200);
  };

  for (const [what, json] of [
    [
      'the client’s own id',
      '{"type":"message","text":"thanks","channelData":{"clientActivityID":"a\\u0000b"}}',
    ],
    ['the text', '{"type":"message","text":"tha\\u0000nks"}'],
    ['the locale', '{"type":"message","text":"thanks","locale":"en\\u0000"}'],
    ['the name of an event', '{"type":"event","name":"x\\u0000"}'],
    ['a kind of attachment', '{"type":"message","attachments":[{"contentType":"x\\u0000"}]}'],
    ['a value', '{"type":"message","text":"","value":{"say":["x",{"y":"\\u0000"}]}}'],
    ['the name of a property', '{"type":"message","text":"thanks","value":{"x\\u0000":1}}'],
  ] as const) {
    it(`are refused in the web chat with U+0000 in ${what}`, async () => {
      await expectRefusal(await toChat(json), 'BadArgument', /U\+0000/);
    });
  }

  for (const [what, json] of [
    ['a value', `"value":${deepObject(DEEP)}`],
    ['lists in a value', `"value":${deepList(DEEP)}`],
    ['channel data', `"channelData":${deepObject(DEEP)}`],
    ['an attachment', `"attachments":[{"contentType":"text/html","content":${deepList(DEEP)}}]`],
  ] as const) {
    it(`are refused with ${what} nested ${DEEP} levels deep, in the web chat and at the endpoint`, async () => {
      const reason = /nested more than \d+ levels deep/;
      await expectRefusal(await toChat(`{"type":"message","text":"thanks",${json}}`), 'BadArgument', reason);
      await expectRefusal(await toEndpoint(json), 'BAD_REQUEST', reason);
    });
  }

  it('may be nested as deep as cards are', async () => {
    const json = `"text":"thanks","value":${deepObject(50)}`;
    expect((await toChat(`{"type":"message",${json}}`)).status).to.equal(200);
    expect(await said(json)).to.contain('welcome');
  });

  for (const watermark of ['999999999999999999999', '999999999999999', '2147483648', '-1', '1%00']) {
    it(`have no watermark ${watermark}`, async () => {
      const path = `/conversations/${chat.conversationId}`;
      for (const address of [`${path}/activities`, path]) {
        const response = await server.get(`${address}?watermark=${watermark}`, chat.token);
        await expectRefusal(response, 'BadArgument', /watermark/);
      }
    });
  }

  it('get nothing after the highest watermark that there can be', async () => {
    const path = `/conversations/${chat.conversationId}/activities?watermark=2147483647`;
    expect(await (await server.get(path, chat.token)).json()).to.have.property('activities').that.is.empty;
  });

  for (const [what, json] of [
    [
      'an attachment of which no text can be made',
      '"attachments":[{"contentType":"text/html","content":{"toString":1}}]',
    ],
    [
      'an attachment of nested lists',
      `"attachments":[{"contentType":"text/html","content":${deepList(90)}}]`,
    ],
    ['an attachment without a content', '"attachments":[{"contentType":"text/html","content":null}]'],
    [
      'an attachment that names a search command',
      '"attachments":[{"contentType":"text/html","content":"<x itemtype=\\"http://schema.skype.com/InputExtension\\">"}]',
    ],
    [
      'an attachment that calls itself a new conversation',
      '"attachments":[{"contentType":"application/vnd.microsoft.conversationUpdate","content":{"type":"conversationUpdate"}}]',
    ],
    ['a huge attachment', `"attachments":[{"contentType":"text/html","content":"${'<b>'.repeat(100_000)}"}]`],
    ['members that left and are no list', '"type":"conversationUpdate","membersRemoved":"x"'],
    ['a member that left and is nobody', '"type":"conversationUpdate","membersRemoved":[null]'],
  ] as const) {
    it(`do not end the guide that is open, with ${what}`, async () => {
      await said('"text":"I want to open a ticket"');
      await said('"text":"step 3"');
      const response = await toEndpoint(json);
      expect(response.status).to.be.oneOf([200, 400]);
      expect(await response.text()).not.to.contain('something went wrong');
      expect(await said('"text":"where was I?"')).to.contain('Step 3 of 6');
      await said('"text":"stop"');
    });
  }
});
