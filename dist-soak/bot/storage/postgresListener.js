// Hears PostgreSQL's notifications on a connection of its own, and comes back when that is lost.
import { EventEmitter } from 'node:events';
import pg from 'pg';
/** Milliseconds between attempts to come back. */
const RETRY = 500;
export class PostgresListener {
    settings;
    logger;
    #topics = new EventEmitter().setMaxListeners(0);
    #client;
    #connecting;
    #retry;
    #isClosed = false;
    constructor(settings, logger) {
        this.settings = settings;
        this.logger = logger;
    }
    listen(topic, listener) {
        const isNew = this.#topics.listenerCount(topic) === 0;
        this.#topics.on(topic, listener);
        if (!this.#client)
            this.#connect();
        else if (isNew)
            void this.#subscribe(this.#client, topic);
        return () => this.#topics.off(topic, listener);
    }
    async close() {
        this.#isClosed = true;
        clearTimeout(this.#retry);
        await this.#connecting;
        await this.#client?.end().catch(() => undefined);
    }
    #connect() {
        this.#connecting ??= this.#open().finally(() => (this.#connecting = undefined));
    }
    async #open() {
        const client = new pg.Client(this.settings);
        client.on('notification', ({ channel, payload }) => this.#topics.emit(channel, payload ?? ''));
        client.on('error', (error) => this.logger.warn({ reason: error.message }, 'notifications interrupted'));
        client.on('end', () => {
            if (this.#client === client)
                this.#comeBack();
        });
        try {
            await client.connect();
        }
        catch {
            this.#comeBack();
            return;
        }
        this.#client = client;
        for (const topic of this.#topics.eventNames())
            await this.#subscribe(client, String(topic));
    }
    /** Listeners look for themselves afterwards: until now nothing was heard. */
    async #subscribe(client, topic) {
        try {
            await client.query(`LISTEN ${client.escapeIdentifier(topic)}`);
            this.#topics.emit(topic, undefined);
        }
        catch {
            await client.end().catch(() => undefined);
        }
    }
    #comeBack() {
        this.#client = undefined;
        if (!this.#isClosed)
            this.#retry = setTimeout(() => this.#connect(), RETRY).unref();
    }
}
//# sourceMappingURL=postgresListener.js.map