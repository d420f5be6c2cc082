import { startCluster } from './cluster.js';
import { migrate, openDatabase } from './database.js';
import { createHost } from './server.js';
import { passwordHash } from './sessions.js';

/** Who may log on: two owners, and somebody who may look only. Their password is `made-up`. */
export const people = [
  ['wanda@lighthouse.example', 'acc_lighthouse', 'owner'],
  ['viktor@lighthouse.example', 'acc_lighthouse', 'viewer'],
  ['tama@tideline.example', 'acc_tideline', 'owner'],
];

/** The tables, the tenants, and who may log on. */
async function fill(database) {
  await migrate(database);
  for (const [email, account, role] of people) {
    const hash = passwordHash('made-up');
    await database.query('INSERT INTO people VALUES ($1, $2, $3, $4)', [
      email,
      hash,
      account,
      role,
    ]);
  }
}

/** Everything on this machine: a Postgres of its own, its tables, two tenants, and the server. */
export async function startHost(port, payments) {
  const cluster = startCluster();
  const database = openDatabase(cluster.settings);
  const stop = async () => {
    await database.close();
    cluster.stop();
  };
  try {
    await fill(database);
    const server = createHost(database, payments);
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return {
      origin: `http://127.0.0.1:${server.address().port}`,
      database,
      startOver: async () => {
        await database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
        await fill(database);
      },
      close: async () => {
        server.close();
        server.closeAllConnections();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
