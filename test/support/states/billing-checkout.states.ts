import type { BillingApi } from '../../../src/api/billing-api.js';
import { BillingError } from '../../../src/api/billing-error.js';
import type { ChangePreview, Operation, PaymentOption } from '../../../src/billing/types.js';
import type { BillingCheckoutElement } from '../../../src/elements/billing-checkout/billing-checkout.js';
import { asData } from '../pseudo/marked-data.js';
import { failing, serving, unanswered } from '../serving.js';
import type { State, Stage } from './stage.js';

type Wish = Partial<BillingCheckoutElement>;

const upgrade: Wish = { purpose: 'plan', planId: 'plan_essential' };
const reload: Wish = { purpose: 'top_up', balanceId: 'credits', amount: '100.00' };
const autoTopUp = {
  enabled: true,
  threshold: '50.00',
  amount: { amount: '250.00', currency: 'USD' },
};

async function put(
  stage: Stage,
  wish: Wish,
  answers: Partial<BillingApi> = {},
  world = 'standard',
) {
  const client = stage.client(answers, world as 'standard');
  const el = await stage.put('billing-checkout', { client, ...wish });
  // The page stays where it is, whatever the payment does.
  el.addEventListener('checkout-redirect', (event) => {
    event.preventDefault();
  });
  await stage.until(() => !el.matches(':state(loading)'), 'step');
  await stage.turn();
}

async function ordered(
  stage: Stage,
  wish: Wish,
  answers: Partial<BillingApi> = {},
  way?: string,
): Promise<void> {
  await put(stage, wish, answers);
  await stage.shown('confirm');
  if (way !== undefined) await stage.click(`[name="way"][value="${way}"]`);
  await stage.click('[name="consent"]');
  await stage.press('confirm');
}

const previewing = (change: Partial<ChangePreview>): Partial<BillingApi> => ({
  previewChange: async (...args) => ({ ...(await serving().previewChange(...args)), ...change }),
});

const ways = (...items: PaymentOption[]): Partial<BillingApi> => ({
  paymentOptions: () => Promise.resolve({ items }),
});

const barter: PaymentOption = {
  id: 'pm_1',
  kind: 'barter',
  label: 'Goats',
  default: true,
  autoTopUp: true,
};

/** An operation that ends so, whatever was ordered. */
const ending = (operation: Partial<Operation>): Partial<BillingApi> => {
  const end = () => Promise.resolve({ id: 'op_1', status: 'completed', ...operation });
  return { changePlan: end, topUp: end, operation: end };
};

const problem = { type: 'about:blank', status: 402, code: 'payment_failed' };

const refused = (code: string, status: number, pointer?: string): Partial<BillingApi> => {
  const errors = pointer === undefined ? [] : [{ pointer, detail: asData('It has expired.') }];
  const full = { type: 'about:blank', status, code, errors, detail: asData('Really not.') };
  const refuse = () => Promise.reject(new BillingError(code, { status, problem: full }));
  return { changePlan: refuse, topUp: refuse };
};

const lost: Partial<BillingApi> = {
  changePlan: failing('network', { status: 0, retryable: true }),
};

/** What can be bought, and how that is looked at before. */
const reviews: readonly (readonly [
  name: string,
  wish: Wish,
  answers?: Partial<BillingApi>,
  world?: string,
])[] = [
  ['another plan', upgrade],
  ['an estimate', upgrade, previewing({ exact: false })],
  ['something that costs nothing now', { purpose: 'support', planId: 'support_basic' }],
  ['something nobody knows the price of', upgrade, { previewChange: failing('not_supported') }],
  [
    'something of that kind, without a way to pay',
    upgrade,
    {
      previewChange: failing('not_supported'),
      paymentOptions: failing('not_supported'),
      account: async () => {
        const { paymentMethod: _method, ...account } = await serving().account();
        return account;
      },
    },
  ],
  ['something paid with what is on file', upgrade, { paymentOptions: failing('not_supported') }],
  [
    'something paid with nothing on file',
    upgrade,
    {
      paymentOptions: failing('not_supported'),
      account: async () => {
        const { paymentMethod: _method, ...account } = await serving().account();
        return account;
      },
    },
  ],
  ['something paid in another way', upgrade, ways(barter)],
  ['something nobody can pay', upgrade, ways()],
  ['credits', reload],
  ['credits again and again', { ...reload, autoTopUp }],
  ['an invoice', { purpose: 'invoice', invoiceId: 'inv-2026-0007' }, {}, 'past-due'],
  [
    'an invoice that was paid in part',
    { purpose: 'invoice', invoiceId: 'inv-2026-0007' },
    {
      invoice: async (id) => ({
        ...(await serving({}, 'past-due').invoice(id)),
        amountDue: { amount: '70.63', currency: 'USD' },
        amountPaid: { amount: '150.00', currency: 'USD' },
        creditsApplied: { amount: '50.00', currency: 'USD' },
      }),
    },
    'past-due',
  ],
  ['an invoice that is paid', { purpose: 'invoice', invoiceId: 'inv-2026-0008' }],
  ['the same plan', { purpose: 'plan', planId: 'plan_standard' }],
  ['a plan by agreement', { purpose: 'plan', planId: 'plan_enterprise' }],
  ['nothing', {}],
  ['a payment that nobody named', { operationId: 'op_1' }, ending({})],
  ['for people to sell', upgrade, {}, 'enterprise'],
  ['while another invoice is open', { purpose: 'plan', planId: 'plan_advanced' }, {}, 'past-due'],
  ['for reading', { ...upgrade, readOnly: true }],
  ['the world huge', { purpose: 'plan', planId: 'plan_essential' }, {}, 'huge'],
];

