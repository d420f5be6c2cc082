/** What a page fetches before it needs anything more: an entry with all that it imports statically, packages included. */
import { gzipSync } from 'node:zlib';

import { build } from 'esbuild';

/**
 * Bundles as a host would for production, and weighs the files of the first load minified and
 * gzipped. Lazy chunks are not counted; a style sheet of the entry is.
 *
 * @param entry - A file, or the code of one with the folder that it stands in.
 * @param options - `external`: packages left where they are, which must not be needed at first.
 * `followLazy`: also counts what the entry itself asks for by `import()`, which a loader does at once.
 */
export async function firstLoad(entry, { external = [], followLazy = false, loader = {} } = {}) {
  const { outputFiles, metafile } = await build({
    ...(typeof entry === 'string'
      ? { entryPoints: [entry] }
      : { stdin: { contents: entry.code, resolveDir: entry.folder, loader: 'jsx' } }),
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
    external,
    loader,
    outdir: 'unwritten',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const { outputs } = metafile;
  const paths = Object.keys(outputs);
  const name = typeof entry === 'string' ? entry : '<stdin>';
  const first = paths.find((path) => outputs[path].entryPoint === name);
  const needed = staticImports(first, outputs);
  if (followLazy) {
    for (const { path } of outputs[first].imports) staticImports(path, outputs, needed);
  }
  const { cssBundle } = outputs[first];
  const files = cssBundle ? [...needed, cssBundle] : [...needed];
  const weights = files.map((path) => {
    const { contents } = outputFiles[paths.indexOf(path)];
    return { minified: contents.length, zipped: gzipSync(contents, { level: 9 }).length };
  });
  const sum = (key) => weights.reduce((total, weight) => total + weight[key], 0);
  return { files: files.length, minified: sum('minified'), zipped: sum('zipped') };
}

function staticImports(path, outputs, seen = new Set()) {
  seen.add(path);
  for (const { path: next, kind, external } of outputs[path].imports) {
    if (kind !== 'import-statement' || seen.has(next)) continue;
    if (external) throw new Error(`${next} is needed from the start.`);
    staticImports(next, outputs, seen);
  }
  return seen;
}
