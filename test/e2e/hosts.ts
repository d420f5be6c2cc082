/** The hosts that the demo's walks are taken on, and what of them cannot be done on one of these. */
import { expect } from 'chai';

import type { Plan } from '../../src/billing/types.js';

/** A host, and what a walk needs to know of it. */
export interface WalkedHost {
  /** The word for `BILLING_ENGINE`. */
  readonly engine: 'memory' | 'postgres';
  /** Who logs on, and what their account counts. */
  readonly person: string;
  readonly unit: RegExp;
}

const hosts: readonly WalkedHost[] = [
  { engine: 'memory', person: 'mara@harbor-travel.example', unit: /sessions available/i },
  { engine: 'postgres', person: 'wanda@lighthouse.example', unit: /letters available/i },
];

/** Why a walk cannot be taken, and a look at the host that would notice if it could. */
interface Lack {
  readonly because: string;
  readonly isSo: (origin: string) => Promise<boolean>;
}

const standard = (origin: string, path: string): Promise<Response> =>
  fetch(`${origin}/api/billing/accounts/standard${path}`);

const lacks: Readonly<Record<WalkedHost['engine'], Readonly<Record<string, Lack>>>> = {
  memory: {},
  postgres: {
    'offers an enterprise account its support team and nothing else': {
      because: 'it sells every plan itself: none is by contract',
      isSo: async (origin) => {
        const { items } = (await (await standard(origin, '/subscriptions/plan/plans')).json()) as {
          readonly items: readonly Plan[];
        };
        return items.length > 0 && items.every(({ contactUrl, price }) => price && !contactUrl);
      },
    },
  },
};

type Take = (title: string, walk: () => Promise<void>) => void;

/**
 * A suite on each host. `walk` is `it`; where a host lacks what the walk needs, the test in its
 * place fails once the host has it.
 */
export function describeOnHosts(
  title: string,
  suite: (host: WalkedHost, walk: Take, origin: (is: string) => void) => void,
): void {
  for (const host of hosts) {
    describe(`${title}, on ${host.engine}`, () => {
      let origin = '';
      const walk: Take = (name, act) => {
        const lack = lacks[host.engine][name];
        if (!lack) {
          it(name, act);
          return;
        }
        it(`cannot be walked here, as ${lack.because}: ${name}`, async () => {
          expect(await lack.isSo(origin)).to.equal(true);
        });
      };
      suite(host, walk, (is) => {
        origin = is;
      });
    });
  }
}
