/**
 * Writes the package-lock.json of examples anew, after a change of what they or the package depend
 * on: `node test/examples/support/lock.js react vue`, or all; needs `dist/`.
 *
 * In the lock, the package is a tarball beside package.json: it is not in a registry when its
 * examples are tested. Its hash is left out, as each build has another.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const tarball = 'billing-elements.tgz';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const write = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
const npm = (folder, ...args) =>
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });

const packed = mkdtempSync(join(tmpdir(), 'packed-'));
npm(root, 'pack', '--silent', '--pack-destination', packed);
const [file] = readdirSync(packed);
const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : readdirSync(`${root}examples`)) lock(name);
rmSync(packed, { recursive: true });

function lock(name) {
  const example = `${root}examples/${name}`;
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  copyFileSync(join(packed, file), join(folder, tarball));
  const manifest = read(`${example}/package.json`);
  const { 'billing-elements': wanted } = manifest.dependencies;
  manifest.dependencies['billing-elements'] = `file:${tarball}`;
  write(`${folder}/package.json`, manifest);
  npm(folder, 'install', '--package-lock-only', '--ignore-scripts', '--silent');
  const made = read(`${folder}/package-lock.json`);
  made.packages[''].dependencies['billing-elements'] = wanted;
  Reflect.deleteProperty(made.packages['node_modules/billing-elements'], 'integrity');
  write(`${example}/package-lock.json`, made);
  rmSync(folder, { recursive: true });
  console.log(name);
}
