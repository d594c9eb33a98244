// Whose request it is, for all that is counted by address.
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/** More is no address: what a proxy writes into its header may be anything. */
const MAX_ADDRESS_LENGTH = 45;
/** Groups of an IPv6 address that name the network which one client has for itself, a /64. */
const NETWORK_GROUPS = 4;

/**
 * The address of a request's sender, as the outermost proxy that is trusted has seen it.
 * @param trustedProxies - how many proxies in front of the server add to X-Forwarded-For
 */
export function clientAddress({ headers, socket }: IncomingMessage, trustedProxies: number): string {
  const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
  const told = trustedProxies > 0 ? forwarded.at(-trustedProxies)?.trim() : undefined;
  return networkOf(told !== undefined && told !== '' ? told : (socket.remoteAddress ?? ''));
}

/**
 * What of an address stands for its client: an IPv4 address as a whole, of an IPv6 address the /64, in which a client
 * takes any address it likes.
 * @example networkOf('2001:db8::1:2:3:4') // '2001:db8:0:0'
 */
export function networkOf(address: string): string {
  const plain = address.slice(0, MAX_ADDRESS_LENGTH);
  if (!isIPv6(plain)) return plain;
  // As IPv4 addresses look to a server that listens on IPv6.
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (ipv4 !== undefined) return ipv4;
  const [head = '', tail = ''] = plain.split('%')[0]!.split('::');
  const groups = (part: string) => (part === '' ? [] : part.split(':'));
  const omitted = plain.includes('::') ? Math.max(0, 8 - groups(head).length - groups(tail).length) : 0;
  return [...groups(head), ...Array<string>(omitted).fill('0'), ...groups(tail)]
    .slice(0, NETWORK_GROUPS)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}
