import type { Action, Balance, Balances, Operation } from '../billing/types.js';
import { inOrder, must, needs } from './check.js';
import type { Asking, Probe } from './probe.js';
import { mustOffer, newKey, post, wayToPay } from './writing.js';

interface Purchase {
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly balance: Balance;
}

/** The smallest top-up that is offered, with what is on file if there is something. */
async function purchase(probe: Probe): Promise<Purchase> {
  await mustOffer(probe, 'topUp');
  const { items } = await probe.read<Balances>('/balances');
  const balance = items.find(({ topUp }) => topUp?.options?.length);
  const option = balance?.topUp?.options?.[0];
  needs(balance !== undefined && option !== undefined, 'No balance has an option to top it up.');
  const path = `/balances/${encodeURIComponent(balance.id)}/top-up`;
  const body = { optionId: option.id, ...(await wayToPay(probe, 'top_up')) };
  return { path, body, balance };
}

const remainingOf = async (probe: Probe, { id }: Balance): Promise<string | null | undefined> =>
  (await probe.read<Balances>('/balances')).items.find((one) => one.id === id)?.remaining;

/** Every write, with a body that is right, and the action that it needs. */
const writesOf: readonly (readonly [Action, string, Asking])[] = [
  ['changePlan', '/subscriptions/plan/change', post({ planId: 'any', when: 'period_end' })],
  ['cancelPlan', '/subscriptions/plan/cancel', post({ when: 'period_end' })],
  ['changeSupport', '/subscriptions/support/change', post({ planId: 'any', when: 'period_end' })],
  ['cancelSupport', '/subscriptions/support/cancel', post({ when: 'period_end' })],
  ['topUp', '/balances/any/top-up', post({ optionId: 'any' })],
  ['payInvoice', '/invoices/any/pay', post({})],
  ['managePayment', '/payment-session', post({ purpose: 'payment_method' })],
];

export const writeChecks = inOrder(
  {
    id: 'write.key-missing',
    clause: 'A write without an Idempotency-Key is refused as invalid_request, and does nothing.',
    isWrite: true,
    run: async (probe) => {
      const { path, body, balance } = await purchase(probe);
      const before = await remainingOf(probe, balance);
      const { status } = await probe.refusal(path, ['invalid_request'], post(body));
      await probe.refusal(path, ['invalid_request'], post(body, 'short'));
      const after = await remainingOf(probe, balance);
      must(after === before, `The balance was ${before}, and is ${after} now.`);
      return `${status}`;
    },
  },
  {
    id: 'write.replay',
    clause: 'The same key with the same body is the same operation, and has one effect.',
    isWrite: true,
    run: async (probe) => {
      const { path, body, balance } = await purchase(probe);
      const key = newKey();
      const first = await probe.read<Operation>(path, post(body, key));
      const between = await remainingOf(probe, balance);
      const again = await probe.read<Operation>(path, post(body, key));
      must(again.id === first.id, `The first time it is ${first.id}, the second ${again.id}.`);
      const after = await remainingOf(probe, balance);
      must(after === between, `The balance was ${between} after the first, ${after} after both.`);
      return `${first.id}: ${first.status}`;
    },
  },
  {
    id: 'write.key-reused',
    clause: 'The same key with another body is refused as invalid_request, 422.',
    isWrite: true,
    run: async (probe) => {
      const { path, body, balance } = await purchase(probe);
      const option = balance.topUp?.options?.[1];
      needs(option !== undefined, 'There is no other option to buy by.');
      const key = newKey();
      await probe.read<Operation>(path, post(body, key));
      const other = post({ ...body, optionId: option.id }, key);
      const { status } = await probe.refusal(path, ['invalid_request'], other);
      must(status === 422, `It answers ${status}.`);
      return '422';
    },
  },
  {
    id: 'write.bad-body',
    clause: 'A top-up with neither or both of optionId and amount, or no JSON, is invalid_request.',
    isWrite: true,
    run: async (probe) => {
      const { path, body } = await purchase(probe);
      const amount = { amount: '1.00', currency: (await probe.account()).currency };
      for (const bad of [{}, { ...body, amount }, '{"optionId":', '[]']) {
        await probe.refusal(path, ['invalid_request'], post(bad, newKey()));
      }
      return '4 of them';
    },
  },
  {
    id: 'write.operation',
    clause: 'GET /operations/{id} tells how an operation went.',
    isWrite: true,
    run: async (probe) => {
      const { path, body } = await purchase(probe);
      const { id } = await probe.read<Operation>(path, post(body, newKey()));
      const told = await probe.read<Operation>(`/operations/${encodeURIComponent(id)}`);
      must(told.id === id, `${id} was asked for, ${told.id} came.`);
      return `${id}: ${told.status}`;
    },
  },
  {
    id: 'write.foreign-return',
    clause: 'A returnUrl that leads to a stranger is refused as invalid_request: no open redirect.',
    isWrite: true,
    run: async (probe) => {
      const { path, body } = await purchase(probe);
      const order = { ...body, returnUrl: 'https://stranger.invalid/back' };
      await probe.refusal(path, ['invalid_request'], post(order, newKey()));
      return 'refused';
    },
  },
  {
    id: 'write.forged',
    clause: 'A write with a cookie needs the header X-Requested-With, which no form can send.',
    isWrite: true,
    run: async (probe) => {
      needs(probe.hasCookie, 'No cookie says who asks.');
      const { path, body } = await purchase(probe);
      await probe.refusal(path, ['forbidden'], { ...post(body, newKey()), isForged: true });
      return 'forbidden';
    },
  },
  {
    id: 'write.not-allowed',
    clause: 'What the account may not do is forbidden, and what it leaves out is not_supported.',
    isWrite: true,
    run: async (probe) => {
      const { can } = await probe.account();
      const closed = writesOf.filter(([action]) => can[action]?.allowed !== true);
      needs(closed.length > 0, 'The account may do everything.');
      for (const [, path, asking] of closed) {
        const codes = ['forbidden', 'not_supported'];
        const headers = { 'Idempotency-Key': newKey() };
        await probe.refusal(path, codes, { ...asking, headers });
      }
      return closed.map(([action]) => action).join(', ');
    },
  },
  {
    id: 'write.auto-top-up',
    clause: 'PUT /balances/{id}/auto-top-up answers with the balance as it now stands.',
    isWrite: true,
    run: async (probe) => {
      const { balance } = await purchase(probe);
      needs(balance.autoTopUp !== undefined, `${balance.id} knows no automatic top-up.`);
      needs(balance.autoTopUp.status === 'off', `It is ${balance.autoTopUp.status}, and stays so.`);
      const path = `/balances/${encodeURIComponent(balance.id)}/auto-top-up`;
      const asking = { method: 'PUT', body: { enabled: false } };
      const after = await probe.read<Balance>(path, asking);
      must(after.id === balance.id, `${balance.id} was changed, ${after.id} came.`);
      must(after.autoTopUp?.status === 'off', `It is ${after.autoTopUp?.status} now.`);
      return 'off, as it was';
    },
  },
);
