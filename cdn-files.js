/** What the files of the script tag know of each other: their names, and for a page their hashes. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { transform } from 'esbuild';

const loader = new URL('src/cdn/loader.ts', import.meta.url);

/** What the loader imports, by the entry of the build that it is. */
const loaded = { './api.js': 'api', '../all.js': 'elements' };

/**
 * Writes `billing-elements.js`, which leads straight to the chunks. As a module of the same build it
 * would reach them through files that hand on their exports: one way more to the server.
 *
 * @type {import('vite').Plugin}
 */
export const scriptTag = {
  name: 'script-tag',
  async generateBundle(_options, bundle) {
    const entries = Object.values(bundle).filter(({ isEntry }) => isEntry);
    const { code } = await transform(await readFile(loader, 'utf8'), {
      loader: 'ts',
      target: 'es2022',
      minify: true,
    });
    const source = code.replaceAll(/import\("([^"]+)"\)/g, (_all, path) => {
      const { fileName, imports } = entries.find(({ name }) => name === loaded[path]);
      // With what it needs at once: otherwise the browser would learn of that when it has come.
      const files = [fileName, ...imports].map((file) => `import("./${file}")`);
      return files.length > 1 ? `Promise.all([${files.join()}])` : files[0];
    });
    this.emitFile({ type: 'asset', fileName: 'billing-elements.js', source });
  },
};

/**
 * Lets a chunk that is fetched later come together with what it imports: otherwise the browser
 * would learn of that when the chunk is there, and of what that imports once more later.
 *
 * @type {import('vite').Plugin}
 */
export const atOnce = {
  name: 'at-once',
  renderChunk(code, chunk, _options, { chunks }) {
    const here = withImports(chunk.fileName, chunks);
    return code.replaceAll(/\bimport\((["'`])\.\/([^"'`]+)\1\)/g, (whole, _quote, file) => {
      const missing = [...withImports(file, chunks)].filter(
        (one) => one !== file && !here.has(one),
      );
      if (missing.length === 0) return whole;
      const all = [file, ...missing].map((one) => `import("./${one}")`);
      return `Promise.all([${all.join()}]).then(([module])=>module)`;
    });
  },
};

/** A chunk's file with all that it imports statically, by whatever way. */
function withImports(file, chunks, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const next of chunks[file]?.imports ?? []) withImports(next, chunks, seen);
  return seen;
}

const hashOf = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/**
 * Writes `import-map.json` beside the chunks: an import map with the hash of each. `integrity` on
 * the script tag covers the entry alone; what that imports is looked up here.
 *
 * @type {import('vite').Plugin}
 */
export const importMap = {
  name: 'import-map',
  generateBundle: {
    // After all that still changes the code.
    order: 'post',
    handler(_options, bundle) {
      const modules = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.js'));
      const hashes = modules.map((file) => [
        `./${file.fileName}`,
        hashOf(file.code ?? file.source),
      ]);
      const integrity = Object.fromEntries(hashes.sort(([one], [other]) => (one < other ? -1 : 1)));
      const source = `${JSON.stringify({ integrity }, null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'import-map.json', source });
    },
  },
};
