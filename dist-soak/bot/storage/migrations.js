const items = `CREATE TABLE items (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  etag TEXT NOT NULL,
  expires_at BIGINT NOT NULL
)`;
export const migrations = [
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
];
/** Tables whose rows go when the time in their `expires_at`, in milliseconds since 1970, has come. */
export const EXPIRING_TABLES = ['items'];
//# sourceMappingURL=migrations.js.map