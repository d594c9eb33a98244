// The id of the request that the running code belongs to, for the logs.
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
export const currentRequest = new AsyncLocalStorage();
/** @param given - the id that a proxy in front has given, which is kept where it is harmless */
export function requestIdOf(given) {
    return typeof given === 'string' && /^[\w.-]{1,100}$/.test(given) ? given : randomUUID();
}
//# sourceMappingURL=requestId.js.map