// A refusal, as Direct Line words it.

const CODES: Readonly<Record<number, string>> = {
  400: 'BadArgument',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'ConversationNotFound',
  413: 'MessageSizeTooBig',
  415: 'NotSupported',
  429: 'TooManyRequests',
  502: 'BotError',
};

export class DirectLineError extends Error {
  override readonly name = 'DirectLineError';

  constructor(
    readonly status: number,
    message: string,
    private readonly code = CODES[status] ?? 'ServiceError',
    /** Seconds after which it may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }

  get body(): { error: { code: string; message: string } } {
    return { error: { code: this.code, message: this.message } };
  }
}
