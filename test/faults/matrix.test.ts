import { expect } from 'chai';

import { faults } from './catalogue/index.js';
import { engineNames, startEngine } from './drivers/engines.js';
import type { Driver } from './drivers/driver.js';
import { elements, endsOf } from './fault.js';
import type { Fault } from './fault.js';
import { startFaultServer } from './fault-server.js';
import type { FaultServer } from './fault-server.js';
import type { ElementResult } from './page/run.js';
import { writeReport } from './report.js';
import type { Cell } from './report.js';

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
  let server: FaultServer;
  let driver: Driver;

  beforeAll(async () => {
    server = await startFaultServer();
    driver = await startEngine(engine);
  });

  afterAll(async () => {
    await driver.close();
    await server.close();
  });

  for (const fault of chosen) {
    it(fault.name, async () => {
      const results = await resultsOf(fault);
      const wrong = results.flatMap(({ name, problems }) =>
        problems.map(({ kind, text }) => `${name}: ${kind}: ${text}`),
      );
      expect(wrong).to.eql([]);
    });
  }

  async function resultsOf(fault: Fault): Promise<readonly ElementResult[]> {
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
