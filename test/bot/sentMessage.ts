/** A message to /api/messages whose replies come in the response. */
export interface SentMessage {
  readonly user: string;
  readonly conversation: string;
  readonly text: string;
  readonly id?: string;
}

/** Sends a message to the endpoint of a bot, and gives the texts of all that is replied, a line each. */
export async function sendMessage(
  origin: string,
  { user, conversation, text, id }: SentMessage,
): Promise<string> {
  const response = await fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id,
      text,
      channelId: 'emulator',
      serviceUrl: 'http://localhost',
      from: { id: user },
      recipient: { id: 'b' },
      conversation: { id: conversation },
      deliveryMode: 'expectReplies',
    }),
  });
  const { activities } = (await response.json()) as { activities: { text: string }[] };
  return activities.map((reply) => reply.text).join('\n');
}
