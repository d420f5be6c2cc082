import { expect } from 'chai';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { MemoryEngine, WorldName } from '../../mocks/memory-engine.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { Slot } from '../../src/billing/types.js';

let keys = 0;
const fresh = () => ({ idempotencyKey: `change-test-key-${(keys += 1)}` });

/** An account whose clock can be put forward. */
function accountOf(world: WorldName = 'standard') {
  let now = Date.parse('2026-03-18T15:30:00Z');
  const engine = createMemoryEngine({ world, now: () => now });
  return {
    engine,
    waitUntil: (instant: string) => {
      now = Date.parse(instant);
    },
  };
}

const change = (planId: string, when: 'now' | 'period_end' = 'now') => ({ planId, when });

const codeOf = async (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => BillingError.from(error).code,
  );

const heldIn = async (engine: MemoryEngine, slot: Slot) =>
  (await engine.subscription(slot)).plan?.id;

async function buy(engine: MemoryEngine, planId: string): Promise<void> {
  await engine.changePlan('plan', change(planId), fresh());
}

describe('The price of a change', () => {
  it('is prorated by whole days, today counted, with tax', async () => {
    const { engine } = accountOf();
    await buy(engine, 'plan_essential');
    const preview = await engine.previewChange('plan', change('plan_advanced'));
    const { dueNow, tax, lines, next, exact } = preview;
    expect(lines.map(({ kind, amount }) => [kind, amount.amount])).to.eql([
      ['proration', '-112.90'],
      ['proration', '406.45'],
    ]);
    expect([tax?.amount, dueNow.amount, exact]).to.eql(['24.22', '317.77', true]);
    expect([next?.at, next?.amount.amount]).to.eql(['2026-04-01T04:00:00Z', '974.25']);
  });

  it('from Standard to Essential is 122.21', async () => {
    const { engine } = accountOf();
    const { dueNow, tax, lines } = await engine.previewChange('plan', change('plan_essential'));
    expect([lines[0]?.amount.amount, tax?.amount, dueNow.amount]).to.eql([
      '112.90',
      '9.31',
      '122.21',
    ]);
  });

  it('of a downgrade is nothing, at the end of the period', async () => {
    const { engine } = accountOf();
    await buy(engine, 'plan_essential');
    const { dueNow, effectiveAt, lines } = await engine.previewChange(
      'plan',
      change('plan_standard'),
    );
    expect([dueNow.amount, lines, effectiveAt]).to.eql(['0.00', [], '2026-04-01T04:00:00Z']);
  });

  it('is not computed for what cannot be bought', async () => {
    const { engine } = accountOf();
    expect(await codeOf(engine.previewChange('plan', change('plan_enterprise')))).to.equal(
      'forbidden',
    );
    expect(await codeOf(engine.previewChange('plan', change('plan_standard')))).to.equal(
      'conflict',
    );
    expect(await codeOf(engine.previewChange('plan', change('plan_gold')))).to.equal(
      'invalid_request',
    );
  });
});

