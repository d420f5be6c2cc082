/** What a page fetches at first, beside what it would fetch of what people would pick instead. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { tags } from '../../tags.js';
import { firstLoad } from '../support/first-load.js';
import { rivalsFolder } from './places.js';
import { rivals } from './rivals.js';

const assets = ['.gif', '.png', '.svg', '.ttf', '.woff', '.woff2'];
const loader = Object.fromEntries(assets.map((ending) => [ending, 'dataurl']));

/** Left where they are: what Clerk asks for only where somebody pays with a wallet. */
const wallets = ['@solana/web3.js', 'bs58'];

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

export const bytes = {
  name: 'bytes',
  title: 'Bytes before the first request',
  about: `
An entry with all that it imports statically, its packages and its style sheet included: bundled by esbuild,
minified, \`gzip -9\`. What is fetched later by \`import()\` is not counted, for anybody. The others bring React
where they need it; a page that has it already saves about 60 kB. They ask their own services, so they are
bundled and not run.
`,

  async measure() {
    const ours = [...tags, 'all'].map((name) => ({
      name: name === 'all' ? 'all seven elements' : `\`${name}\``,
      entry: join('dist', `${name}.js`),
    }));
    const page = join(rivalsFolder, 'page/main.jsx');
    const others = [
      {
        name: 'React, TanStack Query and Recharts',
        shows: 'the page of the next table',
        entry: { code: await readFile(page, 'utf8'), folder: join(rivalsFolder, 'page') },
        packages: ['react', '@tanstack/react-query', 'recharts'],
      },
      ...rivals.map(({ code, ...rival }) => ({ ...rival, entry: { code, folder: rivalsFolder } })),
    ];
    const rows = [];
    for (const { name, entry } of ours) rows.push([name, '', ...(await weigh(entry))]);
    for (const { name, shows, entry, packages } of others) {
      const versions = await Promise.all(packages.map(versionOf));
      rows.push([`${name} (${versions.join(', ')})`, shows, ...(await weigh(entry))]);
    }
    return { columns: ['what', 'shows', 'files', 'minified, kB', 'gzip, kB'], rows, goals: [] };
  },
};

async function weigh(entry) {
  try {
    const { files, minified, zipped } = await firstLoad(entry, { loader, external: wallets });
    return [files, kilobytes(minified), kilobytes(zipped)];
  } catch (error) {
    const [why] = (error.errors?.[0]?.text ?? error.message).split('\n');
    return ['', '', `could not be bundled: ${why}`];
  }
}

async function versionOf(name) {
  try {
    const file = join(rivalsFolder, 'node_modules', name, 'package.json');
    return `${name} ${JSON.parse(await readFile(file, 'utf8')).version}`;
  } catch {
    return `${name}, not installed`;
  }
}
