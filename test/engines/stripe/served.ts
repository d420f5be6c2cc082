import type { BillingApi } from '../../../src/api/billing-api.js';
import { stripe } from '../../../src/engines/stripe.js';
import type { StripeOptions } from '../../../src/engines/stripe.js';
import { errorOf } from '../../api/support/outcome.js';
import { loadContract } from '../../support/contract.js';
import { evidenceOf } from '../support/evidence.js';
import { operationIds } from '../../../src/engines/shared/engine.js';
import { CUSTOMER } from '../../../mocks/vendors/stripe/objects.js';
import type { FakeStripe } from './fake-stripe.js';

export const KEY = 'sk_test_of_the_tests';
export const returnUrl = 'https://host.test/back';

export const codeOf = async (work: Promise<unknown>): Promise<string> => (await errorOf(work)).code;

/** The engine over fakes; what succeeds is remembered for the table, and valid by the contract. */
export function served(subject: string) {
  const [fake, types] = [
    evidenceOf('stripe', 'fake', subject),
    evidenceOf('stripe', 'types', subject),
  ];
  const contract = loadContract();
  return {
    over: (stand: FakeStripe, others: Partial<StripeOptions> = {}): BillingApi =>
      fake.over(
        types.over(
          valid(
            stripe({
              apiKey: KEY,
              customer: CUSTOMER,
              currency: 'USD',
              timeZone: 'Europe/Berlin',
              slots: ['plan', 'support'],
              plans: ['price_basic', 'price_pro', 'price_pro_year', 'price_care'].map((price) => ({
                price,
              })),
              meters: [{ id: 'mtr_1', name: 'Sessions', unit: 'session' }],
              topUp: {
                options: [{ id: 'ten', amount: '10.00' }],
                custom: { min: '5.00', max: '500.00' },
              },
              fetch: stand.fetch,
              clock: stand.clock,
              ...others,
            }),
            (operation, value) => contract.faultsOf(operation, value),
          ),
        ),
      ),
    verify: () => {
      fake.verify();
      types.verify();
    },
  };
}

type Ask = (...values: unknown[]) => Promise<unknown>;

/** Rejects with what the contract finds wrong in an answer. A file's link is no JSON of it. */
function valid(
  api: BillingApi,
  faultsOf: (operation: string, value: unknown) => string[],
): BillingApi {
  const methods = Object.entries(operationIds).map(([name, operation]) => [
    name,
    async (...values: unknown[]) => {
      const answer = await (api[name as keyof BillingApi] as Ask)(...values);
      const faults = name === 'invoicePdf' ? [] : faultsOf(operation, answer);
      if (faults.length > 0) throw new Error(`${operation}: ${faults.join('; ')}`);
      return answer;
    },
  ]);
  return Object.fromEntries(methods) as BillingApi;
}
