import { expect } from 'chai';

import { runConformance } from '../../src/conformance/index.js';
import { install } from './support/example.js';
import type { Example, Running } from './support/example.js';

for (const name of ['server-node', 'server-express', 'server-hono', 'server-worker']) {
  describe(`The example ${name}`, () => {
    let example: Example | undefined;
    let server: Running | undefined;

    beforeAll(async () => {
      example = await install(name);
      server = await example.start('start');
    });

    afterAll(async () => {
      await server?.close();
      example?.remove();
    });

    it('serves the contract', async () => {
      const report = await runConformance({
        baseUrl: `${server?.origin}/api/billing`,
        headers: { Authorization: 'Bearer a-token-of-the-example' },
      });
      expect(report.results.filter(({ outcome }) => outcome === 'failed')).to.eql([]);
      const passed = report.results.filter(({ outcome }) => outcome === 'passed');
      expect(passed.map(({ id }) => id)).to.include.members([
        'account.shape',
        'subscription.shape',
        'usage.half-open',
        'wire.etag',
        'access.stranger',
      ]);
    });

    it('reads the bodies of writes itself, and refuses those of other sites', async () => {
      const send = (headers: Record<string, string>) =>
        fetch(`${server?.origin}/api/billing/payment-session`, {
          method: 'POST',
          headers: {
            Authorization: 'Bearer a-token-of-the-example',
            'Content-Type': 'application/json',
            ...headers,
          },
          body: '{"purpose":"nothing"}',
        });
      expect((await send({})).status).to.equal(422);
      expect((await send({ Origin: 'https://stranger.example' })).status).to.equal(403);
    });
  });
}
