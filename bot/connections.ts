// Shares the connections of the server among addresses: whoever has most of them makes room for a newcomer.
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { networkOf } from './clientAddress.js';

/**
 * Closes, where there are too many connections, the oldest of the address that has most, e.g. of somebody who opened
 * 2,000 to keep others out. Where every address has a single one the newcomer is closed.
 */
export function shareConnections(server: Server, max: number): void {
  /** In the order in which they were opened. */
  const open = new Map<string, Set<Socket>>();
  let total = 0;
  server.on('connection', (socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const sockets = open.get(address) ?? new Set();
    open.set(address, sockets.add(socket));
    total += 1;
    socket.once('close', () => {
      total -= 1;
      sockets.delete(socket);
      if (sockets.size === 0 && open.get(address) === sockets) open.delete(address);
    });
    if (total <= max) return;
    let most: ReadonlySet<Socket> = sockets;
    for (const each of open.values()) if (each.size > most.size) most = each;
    const [oldest] = most;
    if (most.size > 1) oldest!.destroy();
    else socket.destroy();
  });
}
