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

/** Everything on this machine: a Postgres of its own, its tables, two tenants, and the server. */
export async function startHost(port) {
  const cluster = startCluster();
  const database = openDatabase(cluster.settings);
  const stop = async () => {
    await database.close();
    cluster.stop();
  };
  try {
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
    const server = createHost(database);
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return {
      origin: `http://127.0.0.1:${server.address().port}`,
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
