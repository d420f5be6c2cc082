import { join } from 'node:path';

import { describeHost, serveBuilt } from './support/host.js';

describeHost('vue', {
  typed: ['src/Page.vue'],
  serve: async ({ folder, run }) => {
    await run('build');
    return serveBuilt(join(folder, 'dist'));
  },
});
