import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect } from 'chai';

import type { Run } from '../runs.js';
import { asHost } from '../hosts.js';

/** The block serves reads and writes of the account over a line. */
export const check: Run = async ({ module }) => {
  asHost();
  const { server } = (await module()) as { server: Server };
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}/api/billing/accounts/acc_1`;
  const account = await fetch(`${base}/account`);
  expect(await account.json()).to.include({ id: 'acc_1' });
  const preview = await fetch(`${base}/subscriptions/plan/preview`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ planId: 'plan_advanced', when: 'now' }),
  });
  expect(preview.status, await preview.clone().text()).to.equal(200);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
};
