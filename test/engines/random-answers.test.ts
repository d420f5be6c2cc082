/**
 * Whatever a vendor answers, nothing reaches a page that the contract refuses: a good answer, or a
 * problem that says that there is none. The answers are drawn at random, and a seed draws the same
 * ones again: `ENGINE_SEEDS=5000` tries more of them, `ENGINE_SEEDS=17-17` a single one.
 */
import { expect } from 'chai';

import { seeded } from '../../mocks/generate/random.js';
import { brackets } from './stripe/of-one-customer.js';
import { engineNames, openEngine } from './support/engines.js';
import type { EngineName, Through } from './support/engines.js';
import { evidenceOf } from './support/evidence.js';
import { ofOurCustomer } from './support/of-our-customer.js';
import { faultsOfReads, idsOf } from './support/reads.js';
import { variedBy } from './support/varied.js';
import { describeOverSpec } from './support/vendor-spec.js';
import type { VendorMock } from './support/vendor-spec.js';

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

/** The mock's own answers to a seed, each asked for once; every other seed varies them too. */
function answersOf(name: keyof typeof ofOurCustomer, mock: VendorMock, seed: number): Through {
  const known = new Map<string, Promise<Response>>();
  const ask = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    const path = name === 'lago' ? pathname.replace('/api/v1', '') : pathname;
    const headers = new Headers(init?.headers);
    headers.set('X-Steady-Seed', String(seed));
    const response = await mock.fetch(mock.baseUrl + path + search, { ...init, headers });
    const value: unknown = await response.json().catch(() => undefined);
    if (!response.ok) return response.status === 500 ? response : new Response('{}', response);
    return Response.json(ofOurCustomer[name](pathname, value as Record<string, unknown>));
  };
  const vary = seed % 2 === 0 ? variedBy(seeded(`${name} ${seed}`)) : (same: typeof fetch) => same;
  return () =>
    vary(async (input, init) => {
      const place = `${init?.method ?? 'GET'} ${new URL(input instanceof Request ? input.url : input).pathname}`;
      const answer = known.get(place) ?? ask(input, init);
      known.set(place, answer);
      return (await answer).clone();
    });
}

for (const [name, flags] of [
  ['stripe', brackets],
  ['lago', []],
  ['openmeter', []],
] as const) {
  describeOverSpec(
    `Answers at random by the description of ${name}`,
    { file: `${name}.openapi.yaml`, flags },
    (mock) => {
      handsOutNothingElse(name, 'spec', (seed) => answersOf(name, mock(), seed));
    },
  );
}
