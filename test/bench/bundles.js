/** Pages as a host builds them, by Vite, with what is its own default. */
import { join } from 'node:path';

import { build } from 'vite';

import { made, rivalsFolder, root } from './places.js';

const common = { configFile: false, logLevel: 'error', publicDir: false };

function bundle(folder, pages, base) {
  return build({
    ...common,
    root: folder,
    base: `/${base}/`,
    // By its own name, as a package that is installed has it.
    resolve: { alias: { 'billing-elements': join(root, 'dist') } },
    build: {
      outDir: join(root, base),
      emptyOutDir: true,
      manifest: true,
      rolldownOptions: { input: pages.map((page) => join(folder, page)) },
    },
  });
}

/** Builds both pages; each is then found under the path that is given back. */
export async function buildPages() {
  await bundle(join(root, 'test/bench/pages/bundled'), ['index.html'], `${made}/elements`);
  await bundle(join(rivalsFolder, 'page'), ['index.html', 'split.html'], `${made}/react`);
}
