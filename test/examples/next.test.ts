import { createMockBackend } from '../../mocks/mock-backend.js';
import { listen } from '../../mocks/node-server.js';
import { itComesQuietly } from './support/first-sight.js';
import { describeHost } from './support/host.js';

describeHost('next', {
  typed: ['app/billing.tsx'],
  more: (open) => {
    itComesQuietly(open, 'Your plan: Standard');
  },
  serve: async ({ run, start }) => {
    const service = await listen(createMockBackend({ basePath: '/accounts/{account}' }).handle);
    await run('build');
    const { origin, close } = await start('start', { BILLING_SERVICE: service.origin });
    return {
      origin,
      close: async () => {
        await close();
        await service.close();
      },
    };
  },
});
