// What is checked of every Direct Line request before its body is read: origin, size, kind of content, rate.
import type { IncomingMessage } from 'node:http';
import type restify from 'restify';
import { DirectLineError } from './directLineError.js';
import type { Origins } from './origins.js';
import { clientAddress } from '../../clientAddress.js';
import { RateLimit } from '../../rateLimit.js';
import { pathOf } from '../../requestUrl.js';

export const BASE = '/v3/directline';

/** Bytes of an activity, as large as Direct Line takes. */
export const LARGEST_ACTIVITY = 256 * 1024;

export class Gate {
  readonly #rate: RateLimit;

  /**
   * @param perMinute - requests of one address
   * @param trustedProxies - how many proxies in front of the server add to X-Forwarded-For
   */
  constructor(
    private readonly origins: Origins,
    perMinute: number,
    private readonly trustedProxies: number,
  ) {
    this.#rate = new RateLimit(perMinute, 60);
  }

  /** Sets what browsers need to see on every answer. */
  setHeaders(request: restify.Request, response: restify.Response): void {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Vary', 'Origin');
    if (!this.origins.isAllowed(request)) return;
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin!);
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    response.setHeader(
      'Access-Control-Allow-Headers',
      'authorization, content-type, x-ms-bot-agent, x-requested-with',
    );
    response.setHeader('Access-Control-Expose-Headers', 'retry-after');
    response.setHeader('Access-Control-Max-Age', '600');
  }

  /** @throws {DirectLineError} where the request is not to be read */
  async check(request: IncomingMessage): Promise<void> {
    if (request.headers.origin !== undefined && !this.origins.isAllowed(request)) {
      throw new DirectLineError(403, 'Pages of this origin may not use the bot.');
    }
    await this.checkRate(request);
    if (pathOf(request).endsWith('/upload') || /^multipart\//i.test(request.headers['content-type'] ?? '')) {
      throw new DirectLineError(415, 'This bot takes no files. Please describe in words what they show.');
    }
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_ACTIVITY) throw tooLarge();
  }

  /** @throws {DirectLineError} where the sender asks too often */
  async checkRate(request: IncomingMessage): Promise<void> {
    const wait = await this.#rate.take(this.addressOf(request));
    if (wait !== undefined) {
      throw new DirectLineError(429, 'There are too many requests from this address.', undefined, wait);
    }
  }

  addressOf(request: IncomingMessage): string {
    return clientAddress(request, this.trustedProxies);
  }
}

export function tooLarge(): DirectLineError {
  return new DirectLineError(413, `A message may have ${LARGEST_ACTIVITY / 1024} KB at most.`);
}
