import type { BillingApi } from '../../../src/api/billing-api.js';
import type { BillingErrorInit } from '../../../src/api/billing-error.js';
import { asData } from '../pseudo/marked-data.js';
import { failing, serving, unanswered } from '../serving.js';
import type { State, Stage } from './stage.js';

/** A client each of whose answers is one thing. */
function always(answer: (...args: readonly unknown[]) => Promise<never>): Partial<BillingApi> {
  const answers: unknown = Object.fromEntries(Object.keys(serving()).map((name) => [name, answer]));
  return answers as Partial<BillingApi>;
}

const refusing = (code: string, init: BillingErrorInit): Partial<BillingApi> =>
  always(failing(code, { requestId: 'req_8f3c', ...init }));

/** What every element can be, whatever it shows. */
const faces: readonly (readonly [
  name: string,
  face: string,
  answers: Partial<BillingApi>,
  wait?: number,
])[] = [
  ['on its way', 'loading', always(unanswered)],
  ['on its way for long', 'loading', always(unanswered), 5_000],
  [
    'failed, to be tried again by itself',
    'error',
    refusing('rate_limited', { status: 429, retryable: true, retryAfter: 30 }),
    200,
  ],
  ['failed in a way that nobody knows', 'error', refusing(asData('teapot'), { status: 500 })],
  ['denied', 'denied', refusing('forbidden', { status: 403 })],
  ['signed out', 'signed-out', refusing('unauthenticated', { status: 401 })],
];

const tags = [
  'plan-usage',
  'usage-chart',
  'support-plan',
  'invoice-list',
  'billing-checkout',
  'billing-console',
] as const;

const upgrade = { purpose: 'plan', planId: 'plan_essential' };

export const faceStates: readonly State[] = [
  ...tags.flatMap((tag) =>
    faces.map(([name, face, answers, wait = 0]) => ({
      name: `${tag}, ${name}`,
      play: async (stage: Stage) => {
        await stage.put(tag, {
          client: stage.client(answers),
          ...(tag === 'billing-checkout' && upgrade),
        });
        await stage.face(face);
        await stage.time.pass(wait);
        await stage.turn();
      },
    })),
  ),
  {
    name: 'plan-usage, offline',
    play: async (stage) => {
      Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
      try {
        await stage.put('plan-usage', { client: stage.client(refusing('network', {})) });
        await stage.face('offline');
      } finally {
        Reflect.deleteProperty(navigator, 'onLine');
      }
    },
  },
  ...tags.map((tag) => ({ name: `${tag}, stale`, play: (stage: Stage) => goStale(stage, tag) })),
  ...(['plan-usage', 'usage-chart', 'invoice-list'] as const).map((tag) => ({
    name: `${tag}, with answers that could not be read`,
    play: async (stage: Stage) => {
      const { balances, invoices, usage } = serving();
      const setAside = 3;
      const client = stage.client({
        balances: async (...args) => ({ ...(await balances(...args)), setAside }),
        invoices: async (...args) => ({ ...(await invoices(...args)), setAside }),
        usage: async (...args) => ({ ...(await usage(...args)), setAside }),
      });
      await stage.put(tag, { client });
      await stage.face('partial');
    },
  })),
];

/** Was there, could not be refreshed, and stays. */
async function goStale(stage: Stage, tag: (typeof tags)[number]): Promise<void> {
  const answers: Partial<BillingApi> = {};
  const client = stage.client();
  const element = await stage.put(tag, {
    client: { ...client, ...answers },
    ...(tag === 'billing-checkout' && upgrade),
  });
  await stage.face('ready');
  Object.assign(element.client ?? {}, stage.client(refusing('network', { retryable: true })));
  element.reload();
  await stage.until(() => !element.matches(':state(ready)'), 'another face than ready');
  await stage.turn();
}
