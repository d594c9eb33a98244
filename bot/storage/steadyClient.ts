// A connection to PostgreSQL whose loss never ends the process.
import pg from 'pg';

/**
 * A client emits 'error' when its connection is lost, and Node ends the process where nobody listens. The pool listens
 * while a client is idle only: not from the moment it is connected until it is lent, e.g. when the server says "ready"
 * and "shutting down" in one packet, nor while it is lent. What is asked of a lost client fails by itself, so that
 * nothing is hidden by a listener that does nothing.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