describe('An upgrade', () => {
  it('takes effect at once, with its allowance and an invoice', async () => {
    const { engine } = accountOf();
    const operation = await engine.changePlan('plan', change('plan_essential'), fresh());
    expect(operation.status).to.equal('completed');
    expect(await heldIn(engine, 'plan')).to.equal('plan_essential');
    const [allowance] = (await engine.balances()).items;
    expect([allowance?.remaining, allowance?.resetsAt]).to.eql(['1500', '2026-04-01T04:00:00Z']);
    const invoice = await engine.invoice('inv-2026-0010');
    expect([invoice.total.amount, invoice.status, invoice.kind]).to.eql(['122.21', 'paid', 'plan']);
    expect(engine.ledger.map(({ kind, amount }) => [kind, amount?.amount])).to.eql([
      ['plan_change', '122.21'],
    ]);
  });

  it('holds only for the figures that were shown', async () => {
    const { engine, waitUntil } = accountOf();
    const { previewId = '' } = await engine.previewChange('plan', change('plan_essential'));
    waitUntil('2026-03-19T15:30:00Z');
    const order = { ...change('plan_essential'), previewId };
    expect(await codeOf(engine.changePlan('plan', order, fresh()))).to.equal('preview_expired');
    expect(engine.ledger).to.eql([]);
    expect(await heldIn(engine, 'plan')).to.equal('plan_standard');
  });

  it('waits for the page of the provider', async () => {
    const { engine } = accountOf();
    const order = { ...change('plan_essential'), paymentOptionId: 'paypal' };
    const { id, status } = await engine.changePlan('plan', order, fresh());
    expect([status, await heldIn(engine, 'plan')]).to.eql(['redirect', 'plan_standard']);
    engine.simulate.settle(id, 'approved');
    expect(await heldIn(engine, 'plan')).to.equal('plan_essential');
  });

  it('ends a trial and begins a period of its own', async () => {
    const { engine } = accountOf('trial');
    const order = { ...change('plan_essential'), paymentOptionId: 'card' };
    const { id } = await engine.changePlan('plan', order, fresh());
    engine.simulate.settle(id, 'approved');
    const { period, status } = await engine.subscription('plan');
    expect([status, period?.start, period?.end]).to.eql([
      'active',
      '2026-03-18T04:00:00Z',
      '2026-04-18T04:00:00Z',
    ]);
    expect(await heldIn(engine, 'support')).to.equal('support_basic');
  });
});

describe('A downgrade', () => {
  async function downgraded() {
    const account = accountOf();
    await buy(account.engine, 'plan_advanced');
    const operation = await account.engine.changePlan('plan', change('plan_essential'), fresh());
    return { ...account, operation };
  }

  it('is scheduled, and blocks another change meanwhile', async () => {
    const { engine, operation } = await downgraded();
    expect([operation.status, operation.effectiveAt]).to.eql(['scheduled', '2026-04-01T04:00:00Z']);
    const { plan, scheduled } = await engine.subscription('plan');
    expect([plan?.id, scheduled?.type, scheduled?.plan?.id]).to.eql([
      'plan_advanced',
      'change',
      'plan_essential',
    ]);
    expect((await engine.account()).can.changePlan?.reason).to.equal('pending_change');
    expect(await codeOf(engine.changePlan('plan', change('plan_standard'), fresh()))).to.equal(
      'forbidden',
    );
    expect((await engine.invoice('upcoming')).total.amount).to.equal('270.63');
  });

  it('can be undone', async () => {
    const { engine } = await downgraded();
    await engine.resumeSubscription('plan', fresh());
    expect(await engine.subscription('plan')).not.to.have.property('scheduled');
    expect(await codeOf(engine.resumeSubscription('plan', fresh()))).to.equal('conflict');
  });

  it('takes effect with the next period', async () => {
    const { engine, waitUntil } = await downgraded();
    waitUntil('2026-04-01T03:59:59Z');
    expect(await heldIn(engine, 'plan')).to.equal('plan_advanced');
    waitUntil('2026-04-01T04:00:00Z');
    const { plan, period, scheduled } = await engine.subscription('plan');
    expect([plan?.id, period?.end, scheduled]).to.eql([
      'plan_essential',
      '2026-05-01T04:00:00Z',
      undefined,
    ]);
    expect((await engine.balances()).items[0]?.remaining).to.equal('1500');
  });
});

