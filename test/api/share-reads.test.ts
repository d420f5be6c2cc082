import { expect } from 'chai';

import type { BillingApi, CallOptions } from '../../src/api/billing-api.js';
import { shareReads } from '../../src/api/share-reads.js';
import type { Account, Balances, Operation, UsageSeries } from '../../src/billing/types.js';
import { account, series } from './support/answers.js';
import { settled } from './support/manual-clock.js';
import { errorOf, reasonOf } from './support/outcome.js';

const key = 'confirmation-0001';
const query = {
  meter: 'sessions',
  granularity: 'day',
  from: '2026-03-12',
  to: '2026-03-19',
} as const;

const never = (): Promise<never> => new Promise(() => undefined);

const refusing: BillingApi = {
  account: never,
  subscription: never,
  plans: never,
  previewChange: never,
  changePlan: never,
  cancelSubscription: never,
  resumeSubscription: never,
  balances: never,
  topUp: never,
  setAutoTopUp: never,
  usage: never,
  usageRecords: never,
  invoices: never,
  invoice: never,
  invoicePdf: never,
  payInvoice: never,
  paymentOptions: never,
  createPaymentSession: never,
  operation: never,
};

/** Calls that wait until the test answers them. */
class Calls<Value> {
  readonly signals: (AbortSignal | undefined)[] = [];
  readonly #open: PromiseWithResolvers<Value>[] = [];

  take(options: CallOptions | undefined): Promise<Value> {
    const open = withResolvers<Value>();
    this.#open.push(open);
    this.signals.push(options?.signal);
    return open.promise;
  }

  answer(index: number, value: Value): void {
    this.#open[index]?.resolve(value);
  }

  fail(index: number, reason: Error): void {
    this.#open[index]?.reject(reason);
  }
}

interface PromiseWithResolvers<Value> {
  readonly promise: Promise<Value>;
  readonly resolve: (value: Value) => void;
  readonly reject: (reason: Error) => void;
}

function withResolvers<Value>(): PromiseWithResolvers<Value> {
  let [resolve, reject]: [(value: Value) => void, (reason: Error) => void] = [never, never];
  const promise = new Promise<Value>((keep, refuse) => {
    [resolve, reject] = [keep, refuse];
  });
  return { promise, resolve, reject };
}

const usageOf = (value: string): UsageSeries => ({
  ...series,
  buckets: [{ start: '2026-03-12', value, partial: false }],
});

const accountOf = (id: string): Account => ({ ...account, id, meters: [], slots: [] });

describe('shareReads', () => {
  const usageApi = () => {
    const calls = new Calls<UsageSeries>();
    const api = shareReads({ ...refusing, usage: (_query, options) => calls.take(options) });
    return { api, calls };
  };

  it('makes equal reads in flight one', async () => {
    const { api, calls } = usageApi();
    const { granularity, ...others } = query;
    const reads = [
      ...Array.from({ length: 12 }, () => api.usage(query)),
      api.usage({ ...others, granularity }),
    ];
    expect(calls.signals).to.have.length(1);
    calls.answer(0, usageOf('7'));
    for (const read of await Promise.all(reads)) expect(read).to.eql(usageOf('7'));
  });

  it('keeps reads apart whose arguments differ', () => {
    const { api, calls } = usageApi();
    void api.usage(query);
    void api.usage({ ...query, to: '2026-03-20' });
    void api.usage({ ...query, groupBy: 'channel' });
    expect(calls.signals).to.have.length(3);
  });

  it('asks again once the answer is there', async () => {
    const { api, calls } = usageApi();
    const first = api.usage(query);
    calls.answer(0, usageOf('1'));
    await first;
    void api.usage(query);
    expect(calls.signals).to.have.length(2);
  });

  it('tells all who wait of a failure, and asks again after it', async () => {
    const { api, calls } = usageApi();
    const reads = [reasonOf(api.usage(query)), reasonOf(api.usage(query))];
    const down = new Error('down');
    calls.fail(0, down);
    expect(await Promise.all(reads)).to.eql([down, down]);
    void api.usage(query);
    expect(calls.signals).to.have.length(2);
  });

  it('leaves the others their answer when one gives up', async () => {
    const { api, calls } = usageApi();
    const leaving = new AbortController();
    const left = reasonOf(api.usage(query, { signal: leaving.signal }));
    const staying = api.usage(query, { signal: new AbortController().signal });
    leaving.abort('gone');
    expect(await left).to.equal('gone');
    await settled();
    expect(calls.signals[0]?.aborted).to.equal(false);
    calls.answer(0, usageOf('7'));
    expect(await staying).to.eql(usageOf('7'));
  });

  it('aborts the request when the last one gives up, and starts anew for the next', async () => {
    const { api, calls } = usageApi();
    const [one, other] = [new AbortController(), new AbortController()];
    const reads = [one, other].map(({ signal }) => reasonOf(api.usage(query, { signal })));
    one.abort('first');
    other.abort('second');
    expect(await Promise.all(reads)).to.eql(['first', 'second']);
    expect(calls.signals[0]?.aborted).to.equal(true);
    void api.usage(query);
    expect(calls.signals).to.have.length(2);
  });

  it('never aborts for one who gives up what another waits for without a signal', async () => {
    const { api, calls } = usageApi();
    const leaving = new AbortController();
    void api.usage(query);
    const left = reasonOf(api.usage(query, { signal: leaving.signal }));
    leaving.abort('gone');
    await left;
    expect(calls.signals[0]?.aborted).to.equal(false);
  });

  it('asks nothing for one who gave up before', async () => {
    const { api, calls } = usageApi();
    expect(await reasonOf(api.usage(query, { signal: AbortSignal.abort('early') }))).to.equal(
      'early',
    );
    expect(calls.signals).to.eql([]);
  });

  it('never answers a read that begins after a write with what was asked before it', async () => {
    const reads = new Calls<Balances>();
    const writes = new Calls<Operation>();
    const api = shareReads({
      ...refusing,
      balances: (options) => reads.take(options),
      topUp: (_id, _order, options) => writes.take(options),
    });
    const before = api.balances();
    const write = api.topUp('b1', { optionId: 'o1' }, { idempotencyKey: key });
    writes.answer(0, { id: 'op_1', status: 'completed' });
    await write;
    const after = api.balances();
    reads.answer(0, { items: [] });
    reads.answer(1, { items: [], setAside: 1 });
    expect([await before, await after]).to.eql([{ items: [] }, { items: [], setAside: 1 }]);
  });

  it('never makes writes one', () => {
    const writes = new Calls<Operation>();
    const api = shareReads({
      ...refusing,
      topUp: (_id, _order, options) => writes.take(options),
    });
    void api.topUp('b1', { optionId: 'o1' }, { idempotencyKey: key });
    void api.topUp('b1', { optionId: 'o1' }, { idempotencyKey: key });
    expect(writes.signals).to.have.length(2);
  });

  it('may be awaited and spread like any other API', async () => {
    const api = shareReads({ ...refusing, account: () => Promise.resolve(accountOf('acc_1')) });
    expect(await Promise.resolve(api)).to.equal(api);
    expect((await { ...api }.account()).id).to.equal('acc_1');
  });

  it('asks what the API has become meanwhile', async () => {
    const replaced: BillingApi = { ...refusing };
    const api = shareReads(replaced);
    replaced.balances = async () => ({ items: [] });
    expect(await api.balances()).to.eql({ items: [] });
  });
});