/** What is ordered, and how that goes. */
const outcomes: readonly (readonly [
  name: string,
  part: string,
  wish: Wish,
  answers?: Partial<BillingApi>,
  way?: string,
])[] = [
  ['done', 'completed', upgrade],
  ['done for later', 'completed', upgrade, ending({ effectiveAt: '2026-04-01T04:00:00Z' })],
  [
    'scheduled',
    'scheduled',
    upgrade,
    ending({ status: 'scheduled', effectiveAt: '2026-04-01T04:00:00Z', message: 'See you then.' }),
  ],
  ['at the provider', 'redirect', reload, {}, 'paypal'],
  [
    'at an address that is not safe',
    'redirect',
    reload,
    ending({ status: 'redirect', url: 'javascript:void 0' }),
  ],
  ['a transfer', 'instructions', reload, {}, 'wire'],
  ['not confirmed yet', 'pending', reload, ending({ status: 'pending' })],
  ['declined', 'failed', reload, ending({ status: 'failed', problem })],
  [
    'a change that failed',
    'failed',
    upgrade,
    ending({ status: 'failed', problem: { ...problem, code: asData('no_luck') } }),
  ],
  ['refused', 'notice', reload, refused('payment_method_required', 422, '/paymentOptionId')],
  ['refused in words of the server', 'notice', reload, refused('conflict', 409, '/amount')],
  ['without an answer', 'lost', upgrade, lost],
];

export const checkoutStates: readonly State[] = [
  ...reviews.map(([name, wish, answers, world]) => ({
    name: `billing-checkout, ${name}`,
    play: (stage: Stage) => put(stage, wish, answers, world),
  })),
  {
    name: 'billing-checkout, something missing',
    play: async (stage) => {
      await put(stage, upgrade, ways({ ...barter, default: false }, { ...barter, id: 'pm_2' }));
      await stage.press('confirm');
      await stage.found('[part~="problem"]');
    },
  },
  {
    name: 'billing-checkout, agreement missing',
    play: async (stage) => {
      await put(stage, upgrade);
      await stage.press('confirm');
      await stage.found('[part~="problem"]');
    },
  },
  ...['paypal', 'wire'].map((way) => ({
    name: `billing-checkout, to be paid by ${way}`,
    play: async (stage: Stage) => {
      await put(stage, reload);
      await stage.click(`[name="way"][value="${way}"]`);
    },
  })),
  {
    name: 'billing-checkout, confirmed already',
    play: async (stage) => {
      await ordered(stage, upgrade, lost);
      await stage.found('[part~="lost"]');
      await put(stage, upgrade, lost);
      await stage.found('[part~="lost"]');
    },
  },
  {
    name: 'billing-checkout, on its way',
    play: (stage) => ordered(stage, upgrade, { changePlan: unanswered }),
  },
  {
    name: 'billing-checkout, on its way for long',
    play: async (stage) => {
      await ordered(stage, upgrade, { changePlan: unanswered });
      await stage.time.pass(11_000);
      await stage.turn();
    },
  },
  {
    name: 'billing-checkout, with other figures than a moment ago',
    play: async (stage) => {
      await put(stage, upgrade);
      const [el] = stage.place.children;
      const { previewChange } = stage.client(
        previewing({ dueNow: { amount: '99.00', currency: 'USD' } }),
      );
      const checkout = el as BillingCheckoutElement;
      Object.assign(checkout.client ?? {}, { previewChange });
      checkout.reload();
      await stage.found('[part~="notice"].danger');
    },
  },
  {
    name: 'billing-checkout, a detail copied',
    play: async (stage) => {
      await ordered(stage, reload, {}, 'wire');
      await stage.shown('copy');
      Object.defineProperty(navigator.clipboard, 'writeText', {
        configurable: true,
        value: () => Promise.resolve(),
      });
      await stage.press('copy');
      await stage.found('[part~="copied"]:not(:empty)');
      Reflect.deleteProperty(navigator.clipboard, 'writeText');
    },
  },
  {
    name: 'billing-checkout, a detail that cannot be copied',
    play: async (stage) => {
      await ordered(stage, reload, {}, 'wire');
      await stage.shown('copy');
      await stage.press('copy');
      await stage.found('[part~="copied"]:not(:empty)');
    },
  },
  {
    name: 'billing-checkout, not asked about any more',
    play: async (stage) => {
      await ordered(stage, reload, ending({ status: 'pending' }));
      await stage.shown('pending');
      for (let minutes = 0; minutes < 30; minutes += 1) {
        await stage.time.pass(60_000);
        await stage.turn();
      }
      await stage.shown('check');
    },
  },
  ...outcomes.map(([name, part, wish, answers, way]) => ({
    name: `billing-checkout, ${name}`,
    play: async (stage: Stage) => {
      await ordered(stage, wish, answers, way);
      await stage.found(`[part~="${part}"]:not(.visually-hidden)`);
    },
  })),
];
