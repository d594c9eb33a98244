// Clients at addresses of their own on this computer: one that attacks, and one that only wants its answer.
import { once } from 'node:events';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { WebSocket } from 'ws';
import type { ChatServer, Conversation } from '../channels/chatServer.js';

export const ATTACKER = '127.0.0.2';
const VISITOR = '127.0.0.3';

/** Raw connections that say what they are given, and then nothing. */
export async function sockets(port: number, count: number, says = ''): Promise<Socket[]> {
  const opened = Array.from({ length: count }, () => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: ATTACKER });
    socket.on('error', () => undefined);
    return socket;
  });
  await Promise.all(opened.map((socket) => once(socket, 'connect')));
  for (const socket of opened) socket.write(says);
  return opened;
}

/** @returns the streams that were opened; the others were refused */
export async function streams(server: ChatServer, conversations: readonly Conversation[], each: number) {
  const attempts = conversations.flatMap((conversation) =>
    Array.from({ length: each }, async () => {
      const { body } = await ask(server.port, `/v3/directline/conversations/${conversation.conversationId}`, {
        token: conversation.token,
        localAddress: ATTACKER,
      });
      const { streamUrl } = JSON.parse(body) as { streamUrl: string };
      const socket = new WebSocket(streamUrl.replace('localhost', '127.0.0.1'), { localAddress: ATTACKER });
      return new Promise<WebSocket | undefined>((resolve) => {
        socket.once('open', () => resolve(socket));
        socket.once('error', () => resolve(undefined));
      });
    }),
  );
  return (await Promise.all(attempts)).filter((socket) => socket !== undefined);
}

export async function ask(
  port: number,
  path: string,
  { method = 'GET', token = '', body = '', localAddress = VISITOR, headers = {} } = {},
): Promise<{ status: number; body: string }> {
  const asked = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    localAddress,
    agent: false,
    headers: {
      'content-type': 'application/json',
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
  asked.end(body);
  const [response] = (await once(asked, 'response')) as [
    AsyncIterable<Buffer> & { readonly statusCode: number },
  ];
  let text = '';
  for await (const chunk of response) text += chunk.toString();
  return { status: response.statusCode, body: text };
}

/** Sends messages of a visitor, each in a conversation of its own, and waits for their answers. */
export async function visitorIsServed(
  port: number,
  count = 10,
): Promise<{ answers: string[]; median: number }> {
  const answers: string[] = [];
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const begin = performance.now();
    const { body } = await ask(port, '/api/messages', {
      method: 'POST',
      body: JSON.stringify({
        type: 'message',
        text: 'キーは2回使えますか',
        channelId: 'emulator',
        serviceUrl: 'http://localhost',
        from: { id: `visitor ${n}` },
        recipient: { id: 'b' },
        conversation: { id: `visit ${n} at ${begin}` },
        deliveryMode: 'expectReplies',
      }),
    });
    answers.push(body);
    times.push(performance.now() - begin);
  }
  return { answers, median: times.sort((a, b) => a - b)[count >> 1]! };
}
