// The way to a PostgreSQL server, which can be cut: a TCP proxy.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
export class DatabaseLink {
    target;
    #server;
    #sockets = new Set();
    /** Milliseconds that an answer takes longer. */
    delay = 0;
    #isCut = false;
    #lostAfter;
    constructor(target) {
        this.target = target;
        this.#server = createServer((client) => {
            if (this.#isCut) {
                client.destroy();
                return;
            }
            const server = connect(Number(target.port || 5432), target.hostname);
            let isDeaf = false;
            client.on('data', (data) => {
                isDeaf ||= this.#lostAfter !== undefined && data.includes(this.#lostAfter);
                server.write(data);
            });
            server.on('data', (data) => {
                if (!isDeaf) {
                    if (this.delay > 0)
                        setTimeout(() => client.write(data), this.delay);
                    else
                        client.write(data);
                    return;
                }
                this.#lostAfter = undefined;
                client.destroy();
            });
            for (const [socket, other] of [
                [client, server],
                [server, client],
            ]) {
                this.#sockets.add(socket);
                socket.on('error', () => undefined);
                socket.on('close', () => {
                    this.#sockets.delete(socket);
                    other.destroy();
                });
            }
        });
    }
    /** @returns the address of the database over this way */
    async open() {
        this.#server.listen(0, '127.0.0.1');
        await once(this.#server, 'listening');
        const url = new URL(this.target);
        url.hostname = '127.0.0.1';
        url.port = String(this.#server.address().port);
        return url.href;
    }
    cut() {
        this.#isCut = true;
        for (const socket of this.#sockets)
            socket.destroy();
    }
    restore() {
        this.#isCut = false;
    }
    /** The server does what is asked next with these words, but its answer does not arrive. */
    loseAnswerTo(words) {
        this.#lostAfter = words;
    }
    close() {
        this.cut();
        this.#server.close();
    }
}
//# sourceMappingURL=databaseLink.js.map