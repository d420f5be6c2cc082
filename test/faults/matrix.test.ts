import { expect } from 'chai';
import { it } from 'vitest';

import { faults } from './catalogue/index.js';
import { engineNames, startEngine } from './drivers/engines.js';
import type { Driver } from './drivers/driver.js';
import { elements, endsOf } from './fault.js';
import type { Fault } from './fault.js';
import { startFaultServer } from './fault-server.js';
import type { FaultServer } from './fault-server.js';
import { lanes } from './lanes.js';
import type { ElementResult } from './page/run.js';
import { writeReport } from './report.js';
import type { Cell } from './report.js';

/** A server and the browser that suffers from it; it tries one fault at a time. */
interface Lane {
  readonly server: FaultServer;
  readonly driver: Driver;
}

const wanted = new RegExp(process.env['FAULT'] ?? '', 'u');
const chosen = faults.filter(({ name }) => wanted.test(name));
const cells: Cell[] = [];

for (const engine of engineNames()) {
  describe(`in ${engine}`, () => tryFaultsIn(engine));
}

afterAll(() => {
  writeReport(cells);
});

function tryFaultsIn(engine: string): void {
  const free: Lane[] = [];

  beforeAll(async () => {
    // One after the other: the next one must not take the port that this one has found free.
    while (free.length < lanes) {
      free.push({ server: await startFaultServer(), driver: await startEngine(engine) });
    }
  });

  afterAll(async () => {
    await Promise.allSettled(
      free.flatMap(({ driver, server }) => [driver.close(), server.close()]),
    );
  });

  for (const fault of chosen) {
    it.concurrent(fault.name, async () => {
      // As many tests run at once as there are lanes.
      const lane = free.pop();
      if (!lane) throw new Error('All lanes are busy.');
      const results = await resultsOf(fault, lane).finally(() => free.push(lane));
      const wrong = results.flatMap(({ name, problems }) =>
        problems.map(({ kind, text }) => `${name}: ${kind}: ${text}`),
      );
      expect(wrong).to.eql([]);
    });
  }

  async function resultsOf(
    fault: Fault,
    { driver, server }: Lane,
  ): Promise<readonly ElementResult[]> {
    const plan = {
      elements: elements.map((name) => ({ name, ends: endsOf(fault, name) })),
      asksAgain: fault.asksAgain ?? false,
      isOffline: fault.isOffline ?? false,
      onRefreshOnly: fault.onRefreshOnly ?? false,
      changesFigures: fault.changesFigures ?? false,
    };
    const { elements: results, followed } = await server.run(fault, plan, driver.visit);
    cells.push(...results.map((result) => ({ engine, fault: fault.name, ...result })));
    expect(followed, 'redirects that were followed').to.equal(0);
    expect(results.map(({ name }) => name)).to.eql(elements);
    return results;
  }
}
