import { expect, fixture, html } from '@open-wc/testing';

import type { CheckoutOrder } from '../../src/billing/checkout-order.js';
import type { Account, PaymentPurpose } from '../../src/billing/types.js';
import '../../src/elements/billing-provider/billing-provider.js';
import '../../src/elements/plan-usage/plan-usage.js';
import type { PlanUsageElement } from '../../src/elements/plan-usage/plan-usage.js';
import { rememberDeparture } from '../../src/state/payment-return.js';
import { pendingReturn, Returning } from '../../src/state/returning.js';
import { serving, unanswered } from '../support/serving.js';

const every: readonly PaymentPurpose[] = ['plan', 'support', 'top_up', 'invoice'];

describe('who comes back from a provider', () => {
  const address = location.href;
  let account: Account;
  beforeEach(async () => {
    localStorage.clear();
    account = await serving().account();
  });
  afterEach(() => {
    localStorage.clear();
    history.replaceState(null, '', address);
  });

  /** Some element of a page that people come back to; it never gets so far as to ask by itself. */
  const host = () =>
    fixture<PlanUsageElement>(
      html`<plan-usage .client=${serving({ account: unanswered })}></plan-usage>`,
    );

  let departures = 0;
  /** A person comes back from a purchase of which this browser has kept that. */
  const comeBack = (...subject: readonly unknown[]): void => {
    departures += 1;
    const reference = `departure-${departures}`;
    rememberDeparture(reference, {
      operationId: `op_${departures}`,
      subject: JSON.stringify(subject),
    });
    history.replaceState(null, '', `?billing-return=${reference}`);
  };

  const orders: readonly (readonly [rest: readonly unknown[], order: CheckoutOrder])[] = [
    [['plan', 'plan_pro'], { purpose: 'plan', planId: 'plan_pro' }],
    [['support', 'support_gold'], { purpose: 'support', planId: 'support_gold' }],
    [['invoice', 'inv_1'], { purpose: 'invoice', invoiceId: 'inv_1' }],
    [
      ['top_up', 'credits', '50.00'],
      { purpose: 'top_up', balanceId: 'credits', amount: '50.00', autoTopUp: undefined },
    ],
    [
      [
        'top_up',
        'credits',
        '50.00',
        '{"enabled":true,"threshold":"5.00","amount":{"amount":"50.00","currency":"USD"}}',
      ],
      {
        purpose: 'top_up',
        balanceId: 'credits',
        amount: '50.00',
        autoTopUp: {
          enabled: true,
          threshold: '5.00',
          amount: { amount: '50.00', currency: 'USD' },
        },
      },
    ],
  ];
  for (const [rest, order] of orders) {
    it(`finds the purchase as it was left: ${JSON.stringify(rest)}`, async () => {
      comeBack('client', account.id, ...rest);
      expect(pendingReturn(await host(), account)).to.eql(order);
    });
  }

  const strange: readonly (readonly [what: string, subject: (id: string) => readonly unknown[]])[] =
    [
      ['of another account', () => ['client', 'acc_other', 'plan', 'plan_pro']],
      ['at another backend', (id) => ['https://other.example/', id, 'plan', 'plan_pro']],
      ['of something that nobody knows', (id) => ['client', id, 'party', 'plan_pro']],
      ['of nothing', (id) => ['client', id, 'plan']],
      ['without words', (id) => [1, id, { purpose: 'plan' }]],
    ];
  for (const [what, subject] of strange) {
    it(`finds none where that was one ${what}`, async () => {
      comeBack(...subject(account.id));
      expect(pendingReturn(await host(), account)).to.equal(undefined);
    });
  }

  it('finds none where something else is kept under the name', async () => {
    rememberDeparture('garbled', { operationId: 'op_1', subject: '{"purpose":' });
    history.replaceState(null, '', '?billing-return=garbled');
    expect(pendingReturn(await host(), account)).to.equal(undefined);
  });

  it('is told how it went by one element, which sells such things and can tell', async () => {
    comeBack('client', account.id, 'plan', 'plan_pro');
    const told: string[] = [];
    const teller = async (
      name: string,
      purposes: readonly PaymentPurpose[],
      can = true,
    ): Promise<Returning> => {
      const returning = new Returning(await host(), {
        purposes,
        resume: () => {
          told.push(name);
          return can;
        },
      });
      returning.welcomeBack(account);
      return returning;
    };
    await teller('one that sells other things', ['invoice']);
    await teller('one that cannot now', every, false);
    const first = await teller('the first', every);
    await teller('the second', every);
    expect(told).to.eql(['one that cannot now', 'the first']);

    first.leave(false);
    await teller('the third, as nobody has seen it', every);
    expect(told.at(-1)).to.equal('the third, as nobody has seen it');
  });

  for (const ending of ['checkout-completed', 'checkout-failed']) {
    it(`has seen how it went after ${ending}, and is not told again`, async () => {
      comeBack('client', account.id, 'plan', 'plan_pro');
      const el = await host();
      const returning = new Returning(el, { purposes: every, resume: () => true });
      returning.welcomeBack(account);
      expect(location.search).to.contain('billing-return');
      el.dispatchEvent(new Event(ending));
      expect(location.search).not.to.contain('billing-return');
      expect(pendingReturn(el, account)).to.equal(undefined);
    });
  }
});
