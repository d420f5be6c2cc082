// Everything on this machine: a Postgres of its own, its tables, two tenants, and the server.
import { startCluster } from './cluster.js';
import { migrate, openDatabase } from './database.js';
import { createHost } from './server.js';
import { passwordHash } from './sessions.js';

const cluster = startCluster();
const database = openDatabase(cluster.settings);
await migrate(database);

const people = [
  ['wanda@lighthouse.example', 'acc_lighthouse', 'owner'],
  ['viktor@lighthouse.example', 'acc_lighthouse', 'viewer'],
  ['tama@tideline.example', 'acc_tideline', 'owner'],
];
for (const [email, account, role] of people) {
  const hash = passwordHash('made-up');
  await database.query('INSERT INTO people VALUES ($1, $2, $3, $4)', [email, hash, account, role]);
}

const port = Number(process.env.PORT ?? 3000);
const server = createHost(database).listen(port, '127.0.0.1', () => {
  console.log(
    `http://127.0.0.1:${port} ${people.map(([email]) => email).join(', ')}; password: made-up`,
  );
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    server.close();
    server.closeAllConnections();
    await database.close();
    cluster.stop();
    process.exit();
  });
}
