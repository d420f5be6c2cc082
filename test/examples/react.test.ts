import { join } from 'node:path';

import { describeHost, serveBuilt } from './support/host.js';

describeHost('react', {
  typed: ['src/page.tsx'],
  serve: async ({ folder, run }) => {
    await run('build');
    return serveBuilt(join(folder, 'dist'));
  },
});
