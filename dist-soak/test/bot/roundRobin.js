// An HTTP proxy that sends each request to the next of several servers, as a load balancer does.
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import { pipeline } from 'node:stream';
export class RoundRobin {
    servers;
    #server;
    #next = 0;
    /** @param servers - their addresses; may change while it runs */
    constructor(servers) {
        this.servers = servers;
        this.#server = createServer((request, response) => {
            const server = this.servers[(this.#next += 1) % this.servers.length];
            const { method, url, headers } = request;
            const forwarded = ask(`${server}${url}`, { method, headers }, (answer) => {
                response.statusCode = answer.statusCode;
                response.setHeader('content-type', answer.headers['content-type'] ?? 'text/plain');
                pipeline(answer, response, () => undefined);
            });
            forwarded.on('error', () => {
                if (response.headersSent)
                    return;
                response.statusCode = 502;
                response.end();
            });
            pipeline(request, forwarded, () => undefined);
        });
    }
    async start() {
        this.#server.listen(0, '127.0.0.1');
        await once(this.#server, 'listening');
        return `http://127.0.0.1:${this.#server.address().port}`;
    }
    stop() {
        this.#server.closeAllConnections();
        this.#server.close();
    }
}
//# sourceMappingURL=roundRobin.js.map