describe('A support plan', () => {
  it('is cancelled to the end of its period, and is the basic one afterwards', async () => {
    const { engine, waitUntil } = accountOf();
    const wish = { when: 'period_end' } as const;
    const operation = await engine.cancelSubscription('support', wish, fresh());
    expect([operation.status, operation.effectiveAt]).to.eql(['scheduled', '2026-04-05T04:00:00Z']);
    const { renewsAt, scheduled } = await engine.subscription('support');
    expect([renewsAt, scheduled]).to.eql([null, { type: 'cancel', at: '2026-04-05T04:00:00Z' }]);
    waitUntil('2026-04-05T04:00:00Z');
    const after = await engine.subscription('support');
    expect([after.plan?.id, after.status, after.renewsAt]).to.eql([
      'support_basic',
      'active',
      null,
    ]);
    expect((await engine.account()).can).not.to.have.property('cancelSupport');
  });

  it('is kept when the cancellation is undone', async () => {
    const { engine, waitUntil } = accountOf();
    await engine.cancelSubscription('support', { when: 'period_end' }, fresh());
    await engine.resumeSubscription('support', fresh());
    waitUntil('2026-04-05T04:00:00Z');
    const { plan, period } = await engine.subscription('support');
    expect([plan?.id, period?.end]).to.eql(['support_standard_monthly', '2026-05-05T04:00:00Z']);
  });

  it('can be bought where there was the basic one, without tax', async () => {
    const { engine } = accountOf('past-due');
    const { dueNow, tax } = await engine.previewChange(
      'support',
      change('support_standard_monthly'),
    );
    expect([dueNow.amount, tax]).to.eql(['1000.00', undefined]);
    await engine.changePlan('support', change('support_standard_monthly'), fresh());
    const { period } = await engine.subscription('support');
    expect([period?.start, period?.end]).to.eql(['2026-03-18T04:00:00Z', '2026-04-18T04:00:00Z']);
  });

  it('offers no way to cancel the service plan', async () => {
    const { engine } = accountOf();
    expect(await codeOf(engine.cancelSubscription('plan', { when: 'now' }, fresh()))).to.equal(
      'not_supported',
    );
  });
});

describe('Time that passes', () => {
  it('keeps the day of the month of the first period', async () => {
    let now = Date.parse('2026-01-31T15:00:00Z');
    const engine = createMemoryEngine({ world: 'empty', now: () => now });
    const ends: (string | undefined)[] = [];
    for (const instant of ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']) {
      now = Date.parse(`${instant}T15:00:00Z`);
      ends.push((await engine.subscription('plan')).period?.end.slice(0, 10));
    }
    expect(ends).to.eql(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });

  it('ends a trial that nobody went on with', async () => {
    const { engine, waitUntil } = accountOf('trial');
    waitUntil('2026-03-23T04:00:00Z');
    expect((await engine.subscription('plan')).status).to.equal('canceled');
  });

  it('gives a new allowance with a new period', async () => {
    const { engine, waitUntil } = accountOf('past-due');
    await engine.payInvoice('inv-2026-0007', {}, fresh());
    waitUntil('2026-04-02T12:00:00Z');
    const [allowance] = (await engine.balances()).items;
    expect([allowance?.remaining, allowance?.resetsAt]).to.eql(['1500', '2026-05-01T04:00:00Z']);
  });
});

describe('Paying an invoice', () => {
  it('puts an account in order again', async () => {
    const { engine } = accountOf('past-due');
    const { status } = await engine.payInvoice('inv-2026-0007', {}, fresh());
    expect(status).to.equal('completed');
    const invoice = await engine.invoice('inv-2026-0007');
    expect([invoice.status, invoice.amountDue?.amount, invoice.amountPaid?.amount]).to.eql([
      'paid',
      '0.00',
      '270.63',
    ]);
    expect((await engine.subscription('plan')).status).to.equal('active');
    expect((await engine.account()).can.changePlan?.allowed).to.equal(true);
  });

  it('happens once, though two pages of the provider were open', async () => {
    const { engine } = accountOf('past-due');
    const pay = () => engine.payInvoice('inv-2026-0007', { paymentOptionId: 'paypal' }, fresh());
    const [first, second] = [await pay(), await pay()];
    engine.simulate.settle(first.id, 'approved');
    engine.simulate.settle(second.id, 'approved');
    expect(engine.ledger).to.have.length(1);
  });

  it('remembers one of the many', async () => {
    const { engine } = accountOf('huge');
    const [newest] = (await engine.invoices({ status: 'open' })).items;
    const id = newest?.id ?? '';
    await engine.payInvoice(id, {}, fresh());
    expect((await engine.invoice(id)).status).to.equal('paid');
    expect((await engine.invoices({ status: 'open' })).items).to.have.length(2);
  });

  it('is refused where there is nothing to pay', async () => {
    const { engine } = accountOf();
    for (const id of ['inv-2026-0008', 'inv-2026-0009', 'upcoming']) {
      expect(await codeOf(engine.payInvoice(id, {}, fresh())), id).to.equal('conflict');
    }
  });
});
