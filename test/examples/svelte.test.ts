import { join } from 'node:path';

import { describeHost, serveBuilt } from './support/host.js';

describeHost('svelte', {
  typed: ['src/Page.svelte'],
  serve: async ({ folder, run }) => {
    await run('build');
    return serveBuilt(join(folder, 'dist'));
  },
});
