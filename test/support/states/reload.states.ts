import { BillingError } from '../../../src/api/billing-error.js';
import type { BillingApi } from '../../../src/api/billing-api.js';
import { asData } from '../pseudo/marked-data.js';
import { failing, serving } from '../serving.js';
import type { State, Stage } from './stage.js';

const automatic = '[part~="auto-reload-fields"] input[type="checkbox"]';
const otherAmount = 'input[name="amount"][value="other"]';

async function opened(stage: Stage, answers: Partial<BillingApi> = {}): Promise<void> {
  await stage.put('plan-usage', { client: stage.client(answers) });
  await stage.press('reload');
  await stage.shown('continue');
}

async function typed(stage: Stage, amount: string): Promise<void> {
  await opened(stage);
  await stage.click(otherAmount);
  await stage.type('#free-amount', amount);
  await stage.press('continue');
}

async function settings(stage: Stage, answers: Partial<BillingApi> = {}): Promise<void> {
  await stage.put('plan-usage', { client: stage.client(answers) });
  await stage.press('change-auto-reload');
  await stage.click(automatic);
}

/** A server that does not take a field. */
const refused = (): Promise<never> =>
  Promise.reject(
    new BillingError('invalid_request', {
      status: 422,
      problem: {
        type: 'about:blank',
        status: 422,
        code: 'invalid_request',
        errors: [{ pointer: '/amount/amount', detail: asData('Is above your limit.') }],
      },
    }),
  );

/** Any amount within bounds, in steps where these are named. */
const offering = (step?: string): Partial<BillingApi> => ({
  balances: async () => {
    const { items } = await serving().balances();
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const bounds = { min: usd('10.00'), max: usd('500.00') };
    const custom = step === undefined ? bounds : { ...bounds, step };
    return {
      items: items.map((balance) =>
        balance.topUp ? { ...balance, topUp: { ...balance.topUp, custom } } : balance,
      ),
    };
  },
});

export const reloadStates: readonly State[] = [
  { name: 'reload, amounts to choose from', play: opened },
  {
    name: 'reload, nothing typed yet',
    play: (stage) => typed(stage, ''),
  },
  ...['99.99', '1000000', '0.001', '1', 'fifty'].map((amount) => ({
    name: `reload, ${amount} typed`,
    play: (stage: Stage) => typed(stage, amount),
  })),
  {
    name: 'reload, any amount within bounds',
    play: async (stage) => {
      await opened(stage, offering());
      await stage.click(otherAmount);
    },
  },
  {
    name: 'reload, between two steps',
    play: async (stage) => {
      await opened(stage, offering('5.00'));
      await stage.click(otherAmount);
      await stage.type('#free-amount', '12');
      await stage.press('continue');
    },
  },
  {
    name: 'reload, again and again',
    play: async (stage) => {
      await opened(stage);
      await stage.click(automatic);
      await stage.type('#threshold', 'fifty');
      await stage.press('continue');
    },
  },
  ...(['empty', 'past-due'] as const).map((world) => ({
    name: `reload in the world ${world}`,
    play: async (stage: Stage) => {
      await stage.put('plan-usage', { client: stage.client({}, world) });
      await stage.press('reload');
      await stage.click(automatic);
    },
  })),
  {
    name: 'reload, its payment page',
    play: async (stage) => {
      await opened(stage);
      await stage.press('continue');
      await stage.shown('confirm');
    },
  },
  {
    name: 'reload, done',
    play: async (stage) => {
      await opened(stage);
      await stage.press('continue');
      await stage.click('[name="consent"]');
      await stage.press('confirm');
      await stage.shown('done');
    },
  },
  { name: 'automatic reload, to be set', play: settings },
  {
    name: 'automatic reload, set',
    play: async (stage) => {
      await settings(stage);
      await stage.press('save');
      await stage.until(() => !stage.isOpen, 'page without a dialog');
    },
  },
  {
    name: 'automatic reload, switched off',
    play: async (stage) => {
      await settings(stage);
      await stage.click(automatic);
      await stage.press('save');
      await stage.until(() => !stage.isOpen, 'page without a dialog');
    },
  },
  {
    name: 'automatic reload, a field refused',
    play: async (stage) => {
      await settings(stage, { setAutoTopUp: refused });
      await stage.press('save');
      await stage.found('.fault:not([hidden])');
    },
  },
  {
    name: 'automatic reload, not set',
    play: async (stage) => {
      await settings(stage, { setAutoTopUp: failing(asData('out_of_ink')) });
      await stage.press('save');
      await stage.found('form .notice.danger');
    },
  },
];
