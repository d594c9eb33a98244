// The parts of a request's address. restify's own readers throw where the Host header or the path is malformed.
import type { IncomingMessage } from 'node:http';

export function pathOf(request: IncomingMessage): string {
  return partsOf(request)[0]!;
}

export function queryOf(request: IncomingMessage): URLSearchParams {
  return new URLSearchParams(partsOf(request).slice(1).join('?'));
}

function partsOf({ url = '/' }: IncomingMessage): string[] {
  return url.split('?');
}
