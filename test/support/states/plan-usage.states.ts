import type { BillingApi } from '../../../src/api/billing-api.js';
import type { Balance, Balances, Subscription } from '../../../src/billing/types.js';
import { failing, serving, unanswered } from '../serving.js';
import type { State, Stage } from './stage.js';

const worlds = [
  'standard',
  'trial',
  'low-balance',
  'past-due',
  'empty',
  'enterprise',
  'huge',
] as const;

const put = (stage: Stage, answers: Partial<BillingApi> = {}) =>
  stage.put('plan-usage', { client: stage.client(answers) });

/** A plan in another state. */
const holding = (change: Partial<Subscription>): Partial<BillingApi> => ({
  subscription: async (slot) => ({ ...(await serving().subscription(slot)), ...change }),
});

/** Credits in another state, beside what is counted in sessions. */
const holdingCredits = (change: Partial<Balance>): Partial<BillingApi> => ({
  balances: async (): Promise<Balances> => {
    const { items } = await serving().balances();
    return {
      items: items.map(({ currency, ...balance }) => ({
        ...balance,
        ...(change.kind !== 'allowance' && currency !== undefined && { currency }),
        ...change,
      })),
    };
  },
});

const sessions: Partial<Balance> = {
  kind: 'allowance',
  remaining: '-3',
  granted: '1500',
  used: '1503',
  resetsAt: '2026-04-01T04:00:00Z',
  expiresAt: '2026-03-01T05:00:00Z',
  status: 'expired',
};

const states: readonly (readonly [name: string, answers: Partial<BillingApi>])[] = [
  ['without a plan', holding({ plan: null, status: 'none' })],
  ['paused, and not to be renewed', holding({ status: 'paused', renewsAt: null })],
  [
    'about to end',
    holding({ renewsAt: null, scheduled: { type: 'cancel', at: '2026-04-01T04:00:00Z' } }),
  ],
  [
    'about to change',
    holding({
      scheduled: {
        type: 'change',
        at: '2026-04-01T04:00:00Z',
        plan: {
          id: 'p',
          name: 'Essential',
          intervalCount: 1,
          recommended: false,
          change: 'switch',
        },
      },
    }),
  ],
  ['with an expired allowance', holdingCredits(sessions)],
  ['with a balance that is used up', holdingCredits({ status: 'exhausted', remaining: '0.00' })],
  [
    'with automatic reload on',
    holdingCredits({
      autoTopUp: {
        status: 'active',
        threshold: '50.00',
        amount: { amount: '250.00', currency: 'USD' },
      },
    }),
  ],
  [
    'with automatic reload that cannot be had',
    holdingCredits({ autoTopUp: { status: 'unavailable', reason: 'payment_method_unfit' } }),
  ],
  ['without its balances', { balances: failing('timeout', { requestId: 'req_8f3c' }) }],
];

const asked = async (stage: Stage, part: string, answers: Partial<BillingApi> = {}) => {
  await put(stage, answers);
  await stage.face('ready');
  await stage.press(part);
};

export const planUsageStates: readonly State[] = [
  ...worlds.map((world) => ({
    name: `plan-usage of the world ${world}`,
    play: async (stage: Stage) => {
      await stage.put('plan-usage', { client: stage.client({}, world) });
      await stage.shown('plan');
      await stage.turn();
    },
  })),
  ...states.map(([name, answers]) => ({
    name: `plan-usage ${name}`,
    play: async (stage: Stage) => {
      await put(stage, answers);
      await stage.shown('plan');
      await stage.turn();
    },
  })),
  {
    name: 'plan-usage, the parts of its credits',
    play: async (stage) => {
      await put(stage);
      await stage.click('[part~="grants"] summary');
    },
  },
  {
    name: 'plan-usage, a plan that could not be kept',
    play: async (stage) => {
      const scheduled = { type: 'change', at: '2026-04-01T04:00:00Z' } as const;
      const answers = { ...holding({ scheduled }), resumeSubscription: failing('timeout') };
      await asked(stage, 'keep', answers);
      await stage.found('[part~="plan"] .fault');
    },
  },
  {
    name: 'plan-usage, a plan that was kept',
    play: async (stage) => {
      const scheduled = { type: 'change', at: '2026-04-01T04:00:00Z' } as const;
      const kept = { id: 'op_1', status: 'completed' };
      await asked(stage, 'keep', {
        ...holding({ scheduled }),
        resumeSubscription: () => Promise.resolve(kept),
      });
      await stage.turn();
    },
  },
  {
    name: 'plan-usage, nobody to ask',
    play: async (stage) => {
      const account = async () => {
        const { contact: _contact, ...rest } = await serving().account();
        const can = { changePlan: { allowed: false, reason: 'contact_sales' } };
        return { ...rest, can } as Awaited<ReturnType<BillingApi['account']>>;
      };
      await put(stage, { account });
      await stage.press('contact');
    },
  },
  {
    name: 'plan-usage, the way to pay cannot be changed',
    play: (stage) =>
      asked(stage, 'change-method', { createPaymentSession: failing('upstream_unavailable') }),
  },
  {
    name: 'plan-usage, choosing another plan',
    play: async (stage) => {
      await asked(stage, 'change');
      await stage.found('[part~="comparison"]');
    },
  },
  {
    name: 'plan-usage, plans on their way',
    play: (stage) => asked(stage, 'change', { plans: unanswered }),
  },
  {
    name: 'plan-usage, plans that cannot be had',
    play: async (stage) => {
      await asked(stage, 'change', { plans: failing('timeout', { requestId: 'req_8f3c' }) });
      await stage.shown('retry');
    },
  },
  {
    name: 'plan-usage, plans with features of no group',
    play: async (stage) => {
      const plans = async () => {
        const { items } = await serving().plans('plan');
        const more = [{ name: 'Data centre', value: 'Europe' }];
        return {
          items: items.map((plan) => ({ ...plan, features: [...(plan.features ?? []), ...more] })),
        };
      };
      await asked(stage, 'change', { plans });
      await stage.found('[part~="comparison"]');
    },
  },
  {
    name: 'plan-usage, only one plan',
    play: async (stage) => {
      const plans = async () => {
        const { items } = await serving().plans('plan');
        return { items: items.filter(({ change }) => change === 'current') };
      };
      await asked(stage, 'change', { plans });
      await stage.found('[part~="comparison"]');
    },
  },
  {
    name: 'plan-usage, a plan on its payment page',
    play: async (stage) => {
      await asked(stage, 'change');
      await stage.press('choose');
      await stage.shown('confirm');
    },
  },
];
