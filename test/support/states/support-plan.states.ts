import type { BillingApi } from '../../../src/api/billing-api.js';
import { BillingError } from '../../../src/api/billing-error.js';
import type { Account, Operation, Subscription } from '../../../src/billing/types.js';
import { failing, serving } from '../serving.js';
import type { State, Stage } from './stage.js';

const holding = (change: Partial<Subscription>): Partial<BillingApi> => ({
  subscription: async (slot) => ({ ...(await serving().subscription(slot)), ...change }),
});

const permitting = (can: Account['can']): Partial<BillingApi> => ({
  account: async () => ({ ...(await serving().account()), can }),
});

const put = async (stage: Stage, answers: Partial<BillingApi>): Promise<void> => {
  await stage.put('support-plan', { client: stage.client(answers) });
  await stage.found('[part~="plan"]');
  await stage.turn();
};

const at = '2026-04-05T04:00:00Z';
const scheduled = { type: 'cancel', at } as const;

const states: readonly (readonly [name: string, answers: Partial<BillingApi>])[] = [
  ['held', {}],
  ['without a plan', holding({ plan: null, status: 'none' })],
  ['overdue', { ...serving({}, 'past-due'), ...holding({ status: 'past_due' }) }],
  ['paused', holding({ status: 'paused' })],
  ['canceled', holding({ status: 'canceled', renewsAt: null })],
  ['to be renewed soon', holding({ renewsAt: '2026-03-20T04:00:00Z' })],
  ['about to end', holding({ renewsAt: null, scheduled })],
  ['of people', permitting({ changeSupport: { allowed: false, reason: 'contact_support' } })],
  ['of an owner', permitting({ changeSupport: { allowed: false, reason: 'no_permission' } })],
];

async function canceling(stage: Stage, answers: Partial<BillingApi> = {}): Promise<void> {
  await put(stage, answers);
  await stage.press('cancel');
  await stage.found('dialog [part~="losses"]');
  await stage.found('dialog button[type="submit"]:not(:disabled)');
}

async function canceled(
  stage: Stage,
  cancelSubscription: BillingApi['cancelSubscription'],
): Promise<void> {
  await canceling(stage, { cancelSubscription });
  await stage.click('dialog button[type="submit"]');
}

const ends =
  (operation: Partial<Operation>): BillingApi['cancelSubscription'] =>
  () =>
    Promise.resolve({ id: 'op_1', status: 'completed', ...operation });

export const supportPlanStates: readonly State[] = [
  ...states.map(([name, answers]) => ({
    name: `support-plan ${name}`,
    play: (stage: Stage) => put(stage, answers),
  })),
  {
    name: 'support-plan, kept',
    play: async (stage) => {
      const resumeSubscription = ends({}) as unknown as BillingApi['resumeSubscription'];
      await put(stage, { ...holding({ renewsAt: null, scheduled }), resumeSubscription });
      await stage.press('keep');
      await stage.turn();
    },
  },
  {
    name: 'support-plan, choosing another plan',
    play: async (stage) => {
      await put(stage, {});
      await stage.press('change');
      await stage.found('[part~="comparison"]');
    },
  },
  {
    name: 'support-plan, choosing how often it is paid',
    play: async (stage) => {
      await put(stage, {});
      await stage.press('change');
      await stage.click('[part~="cycle"] input');
    },
  },
  { name: 'support-plan, to be canceled', play: canceling },
  {
    name: 'support-plan, not canceled',
    play: async (stage) => {
      await canceled(stage, failing('conflict', { status: 409 }));
      await stage.found('dialog .notice.danger');
    },
  },
  {
    name: 'support-plan, not canceled at that time',
    play: async (stage) => {
      await canceled(stage, failing('not_supported', { status: 501 }));
      await stage.found('dialog .notice.danger');
    },
  },
  {
    name: 'support-plan, canceled or not',
    play: async (stage) => {
      await canceled(stage, () => Promise.reject(new BillingError('network', { retryable: true })));
      await stage.found('dialog .notice.danger');
    },
  },
  ...(['completed', 'scheduled', 'pending'] as const).map((status) => ({
    name: `support-plan, canceled: ${status}`,
    play: async (stage: Stage) => {
      await canceled(stage, ends({ status, ...(status === 'scheduled' && { effectiveAt: at }) }));
      await stage.until(() => !stage.isOpen, 'page without a dialog');
    },
  })),
];
