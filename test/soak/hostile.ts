// What some senders of the soak send: long pastes, odd fields, tokens that are none, connections that break off.
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Tokens } from '../../bot/channels/directLine/tokens.js';
import { badBodies } from './scripts.js';

/** What the replicas sign the web chat's tokens with. */
export const SIGNING_KEY = 'the key of the soak, with 32 characters and some more';
/** The page that the web chat's requests come from. */
export const ORIGIN = 'https://soak.example';

/** Sends something hostile. @returns what is wrong with the answer, where something is */
export async function sendHostile(url: string): Promise<string | undefined> {
  const kinds = [paste, oddFields, badBody, everNewZone, wrongToken, brokenOff];
  const kind = kinds[Math.floor(Math.random() * kinds.length)]!;
  const status = await kind(url);
  // 502 is the balancer's, while a replica is down.
  return status < 500 || status === 502 ? undefined : `${kind.name} got ${status}`;
}

const PASTES: readonly string[] = [
  '更新日は3月1日、'.repeat(400),
  `Our product key was activated but the install fails, here is the log:\n${'2026-03-01 10:00:00 INFO service is running, key is valid, license is active\n'.repeat(800)}`,
  `I redeemed my key on 1 March 2026. ${'is '.repeat(20_000)}`,
  'user@example.com,assigned,2026-10-01\n'.repeat(300),
  '1月1日に割り当て、'.repeat(400),
  `${' '.repeat(60_000)}access id${' '.repeat(60_000)}x 1`,
  '、'.repeat(10_000),
  'redeemed on 2026-01-01 '.repeat(5000),
];

async function paste(url: string): Promise<number> {
  return say(url, { text: anyOf(PASTES) });
}

const ODD: readonly object[] = [
  { locale: 'x'.repeat(10_000) },
  { locale: 'en-GB-oed-u-ca-nothing' },
  { localTimestamp: '9999-12-31T23:59:59+14:00' },
  { timestamp: '0001-01-01T00:00:00Z' },
  { text: '\u0000\ud800\u202e' },
  { text: null, value: nested(500) },
  {
    text: '',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: nested(500) }],
  },
  { entities: [{ type: 'mention', mentioned: 42, text: {} }] },
  { type: 'conversationUpdate', membersAdded: [{ id: 'b' }, { id: '' }] },
  { type: 'messageReaction', reactionsAdded: 'like', replyToId: {} },
  { type: 'invoke', name: 'adaptiveCard/action', value: { action: { data: [] } } },
  { channelData: { tenant: [], settings: 'x'.repeat(100_000) } },
  { replyToId: 'x'.repeat(10_000), recipient: { id: '../../..' } },
];

async function oddFields(url: string): Promise<number> {
  return say(url, { ...anyOf(ODD) });
}

async function badBody(url: string): Promise<number> {
  return post(`${url}/api/messages`, anyOf(badBodies));
}

/** `aMERICA/aRGENTINA/…` in other letters each time. */
async function everNewZone(url: string): Promise<number> {
  const localTimezone = 'America/Argentina/Buenos_Aires'.replace(/./g, (letter) =>
    Math.random() < 0.5 ? letter.toUpperCase() : letter.toLowerCase(),
  );
  return say(url, { text: 'Until when can I use a key that I redeemed yesterday?', localTimezone });
}

/** Asks the web chat for a conversation with a token that has expired or is forged. */
async function wrongToken(url: string): Promise<number> {
  const participant = { conversationId: randomId(), userId: `dl_${randomId()}` };
  const [key, age] = anyOf([
    [SIGNING_KEY, 3_600_000],
    [`forged ${randomBytes(32).toString('hex')}`, 0],
  ] as const);
  const tokens = new Tokens(new TextEncoder().encode(key), () => Date.now() - age);
  const { token } = await tokens.issue(participant, 'access');
  const path = `/v3/directline/conversations/${participant.conversationId}/activities`;
  return post(url + path, JSON.stringify({ type: 'message', text: 'hello' }), {
    authorization: `Bearer ${token}`,
    origin: ORIGIN,
  });
}

/** Half a request, or one whose answer nobody waits for. */
async function brokenOff(url: string): Promise<number> {
  const body = activity({ text: 'キーは2回使えますか' });
  const head = `POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.end(anyOf([head.slice(0, 60), head + body.slice(0, 40), head + body]));
  socket.destroySoon();
  await once(socket, 'close');
  return 200;
}

async function say(url: string, fields: object): Promise<number> {
  return post(`${url}/api/messages`, activity(fields));
}

function activity(fields: object): string {
  return JSON.stringify({
    type: 'message',
    channelId: 'emulator',
    serviceUrl: 'http://localhost',
    from: { id: 'somebody hostile' },
    recipient: { id: 'b' },
    conversation: { id: `hostile ${Math.floor(Math.random() * 1000)}` },
    deliveryMode: 'expectReplies',
    ...fields,
  });
}

async function post(address: string, body: string, headers: Record<string, string> = {}): Promise<number> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    // The replica was killed under way.
    return 502;
  }
}

function nested(depth: number): object {
  let value: object = {};
  for (let level = 0; level < depth; level += 1) value = { value };
  return value;
}

function randomId(): string {
  return randomBytes(16).toString('base64url');
}

function anyOf<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)]!;
}
