import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { WorldName } from '../../mocks/memory-engine.js';
import { runConformance } from '../../src/conformance/index.js';
import type { ConformanceReport } from '../../src/conformance/index.js';
import { createBillingHandler } from '../../src/server/index.js';
import type { BillingEngine, BillingHandler } from '../../src/server/index.js';

export const base = '/api/billing';
export const now = new Date('2026-03-18T15:30:00Z');

/** Our handler over an engine, for whoever has the cookie. */
export const serverOver = (engine: BillingEngine, account = 'standard'): BillingHandler =>
  createBillingHandler({
    basePath: base,
    authorize: ({ headers }) => (headers.has('Cookie') ? { account } : null),
    engine: () => engine,
  });

/** The same over a world. */
export const serverOf = (world: WorldName, time = now.getTime()): BillingHandler =>
  serverOver(createMemoryEngine({ world, now: () => time }), world);

/** The kit's report on a server, writes included. */
export const reportOn = (handle: BillingHandler): Promise<ConformanceReport> =>
  runConformance({
    baseUrl: `https://host.test${base}`,
    headers: { Cookie: 'session=1' },
    writes: true,
    now,
    fetch: (input, init) => handle(new Request(input, init)),
  });
