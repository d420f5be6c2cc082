/**
 * Whatever a vendor answers, nothing reaches a page that the contract refuses: a good answer, or a
 * problem that says that there is none. The answers are drawn at random, and a seed draws the same
 * ones again: `ENGINE_SEEDS=5000` tries more of them, `ENGINE_SEEDS=17-17` a single one.
 */
import { expect } from 'chai';

import type { Through } from '../../mocks/demo-backends/vendor-backend.js';
import { seeded } from '../../mocks/generate/random.js';
import type { VendorMock } from '../../mocks/vendors/described-vendor.js';
import { ofOurCustomer } from '../../mocks/vendors/of-our-customer.js';
import { engineNames, openEngine } from './support/engines.js';
import type { EngineName } from './support/engines.js';
import { evidenceOf } from './support/evidence.js';
import { faultsOfReads, idsOf } from './support/reads.js';
import { variedBy } from './support/varied.js';
import { describeOverSpec } from './support/vendor-spec.js';

const usual = 200;
/** Few, so that a test is short on a busy machine too. */
const atOnce = 5;
const [first = 1, last = usual] = seedsOf(process.env['ENGINE_SEEDS'] ?? String(usual));

function seedsOf(wish: string): number[] {
  const [from, to] = wish.split('-').map(Number);
  return to === undefined ? [1, from ?? usual] : [from ?? 1, to];
}

/** Tests of an engine whose vendor's answers a seed makes into others. */
function handsOutNothingElse(
  name: EngineName,
  source: string,
  throughOf: (seed: number) => Through,
): void {
  const evidence = evidenceOf(name, 'random', source);
  for (let begin = first; begin <= last; begin += atOnce) {
    const end = Math.min(begin + atOnce - 1, last);
    it(`make ${name} hand out nothing that the contract refuses, seeds ${begin} to ${end}`, async () => {
      const faults: string[] = [];
      for (let seed = begin; seed <= end; seed += 1) {
        let through: Through = (answer) => answer;
        const engine = openEngine[name]((answer) => (input, init) => through(answer)(input, init));
        const ids = await idsOf(engine);
        through = throughOf(seed);
        const found = await faultsOfReads(engine, ids, (operation) => {
          if (seed <= usual) evidence.saw(operation);
        });
        faults.push(...found.map((fault) => `seed ${seed}: ${fault}`));
      }
      expect(faults.slice(0, 20)).to.deep.equal([]);
    });
  }
  if (first > 1 || last < usual) return;
  it(`make ${name} hand out what the table says`, () => {
    evidence.verify();
  });
}

describe('Answers of a stand-in, varied at random', () => {
  for (const name of engineNames) {
    handsOutNothingElse(name, 'varied', (seed) => variedBy(seeded(`${name} ${seed}`)));
  }
});

/** A plan that each engine offers. */
const plans = { stripe: 'price_basic', lago: 'pro', openmeter: 'pro' } as const;

const isVaried = (seed: number): boolean => seed % 2 === 0;

/** The mock's own answers to a seed; every other seed varies them too. */
function answersOf(mock: VendorMock, seed: number): Through {
  const seededMock: VendorMock = {
    ...mock,
    fetch: (input, init) => {
      const request = new Request(input, init);
      request.headers.set('X-Steady-Seed', String(seed));
      return mock.fetch(request);
    },
  };
  const { vendor } = mock;
  const vary: Through = isVaried(seed) ? variedBy(seeded(`${vendor} ${seed}`)) : (same) => same;
  return (standIn) => vary(ofOurCustomer(seededMock, plans[vendor], standIn));
}

/**
 * An id that was made another one looks no longer like the vendor's when it is asked for: its pattern
 * (E4002) or its length (E4003). It stands in a path, or names the customer of a list.
 */
const looksOfAnId = /^E400[23] (?:path\.|query\.customers\.)/;

for (const name of ['stripe', 'lago', 'openmeter'] as const) {
  describeOverSpec(
    `Answers at random by the description of ${name}`,
    name,
    (mock) => {
      handsOutNothingElse(name, 'spec', (seed) => answersOf(mock(), seed));
    },
    (fault, { seed }) => isVaried(Number(seed)) && looksOfAnId.test(fault),
  );
}
