/**
 * The table of operations in docs/engines/README.md, from what the tests of the engines saw
 * (`test/engines/evidence`).
 *
 *     node test/support/engines-table.js            writes the table
 *     node test/support/engines-table.js --check    fails where it is not what the tests saw
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

import { format, resolveConfig } from 'prettier';

const root = new URL('../../', import.meta.url);
const page = new URL('docs/engines/README.md', root);
const folder = new URL('test/engines/evidence/', root);
const [begin, end] = ['<!-- table -->', '<!-- /table -->'];
const checks = ['spec', 'types', 'fake', 'kit', 'random'];

const contract = readFileSync(new URL('src/contract/openapi.yaml', root), 'utf8');
const operations = [...contract.matchAll(/operationId: (\w+)/g)].map(([, name]) => name);
const engines = readdirSync(new URL('src/engines/', root))
  .filter((name) => name.endsWith('.ts') && name !== 'compose.ts')
  .map((name) => name.replace('.ts', ''));

const text = readFileSync(page, 'utf8');
const [before, after] = [text.split(begin)[0], text.split(end)[1]];
if (after === undefined) throw new Error(`docs/engines/README.md has no ${begin} and ${end}.`);
const filepath = page.pathname;
const written = await format(`${before}${begin}\n\n${tableOf(seen())}\n\n${end}${after}`, {
  ...(await resolveConfig(filepath)),
  filepath,
});

if (!process.argv.includes('--check')) {
  writeFileSync(page, written);
} else if (text !== written) {
  console.error('docs/engines/README.md is not what the tests saw: npm run engines:table');
  process.exitCode = 1;
}

/** By engine and operation: `absent`, and the checks. */
function seen() {
  const all = new Map();
  for (const name of readdirSync(folder).sort()) {
    const [engine, kind] = name.split('.');
    for (const operation of JSON.parse(readFileSync(new URL(name, folder), 'utf8'))) {
      const place = `${engine} ${operation}`;
      all.set(place, (all.get(place) ?? new Set()).add(kind));
    }
  }
  return all;
}

function tableOf(evidence) {
  const rows = operations.map((operation) => [
    `\`${operation}\``,
    ...engines.map((engine) => cell(evidence.get(`${engine} ${operation}`) ?? new Set())),
  ]);
  const head = ['operation', ...engines.map((name) => `[${name}](${name}.md)`)];
  return [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function cell(kinds) {
  if (kinds.has('absent')) return 'not here';
  return checks.filter((check) => kinds.has(check)).join(', ') || 'served, unchecked';
}
