import { expect } from 'chai';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { Account, Action } from '../../src/billing/types.js';
import type { BillingEngine } from '../../src/server/index.js';
import { routes } from '../../src/server/routes.js';
import { get, handlerOver, refusalOf, unasked, write } from './support.js';

const reload = { optionId: 'pack_100' };

/** A valid request of every operation that a role can refuse, and an action that allows it. */
const guarded: readonly (readonly [string, Action, () => Request])[] = [
  [
    'changePlan',
    'changePlan',
    () => write('/billing/subscriptions/plan/change', { planId: 'plan_essential', when: 'now' }),
  ],
  [
    'cancelSubscription',
    'cancelSupport',
    () => write('/billing/subscriptions/support/cancel', { when: 'period_end' }),
  ],
  ['resumeSubscription', 'changePlan', () => write('/billing/subscriptions/plan/resume', '')],
  ['topUp', 'topUp', () => write('/billing/balances/credits/top-up', reload)],
  [
    'setAutoTopUp',
    'topUp',
    () => write('/billing/balances/credits/auto-top-up', { enabled: false }, { method: 'PUT' }),
  ],
  ['payInvoice', 'payInvoice', () => write('/billing/invoices/inv-2025-0029/pay', {})],
  [
    'createPaymentSession',
    'managePayment',
    () => write('/billing/payment-session', { purpose: 'portal' }),
  ],
  ['listInvoices', 'viewInvoices', () => get('/billing/invoices')],
  ['getInvoice', 'viewInvoices', () => get('/billing/invoices/inv-2025-0029')],
  ['getInvoicePdf', 'viewInvoices', () => get('/billing/invoices/inv-2025-0029/pdf')],
];

const everything: readonly Action[] = [
  'changePlan',
  'cancelPlan',
  'changeSupport',
  'cancelSupport',
  'topUp',
  'viewInvoices',
  'payInvoice',
  'managePayment',
];

/** An engine whose every method but the account's must not be asked. */
const silent = (): BillingEngine => {
  const engine = createMemoryEngine({ world: 'standard' });
  const refusing = Object.keys(engine).map((name) => [name, unasked]);
  return { ...(Object.fromEntries(refusing) as BillingEngine), account: engine.account };
};

const inRole = (can: readonly Action[], engine?: () => BillingEngine) =>
  handlerOver({}, { authorize: () => ({ account: 'acc_a', can }), ...(engine && { engine }) });

const canOf = async (response: Response) => ((await response.json()) as Account).can;

describe("A person's role", () => {
  for (const [operation, action, request] of guarded) {
    it(`refuses ${operation} without asking the engine for it`, async () => {
      const others = everything.filter(
        // Whoever may cancel may also take it back.
        (one) => one !== action && !(operation === 'resumeSubscription' && one === 'cancelPlan'),
      );
      const response = await inRole(others, silent)(request());
      expect(await refusalOf(response)).to.eql([403, 'forbidden', undefined]);
    });

    it(`that has ${action} lets ${operation} through to the engine`, async () => {
      const { status } = await inRole([action], silent)(request());
      expect(status).to.equal(500);
    });
  }

  it('guards every write', () => {
    const writes = routes.filter(({ isWrite }) => isWrite).map(({ operation }) => operation);
    const seen = guarded.map(([operation]) => operation);
    expect(seen).to.include.members(writes);
  });

  it('is shown in what the account can', async () => {
    const all = await canOf(await handlerOver()(get('/billing/account')));
    expect(all.topUp).to.eql({ allowed: true });
    const viewer = await canOf(await inRole(['viewInvoices'])(get('/billing/account')));
    expect(viewer.viewInvoices).to.eql({ allowed: true });
    expect(viewer.topUp).to.eql({ allowed: false, reason: 'no_permission' });
    expect(viewer).not.to.have.property('cancelPlan');
  });

  it('gives nothing that the account does not, and hides no reason of its own', async () => {
    const engine = () => createMemoryEngine({ world: 'enterprise' });
    for (const can of [everything, []]) {
      const seen = await canOf(await inRole(can, engine)(get('/billing/account')));
      expect(seen.topUp?.reason).to.equal('contact_support');
    }
    const response = await inRole(everything, engine)(guarded[3]?.[2]() ?? get('/'));
    expect(await refusalOf(response)).to.eql([403, 'forbidden', undefined]);
  });
});

describe('What an account can', () => {
  it('is asked of the engine before a write, which is then not tried', async () => {
    const engine = (): BillingEngine => ({
      ...silent(),
      account: () => createMemoryEngine({ world: 'enterprise' }).account(),
    });
    for (const [operation, , request] of guarded.slice(0, 2)) {
      const response = await handlerOver({}, { engine })(request());
      expect((await refusalOf(response)).slice(0, 2), operation).to.eql([403, 'forbidden']);
    }
    const pay = await handlerOver({}, { engine })(write('/billing/invoices/x/pay', {}));
    expect(await refusalOf(pay)).to.eql([501, 'not_supported', undefined]);
  });

  it('does not keep a repeated write from its answer', async () => {
    let isAllowed = true;
    const memory = createMemoryEngine({ world: 'standard' });
    const handle = handlerOver({
      account: async () => {
        const account = await memory.account();
        return { ...account, can: { topUp: { allowed: isAllowed } } };
      },
    });
    const first = await handle(write('/billing/balances/credits/top-up', reload));
    isAllowed = false;
    const again = await handle(write('/billing/balances/credits/top-up', reload));
    expect([again.status, await again.text()]).to.eql([200, await first.text()]);
  });

  it('has no action that the engine has no method for', async () => {
    const { account, balances } = createMemoryEngine({ world: 'standard' });
    const handle = handlerOver({}, { engine: () => ({ account, balances }) });
    expect(await canOf(await handle(get('/billing/account')))).to.eql({});
    expect((await handle(get('/billing/balances'))).status).to.equal(200);
    const usage = await handle(
      get('/billing/usage?meter=sessions&granularity=day&from=2026-03-01&to=2026-03-02'),
    );
    expect(await refusalOf(usage)).to.eql([501, 'not_supported', undefined]);
    const response = await handle(write('/billing/balances/credits/top-up', reload));
    expect(await refusalOf(response)).to.eql([501, 'not_supported', undefined]);
  });
});
