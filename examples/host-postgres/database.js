import { AsyncLocalStorage } from 'node:async_hooks';
import { readFileSync, readdirSync } from 'node:fs';

import pg from 'pg';

// A date is a label of a day, and no instant: as `Date` it would become one of this machine's.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Queries, and transactions that everything asked within them takes part in. */
export function openDatabase(settings) {
  const pool = new pg.Pool(settings);
  const running = new AsyncLocalStorage();
  const query = async (text, values) =>
    (await (running.getStore() ?? pool).query(text, values)).rows;
  return {
    query,
    transaction: async (act) => {
      if (running.getStore()) return act();
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const answer = await running.run(client, act);
        await client.query('COMMIT');
        return answer;
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** Runs what was not run yet of `migrations/`, in order. */
export async function migrate({ query, transaction }) {
  await query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY)');
  const folder = new URL('./migrations/', import.meta.url);
  for (const name of readdirSync(folder).sort()) {
    await transaction(async () => {
      const rows = await query(
        'INSERT INTO migrations VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1',
        [name],
      );
      if (rows.length > 0) await query(readFileSync(new URL(name, folder), 'utf8'));
    });
  }
}
