import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { WorldName } from '../../mocks/memory-engine.js';
import { runConformance } from '../../src/conformance/index.js';
import type { ConformanceReport } from '../../src/conformance/index.js';
import { createBillingHandler } from '../../src/server/index.js';
import type { BillingHandler } from '../../src/server/index.js';

export const base = '/api/billing';
const now = new Date('2026-03-18T15:30:00Z');

/** Our handler over a world, for whoever has the cookie. */
export function serverOf(world: WorldName, time = now.getTime()): BillingHandler {
  const engine = createMemoryEngine({ world, now: () => time });
  return createBillingHandler({
    basePath: base,
    authorize: ({ headers }) => (headers.has('Cookie') ? { account: world } : null),
    engine: () => engine,
  });
}

/** The kit's report on a server, writes included. */
export const reportOn = (handle: BillingHandler): Promise<ConformanceReport> =>
  runConformance({
    baseUrl: `https://host.test${base}`,
    headers: { Cookie: 'session=1' },
    writes: true,
    now,
    fetch: (input, init) => handle(new Request(input, init)),
  });
