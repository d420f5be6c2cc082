import { createMemoryEngine } from '../../mocks/memory-engine.js';
import { accounts, handlerHost } from '../support/tenants/handler-host.js';
import { itKeepsTenantsApart } from '../support/tenants/matrix.js';
import type { TwoTenants } from '../support/tenants/two-tenants.js';

const now = Date.parse('2026-03-18T15:30:00Z');

/** Two worlds of the memory engine behind one handler. */
async function openMemory(): Promise<TwoTenants> {
  const ours = createMemoryEngine({ world: 'standard', id: accounts.ours, now: () => now });
  const theirs = createMemoryEngine({ world: 'huge', id: accounts.theirs, now: () => now });
  // Operations are counted: now the next one of theirs has a number that none of ours comes to.
  for (let count = 0; count < 50; count += 1) {
    await theirs.createPaymentSession({ purpose: 'portal' });
  }
  return handlerHost({
    engine: (who) => (who === 'ours' ? ours : theirs),
    canaries: ['United Railways', '🚆', 'واتساب'],
    days: { from: '2026-03-01', to: '2026-03-03' },
    kept: () => Promise.resolve(JSON.stringify(theirs.ledger)),
  });
}

describe('Of two tenants of the handler', () => {
  itKeepsTenantsApart({ open: openMemory, isExact: true });
});
