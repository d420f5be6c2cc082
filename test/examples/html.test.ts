import { join } from 'node:path';

import { itComesQuietly } from './support/first-sight.js';
import { describeHost, serveBuilt } from './support/host.js';

describeHost('html', {
  more: (open) => {
    itComesQuietly(open, 'Your plan is in your mail.');
  },
  serve: async ({ folder, run }) => {
    await run('build');
    return serveBuilt(join(folder, 'site'));
  },
});
