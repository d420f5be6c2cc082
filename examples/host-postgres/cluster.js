import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Debian keeps the programs of the newest version; elsewhere they are on the path. */
function programs() {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => b - a) : [];
  return versions.length > 0 ? `${debian}/${versions[0]}/bin/` : '';
}

/**
 * Starts a Postgres of our own in a temporary folder, reached by a socket in that folder alone.
 * As root it runs as the user `postgres`, which it insists on.
 */
export function startCluster() {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), 'billing-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const run = (program, ...args) => {
    const command = isRoot ? ['runuser', '-u', 'postgres', '--', bin + program] : [bin + program];
    const [file, ...words] = [...command, ...args];
    const { status, error, stderr } = spawnSync(file, words, {
      cwd: folder,
      encoding: 'utf8',
      // What the server itself prints goes into its log.
      stdio: ['ignore', 'ignore', program === 'pg_ctl' ? 'ignore' : 'pipe'],
    });
    if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr ?? ''}`);
  };
  if (isRoot) {
    const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
    chownSync(folder, id('-u'), id('-g'));
  }
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'billing', '--auth=trust', '--encoding=UTF8', '--no-locale');
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
  run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start');
  return {
    settings: { host: folder, user: 'billing', database: 'postgres' },
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
