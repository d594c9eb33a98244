// The secret that tokens are signed with: the configured one, or one that is made once and kept in the database, so
// that restarts and other replicas know it.
import { randomBytes } from 'node:crypto';
import type { Database } from '../../storage/database.js';

const NAME = 'direct line signing key';

/** @param configured - from the configuration, if it is set there */
export async function signingKey(configured: string | undefined, database: Database): Promise<Uint8Array> {
  if (configured !== undefined) return new TextEncoder().encode(configured);
  await database.query('INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
    NAME,
    randomBytes(32).toString('base64url'),
  ]);
  const [kept] = await database.query<{ value: string }>('SELECT value FROM secrets WHERE name = $1', [NAME]);
  return new TextEncoder().encode(kept!.value);
}
