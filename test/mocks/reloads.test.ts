import { expect } from 'chai';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { MemoryEngine } from '../../mocks/memory-engine.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { Balance } from '../../src/billing/types.js';

let keys = 0;
const fresh = () => ({ idempotencyKey: `reload-test-key-${(keys += 1)}` });
const usd = (amount: string) => ({ amount, currency: 'USD' });
const automatic = { enabled: true, threshold: '50.00', amount: usd('100.00') };

const creditsOf = async (engine: MemoryEngine): Promise<Balance> => {
  const found = (await engine.balances()).items.find(({ id }) => id === 'credits');
  if (!found) throw new Error('There are no credits.');
  return found;
};

const leftOf = async (engine: MemoryEngine) => (await creditsOf(engine)).remaining;
const statusOf = async (engine: MemoryEngine) => (await creditsOf(engine)).autoTopUp?.status;

const codeOf = async (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => BillingError.from(error).code,
  );

describe('A reload', () => {
  it('is there at once with a saved method, and makes an invoice', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    const { status } = await engine.topUp('credits', { optionId: 'pack_250' }, fresh());
    const { remaining, grants = [] } = await creditsOf(engine);
    expect([status, remaining, grants.at(-1)?.name]).to.eql([
      'completed',
      '434.60',
      'Reload of 18 Mar 2026',
    ]);
    const [, newest] = (await engine.invoices({})).items;
    expect([newest?.number, newest?.total.amount, newest?.status, newest?.paymentMethod]).to.eql([
      'INV-2026-0010',
      '250.00',
      'paid',
      'Visa •••• 4242',
    ]);
  });

  const bounds: readonly (readonly [string, boolean])[] = [
    ['99.99', false],
    ['100.00', true],
    ['20000.00', true],
    ['20000.01', false],
    ['100.005', false],
    ['100.50', false],
    ['150', true],
  ];
  for (const [amount, isTaken] of bounds) {
    it(`of ${amount} is ${isTaken ? 'taken' : 'refused'}`, async () => {
      const engine = createMemoryEngine({ world: 'standard' });
      const code = await codeOf(engine.topUp('credits', { amount: usd(amount) }, fresh()));
      expect(code).to.equal(isTaken ? 'done' : 'invalid_request');
      expect(engine.ledger).to.have.length(isTaken ? 1 : 0);
    });
  }

  it('is refused in another currency, for an unknown pack and for another balance', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    const euros = { amount: '100.00', currency: 'EUR' };
    expect(await codeOf(engine.topUp('credits', { amount: euros }, fresh()))).to.equal(
      'invalid_request',
    );
    expect(await codeOf(engine.topUp('credits', { optionId: 'pack_7' }, fresh()))).to.equal(
      'invalid_request',
    );
    expect(await codeOf(engine.topUp('other', { optionId: 'pack_100' }, fresh()))).to.equal(
      'not_found',
    );
  });

  it('is not offered in a trial, and needs a way to pay', async () => {
    const order = { optionId: 'pack_100' };
    const trial = createMemoryEngine({ world: 'trial' });
    expect(await codeOf(trial.topUp('credits', order, fresh()))).to.equal('not_supported');
    const empty = createMemoryEngine({ world: 'empty' });
    expect(await codeOf(empty.topUp('credits', order, fresh()))).to.equal(
      'payment_method_required',
    );
  });

  it('makes up for an overdraft first', async () => {
    const engine = createMemoryEngine({ world: 'past-due' });
    await engine.topUp('credits', { optionId: 'pack_100' }, fresh());
    const { remaining, used, granted } = await creditsOf(engine);
    expect([remaining, used, granted]).to.eql(['96.60', '23.40', '120.00']);
  });

  it('waits for a transfer, with instructions and an open invoice', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    const order = { optionId: 'pack_500', paymentOptionId: 'wire' };
    const operation = await engine.topUp('credits', order, fresh());
    expect(operation.status).to.equal('pending');
    expect(operation.instructions?.map(({ label }) => label)).to.eql([
      'Beneficiary',
      'Bank',
      'Account',
      'Amount',
      'Reference',
    ]);
    expect(await leftOf(engine)).to.equal('184.60');
    const open = await engine.invoice('inv-2026-0010');
    expect([open.status, open.payment?.canPay]).to.eql(['open', false]);
    expect(await codeOf(engine.payInvoice('inv-2026-0010', {}, fresh()))).to.equal('conflict');

    engine.simulate.settle(operation.id, 'approved');
    expect((await engine.invoice('inv-2026-0010')).status).to.equal('paid');
    expect(await leftOf(engine)).to.equal('684.60');
    expect((await engine.operation(operation.id)).status).to.equal('completed');
  });

  it('counts once, however often the provider says that it was paid', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    const order = { optionId: 'pack_100', paymentOptionId: 'paypal' };
    const { id } = await engine.topUp('credits', order, fresh());
    engine.simulate.settle(id, 'approved');
    engine.simulate.settle(id, 'approved');
    engine.simulate.settle(id, 'declined');
    expect(await leftOf(engine)).to.equal('284.60');
    expect(engine.ledger).to.have.length(1);
  });

  it('changes nothing when it is declined, by the provider or by the bank', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    const order = { optionId: 'pack_100', paymentOptionId: 'card' };
    const { id } = await engine.topUp('credits', order, fresh());
    engine.simulate.settle(id, 'declined');
    const { status, problem } = await engine.operation(id);
    expect([status, problem?.code]).to.eql(['failed', 'payment_failed']);
    engine.simulate.decline(true);
    const charged = await engine.topUp('credits', { optionId: 'pack_100' }, fresh());
    expect(charged.status).to.equal('failed');
    expect([await leftOf(engine), engine.ledger.length]).to.eql(['184.60', 0]);
  });

  it('waits for another payment that the provider still works on', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    const order = { optionId: 'pack_100', paymentOptionId: 'paypal' };
    const { id } = await engine.topUp('credits', order, fresh());
    engine.simulate.settle(id, 'processing');
    expect(await codeOf(engine.topUp('credits', { optionId: 'pack_100' }, fresh()))).to.equal(
      'conflict',
    );
    engine.simulate.settle(id, 'approved');
    expect(await codeOf(engine.topUp('credits', { optionId: 'pack_100' }, fresh()))).to.equal(
      'done',
    );
  });
});

