/** Which modules stand before the first request of an element: all that its definition imports statically. */
import { resolve } from 'node:path';

import { build } from 'esbuild';

/**
 * @param {readonly string[]} entries
 * @returns {Promise<Set<string>>} absolute paths, those of packages left out
 */
export async function initialModules(entries) {
  const { metafile } = await build({
    entryPoints: [...entries],
    bundle: true,
    splitting: true,
    format: 'esm',
    outdir: 'unwritten',
    packages: 'external',
    metafile: true,
    write: false,
  });
  /** @type {Set<string>} */
  const seen = new Set();
  const visit = (/** @type {string} */ path) => {
    if (seen.has(path) || !metafile.inputs[path]) return;
    seen.add(path);
    for (const { kind, path: next } of metafile.inputs[path].imports) {
      if (kind === 'import-statement') visit(next);
    }
  };
  for (const entry of entries) visit(entry);
  return new Set([...seen].map((path) => resolve(path)));
}
