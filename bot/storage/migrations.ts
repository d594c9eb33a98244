// The tables of the bot, as the steps that led to them. A step that was ever released never changes.
import type { DatabaseAddress } from './database.js';

type Statements = readonly string[];

export interface Migration {
  readonly name: string;
  /** What to run: the same on both databases, or by kind. */
  readonly run: Statements | Readonly<Record<DatabaseAddress['kind'], Statements>>;
}

const items = `CREATE TABLE items (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  etag TEXT NOT NULL,
  expires_at BIGINT NOT NULL
)`;

export const migrations: readonly Migration[] = [
  {
    name: 'items of the storage contract',
    run: {
      sqlite: [
        items,
        // Files of the first version hold their items in another table.
        'CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT, etag INTEGER) WITHOUT ROWID',
        `INSERT INTO items SELECT key, value, CAST(etag AS TEXT),
         (CAST(strftime('%s', 'now') AS INTEGER) + 30 * 86400) * 1000 FROM state`,
        'DROP TABLE state',
        'CREATE INDEX items_expiry ON items (expires_at)',
      ],
      postgres: [items, 'CREATE INDEX items_expiry ON items (expires_at)'],
    },
  },
  {
    name: 'conversations of the built-in Direct Line',
    run: [
      'CREATE TABLE secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL)',
      `CREATE TABLE direct_line_conversations (
        id TEXT PRIMARY KEY,
        last INTEGER NOT NULL,
        expires_at BIGINT NOT NULL
      )`,
      `CREATE TABLE direct_line_activities (
        conversation TEXT NOT NULL,
        sequence INTEGER NOT NULL,
        activity TEXT NOT NULL,
        client_id TEXT,
        expires_at BIGINT NOT NULL,
        PRIMARY KEY (conversation, sequence)
      )`,
      'CREATE UNIQUE INDEX direct_line_activities_client ON direct_line_activities (conversation, client_id)',
      'CREATE INDEX direct_line_conversations_expiry ON direct_line_conversations (expires_at)',
      'CREATE INDEX direct_line_activities_expiry ON direct_line_activities (expires_at)',
    ],
  },
  {
    name: 'outcomes of questions',
    run: [
      `CREATE TABLE outcomes (
        id TEXT PRIMARY KEY,
        at BIGINT NOT NULL,
        channel TEXT NOT NULL,
        language TEXT NOT NULL,
        kind TEXT NOT NULL,
        entry TEXT,
        fact TEXT,
        confidence INTEGER,
        reply TEXT,
        verdict TEXT,
        comment TEXT,
        question TEXT,
        expires_at BIGINT NOT NULL
      )`,
      'CREATE INDEX outcomes_at ON outcomes (at)',
      'CREATE INDEX outcomes_reply ON outcomes (reply)',
      'CREATE INDEX outcomes_expiry ON outcomes (expires_at)',
    ],
  },
  {
    // They are written with every question, and read by a report, which may take its time, and by thumbs in Teams.
    name: 'fewer indexes over outcomes',
    run: [
      'DROP INDEX outcomes_at',
      'DROP INDEX outcomes_reply',
      'CREATE INDEX outcomes_reply ON outcomes (reply) WHERE reply IS NOT NULL',
    ],
  },
  {
    name: 'the time up to which expired rows were deleted',
    run: ['CREATE TABLE forgotten (id INTEGER PRIMARY KEY, until BIGINT NOT NULL)'],
  },
  {
    name: 'sizes of conversations of the built-in Direct Line',
    run: [
      'ALTER TABLE direct_line_conversations ADD COLUMN size BIGINT NOT NULL DEFAULT 0',
      `UPDATE direct_line_conversations SET size = (
        SELECT coalesce(sum(length(activity)), 0) FROM direct_line_activities
        WHERE conversation = direct_line_conversations.id
      )`,
    ],
  },
];

/** Tables whose rows go when the time in their `expires_at`, in milliseconds since 1970, has come. */
export const EXPIRING_TABLES: readonly string[] = [
  'items',
  'direct_line_conversations',
  'direct_line_activities',
  'outcomes',
];