describe('the guard of the account', () => {
  function guarded(apiBase?: string) {
    const balances = new Calls<Balances>();
    const changes: string[] = [];
    const source = { id: 'acc_1' };
    const api = shareReads(
      {
        ...refusing,
        account: async () => accountOf(source.id),
        balances: (options) => balances.take(options),
      },
      { apiBase, onAccountChanged: () => changes.push('changed') },
    );
    return { api, balances, changes, source };
  }

  it('lets the same account through', async () => {
    const { api, changes } = guarded();
    await api.account();
    expect((await api.account()).id).to.equal('acc_1');
    expect(changes).to.eql([]);
  });

  it('tells once of another account under the same base, and refuses every read from then on', async () => {
    const { api, balances, changes, source } = guarded('https://host.example/api/billing');
    await api.account();
    const pending = errorOf(api.balances());
    source.id = 'acc_2';
    const refusals = [errorOf(api.account()), errorOf(api.account())];
    for (const { code } of await Promise.all(refusals)) expect(code).to.equal('wrong_account');
    expect(changes).to.eql(['changed']);
    balances.answer(0, { items: [] });
    expect((await pending).code, 'asked before').to.equal('wrong_account');
    expect((await errorOf(api.balances())).code, 'asked after').to.equal('wrong_account');
    expect(balances.signals).to.have.length(1);
  });

  for (const base of ['/accounts/acc_1', '/accounts/acc_1/', 'https://h.example/acc_1?x=1#y']) {
    it(`refuses another account where the base names the account: ${base}`, async () => {
      const { api, changes, source } = guarded(base);
      await api.account();
      source.id = 'acc_2';
      expect((await errorOf(api.account())).code).to.equal('wrong_account');
      expect(changes, 'the base still means the first').to.eql([]);
      source.id = 'acc_1';
      expect((await api.account()).id).to.equal('acc_1');
    });
  }

  it('refuses what comes along with the answer of another account, also what comes before it', async () => {
    const { api, balances, source } = guarded('/accounts/acc_1');
    await api.account();
    source.id = 'acc_2';
    const account = errorOf(api.account());
    const along = errorOf(api.balances());
    balances.answer(0, { items: [] });
    expect((await along).code).to.equal('wrong_account');
    expect((await account).code).to.equal('wrong_account');
  });

  it('lets everything through again once the account answers as before', async () => {
    const { api, balances, source } = guarded('/accounts/acc_1');
    await api.account();
    source.id = 'acc_2';
    await errorOf(api.account());
    source.id = 'acc_1';
    const [, answer] = [api.account(), api.balances()];
    balances.answer(0, { items: [] });
    expect(await answer).to.eql({ items: [] });
  });
});
