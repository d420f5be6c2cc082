import { join } from 'node:path';

import { describeHost, serveBuilt } from './support/host.js';

describeHost('html', {
  serve: async ({ folder, run }) => {
    await run('build');
    return serveBuilt(join(folder, 'site'));
  },
});
