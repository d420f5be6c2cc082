/** Builds once more over the `dist/` that is there, and fails where a file came out otherwise. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const hashes = () =>
  new Map(
    readdirSync('dist', { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );

const before = hashes();
execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
const after = hashes();

const paths = new Set([...before.keys(), ...after.keys()]);
const others = [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
for (const path of others) console.log(path);
console.log(`${paths.size} files, ${others.length} of them not as they were built before`);
process.exitCode = others.length > 0 ? 1 : 0;
