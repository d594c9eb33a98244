// What comes from this computer, for a bot without an app id: whatever reaches it there is not signed.
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** What a proxy adds to requests that it passes on. */
const PROXY_HEADER = /^(?:x-forwarded(?:-.*)?|x-real-ip|forwarded|via)$/;

/** @param hostname - as it stands in an address, e.g. `localhost` or `[::1]` */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/**
 * Whether a request was made on this computer and for it: not passed on by a proxy, e.g. of a tunnel, and not by a page
 * whose own name points to this computer, which the Host header then tells (DNS rebinding).
 */
export function isFromHere({ headers }: IncomingMessage): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
  return isLoopback(name) && !Object.keys(headers).some((header) => PROXY_HEADER.test(header));
}
