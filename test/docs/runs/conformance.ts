import { expect } from 'chai';

import { serverOf } from '../../conformance/support.js';
import type { Run } from '../runs.js';

/** The block exports a test of whatever `handle` is. */
export const check: Run = async ({ module }) => {
  const { apiKeepsTheContract } = (await module()) as { apiKeepsTheContract: () => Promise<void> };
  Object.assign(globalThis, { handle: serverOf('standard', Date.now()) });
  await apiKeepsTheContract();
  Object.assign(globalThis, { handle: () => Promise.resolve(new Response('', { status: 404 })) });
  const said = await apiKeepsTheContract().catch(String);
  expect(said).to.contain('FAIL account.shape');
};
