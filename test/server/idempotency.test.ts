import { expect } from 'chai';

import { BillingError } from '../../src/api/billing-error.js';
import { memoryIdempotencyStore } from '../../src/server/index.js';
import type { BillingHandler } from '../../src/server/index.js';
import { handlerOver, refusalOf, write } from './support.js';

const path = '/billing/balances/credits/top-up';
const order = { optionId: 'pack_100' };

/** A handler that counts how often credits were really bought. */
function counting(outcome: () => Promise<void> = () => Promise.resolve()) {
  const bought: string[] = [];
  const handle: BillingHandler = handlerOver({
    topUp: async (_id, _order, { idempotencyKey }) => {
      bought.push(idempotencyKey);
      await outcome();
      return { id: `op_${bought.length}`, status: 'completed' };
    },
  });
  return { bought, handle };
}

describe('A write with a key', () => {
  it('has one effect and one answer, however often it comes', async () => {
    const { bought, handle } = counting();
    const answers: unknown[] = [];
    for (let time = 0; time < 3; time += 1) {
      answers.push(await (await handle(write(path, order))).json());
    }
    expect(bought).to.eql(['a-key-of-the-tests']);
    expect(answers).to.eql(Array(3).fill({ id: 'op_1', status: 'completed' }));
  });

  it('is joined by its duplicates while it runs', async () => {
    let finish: () => void = () => undefined;
    const { bought, handle } = counting(() => new Promise((resolve) => (finish = resolve)));
    const answers = [1, 2, 3].map(() => handle(write(path, order)));
    while (bought.length === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    finish();
    const bodies = await Promise.all((await Promise.all(answers)).map((one) => one.text()));
    expect(new Set(bodies).size).to.equal(1);
    expect(bought).to.have.length(1);
  });

  it('is the same with other white space and another order of fields', async () => {
    const { bought, handle } = counting();
    await handle(write(path, '{"optionId":"a","paymentOptionId":"b"}'));
    const again = await handle(write(path, '{ "paymentOptionId": "b",\n "optionId": "a" }'));
    expect([again.status, bought.length]).to.eql([200, 1]);
  });

  it('is refused with another body, and at another address', async () => {
    const { bought, handle } = counting();
    await handle(write(path, order));
    const others = [
      write(path, { optionId: 'pack_250' }),
      write('/billing/balances/other/top-up', order),
      write('/billing/subscriptions/support/resume', ''),
    ];
    for (const other of others) {
      expect(await refusalOf(await handle(other))).to.eql([
        422,
        'invalid_request',
        'Idempotency-Key',
      ]);
    }
    expect(bought).to.have.length(1);
  });

  it('may come again after it failed', async () => {
    let fails = true;
    const { bought, handle } = counting(() =>
      fails ? Promise.reject(new BillingError('conflict', { status: 409 })) : Promise.resolve(),
    );
    expect((await handle(write(path, order))).status).to.equal(409);
    fails = false;
    expect((await handle(write(path, order))).status).to.equal(200);
    expect(bought).to.have.length(2);
  });
});

describe('The store in memory', () => {
  const entry = { account: 'acc_a', key: 'key', fingerprint: 'f' };
  const answering = () => {
    let acts = 0;
    return () => Promise.resolve(String((acts += 1)));
  };

  it('keeps the keys of two accounts apart', async () => {
    const store = memoryIdempotencyStore();
    const act = answering();
    expect(await store.once(entry, act)).to.equal('1');
    expect(await store.once({ ...entry, account: 'acc_b' }, act)).to.equal('2');
    expect(await store.once(entry, act)).to.equal('1');
  });

  it('forgets after its time', async () => {
    let time = 0;
    const store = memoryIdempotencyStore({ keepFor: 1000, now: () => time });
    const act = answering();
    await store.once(entry, act);
    time = 999;
    expect(await store.once(entry, act)).to.equal('1');
    time = 1000;
    expect(await store.once(entry, act)).to.equal('2');
  });

  it('forgets the oldest of too many, but never one that runs', async () => {
    const store = memoryIdempotencyStore({ most: 2, now: () => 0 });
    const act = answering();
    let finish: (answer: string) => void = () => undefined;
    const running = store.once(
      { ...entry, key: 'running' },
      () => new Promise((done) => (finish = done)),
    );
    for (const key of ['a', 'b', 'c', 'd']) await store.once({ ...entry, key }, act);
    expect(await store.once({ ...entry, key: 'd' }, act)).to.equal('4');
    expect(await store.once({ ...entry, key: 'a' }, act)).to.equal('5');
    const joined = store.once({ ...entry, key: 'running' }, act);
    finish('done');
    expect([await running, await joined]).to.eql(['done', 'done']);
  });
});
