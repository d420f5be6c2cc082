import { isTimeZone } from '../billing/dates.js';
import type {
  Account,
  Balances,
  ChangePreview,
  PaymentOptions,
  Plans,
  Subscription,
} from '../billing/types.js';
import { inOrder, must, needs } from './check.js';

const doubled = (ids: readonly string[]): string | undefined =>
  ids.find((id, index) => ids.indexOf(id) !== index);

export const accountChecks = inOrder(
  {
    id: 'account.shape',
    clause: 'GET /account is an Account.',
    run: async (probe) => {
      const { id, meters } = await probe.read<Account>('/account');
      return `${id}, meters: ${meters.map((meter) => meter.id).join(', ') || 'none'}`;
    },
  },
  {
    id: 'account.zone',
    clause: "The account's time zone has an IANA name.",
    run: async (probe) => {
      const { timeZone } = await probe.account();
      must(isTimeZone(timeZone), `"${timeZone}" is none.`);
      return timeZone;
    },
  },
  {
    id: 'account.meters',
    clause: 'Each meter has an id of its own.',
    run: async (probe) => {
      const ids = (await probe.account()).meters.map(({ id }) => id);
      const twice = doubled(ids);
      must(twice === undefined, `${twice} stands there twice.`);
      return `${ids.length}`;
    },
  },
  {
    id: 'subscription.shape',
    clause:
      'GET /subscriptions/{slot} is a Subscription of that slot, for each slot of the account.',
    run: async (probe) => {
      const seen: string[] = [];
      for (const slot of await probe.slots()) {
        const path = `/subscriptions/${slot}`;
        const subscription = await probe.readOffered<Subscription>(path);
        must(subscription.slot === slot, `${path} answers with the slot ${subscription.slot}.`);
        const { status, plan } = subscription;
        must(
          (status === 'none') === (plan === null),
          `${path} is ${status}, and its plan is ${plan === null ? 'null' : plan.id}.`,
        );
        seen.push(`${slot}: ${status}`);
      }
      return seen.join(', ');
    },
  },
  {
    id: 'plans.shape',
    clause: 'GET /subscriptions/{slot}/plans lists plans, each with an id of its own.',
    run: async (probe) => {
      const seen: string[] = [];
      for (const slot of await probe.slots()) {
        const { items } = await probe.readOffered<Plans>(`/subscriptions/${slot}/plans`);
        const twice = doubled(items.map(({ id }) => id));
        must(twice === undefined, `In ${slot}, ${twice} stands there twice.`);
        seen.push(`${slot}: ${items.length}`);
      }
      return seen.join(', ');
    },
  },
  {
    id: 'preview.shape',
    clause: 'POST /subscriptions/{slot}/preview is a ChangePreview, and changes nothing.',
    run: async (probe) => {
      const { can } = await probe.account();
      needs(can.changePlan?.allowed === true, 'The account may not change its plan.');
      const { items } = await probe.readOffered<Plans>('/subscriptions/plan/plans');
      const plan = items.find(({ change }) => change !== 'current' && change !== 'contact');
      needs(plan !== undefined, 'There is no plan to change to.');
      const before = await probe.read<Subscription>('/subscriptions/plan');
      const preview = await probe.readOffered<ChangePreview>('/subscriptions/plan/preview', {
        method: 'POST',
        body: { planId: plan.id, when: 'now' },
      });
      const after = await probe.read<Subscription>('/subscriptions/plan');
      const isSame = after.plan?.id === before.plan?.id;
      must(isSame, `The plan was ${before.plan?.id}, and is ${after.plan?.id} now.`);
      return `${plan.id}: ${preview.dueNow.amount} ${preview.dueNow.currency} due now`;
    },
  },
  {
    id: 'balances.shape',
    clause: 'GET /balances lists balances, each with an id of its own.',
    run: async (probe) => {
      const { items } = await probe.readOffered<Balances>('/balances');
      const twice = doubled(items.map(({ id }) => id));
      must(twice === undefined, `${twice} stands there twice.`);
      return `${items.length}`;
    },
  },
  {
    id: 'payment-options.shape',
    clause: 'GET /payment-options lists ways to pay, at most one of them the default.',
    run: async (probe) => {
      const query = { purpose: 'top_up' };
      const { items } = await probe.readOffered<PaymentOptions>('/payment-options', { query });
      const defaults = items.filter((option) => option.default);
      must(defaults.length <= 1, `${defaults.length} are the default.`);
      return items.map(({ id }) => id).join(', ') || 'none';
    },
  },
);