describe('Using credits', () => {
  const used: readonly (readonly [number, readonly string[]])[] = [
    [20, ['8.40', '172.20']],
    [70, ['0.00', '170.60']],
  ];
  for (const [sessions, left] of used) {
    it(`takes ${sessions} sessions from the free ones first`, async () => {
      const engine = createMemoryEngine({ world: 'standard' });
      engine.simulate.consume(sessions);
      const { grants = [] } = await creditsOf(engine);
      expect(grants.map(({ remaining }) => remaining)).to.eql(left);
    });
  }

  it('goes below zero, and says so', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    engine.simulate.consume(940);
    const { remaining, status } = await creditsOf(engine);
    expect([remaining, status]).to.eql(['-3.40', 'exhausted']);
  });

  it('takes from the allowance before the credits', async () => {
    const engine = createMemoryEngine({ world: 'trial' });
    engine.simulate.consume(14);
    expect((await engine.balances()).items[0]?.remaining).to.equal('1600');
  });

  it('lets free credits lapse', async () => {
    let now = Date.parse('2026-03-18T15:30:00Z');
    const engine = createMemoryEngine({ world: 'standard', now: () => now });
    engine.simulate.consume(20);
    now = Date.parse('2026-03-28T04:00:00Z');
    const { remaining, grants = [] } = await creditsOf(engine);
    expect([remaining, grants.length]).to.eql(['172.20', 1]);
  });

  const standings: readonly (readonly [number, string, string])[] = [
    [673, '50.00', 'ok'],
    [674, '49.80', 'low'],
    [923, '0.00', 'exhausted'],
  ];
  for (const [sessions, left, status] of standings) {
    it(`stands ${status} at ${left}`, async () => {
      const engine = createMemoryEngine({ world: 'standard' });
      engine.simulate.consume(sessions);
      const credits = await creditsOf(engine);
      expect([credits.remaining, credits.status]).to.eql([left, status]);
    });
  }
});

describe('An automatic reload', () => {
  it('fires below its threshold, not at it', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    await engine.setAutoTopUp('credits', automatic);
    engine.simulate.consume(673);
    expect([await leftOf(engine), engine.ledger.length]).to.eql(['50.00', 0]);
    engine.simulate.consume(1);
    expect(await leftOf(engine)).to.equal('149.80');
    expect(engine.ledger.map(({ kind, amount }) => [kind, amount?.amount])).to.eql([
      ['auto_top_up', '100.00'],
    ]);
    expect((await engine.invoices({})).items[1]?.number).to.equal('INV-2026-0010');
  });

  it('needs a first reload, and can be asked for within it', async () => {
    const engine = createMemoryEngine({ world: 'empty' });
    expect(await codeOf(engine.setAutoTopUp('credits', automatic))).to.equal('conflict');
    const order = { optionId: 'pack_100', paymentOptionId: 'paypal', autoTopUp: automatic };
    const { id } = await engine.topUp('credits', order, fresh());
    expect(await statusOf(engine)).to.equal('unavailable');
    engine.simulate.settle(id, 'approved');
    expect(await statusOf(engine)).to.equal('active');
  });

  it('does not go by wire', async () => {
    const engine = createMemoryEngine({ world: 'empty' });
    const order = { optionId: 'pack_100', paymentOptionId: 'wire', autoTopUp: automatic };
    const { id } = await engine.topUp('credits', order, fresh());
    engine.simulate.settle(id, 'approved');
    expect((await creditsOf(engine)).autoTopUp).to.include({
      status: 'unavailable',
      reason: 'payment_method_unfit',
    });
  });

  it('fails where the charge does, and is active again after one that succeeds', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    await engine.setAutoTopUp('credits', automatic);
    engine.simulate.decline(true);
    engine.simulate.consume(674);
    expect([await leftOf(engine), await statusOf(engine)]).to.eql(['49.80', 'failing']);
    engine.simulate.decline(false);
    await engine.topUp('credits', { optionId: 'pack_100' }, fresh());
    expect([await leftOf(engine), await statusOf(engine)]).to.eql(['149.80', 'active']);
  });

  it('counts as low below its own threshold', async () => {
    const engine = createMemoryEngine({ world: 'standard' });
    const { lowAt } = await engine.setAutoTopUp('credits', { ...automatic, threshold: '20.00' });
    expect(lowAt).to.equal('20.00');
    const off = await engine.setAutoTopUp('credits', { enabled: false });
    expect([off.lowAt, off.autoTopUp?.status]).to.eql(['50.00', 'off']);
  });

  for (const wish of [
    { enabled: true },
    { ...automatic, threshold: '-1' },
    { ...automatic, amount: usd('99.99') },
    { ...automatic, amount: usd('20000.01') },
  ]) {
    it(`is refused as ${JSON.stringify(wish)}`, async () => {
      const engine = createMemoryEngine({ world: 'standard' });
      expect(await codeOf(engine.setAutoTopUp('credits', wish))).to.equal('invalid_request');
      expect(await statusOf(engine)).to.equal('off');
    });
  }
});
