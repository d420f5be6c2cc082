import { html } from '@open-wc/testing';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { MemoryEngine, WorldName } from '../../mocks/memory-engine.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import '../../src/elements/billing-checkout/billing-checkout.content.js';
import '../../src/elements/billing-checkout/billing-checkout.js';
import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import { storyTime } from './clock.js';
import type { HeldTime } from './held-time.js';
import { mount, parts, press, settled } from './mount.js';

/** An order as it reached the server. */
interface Received {
  readonly operation: 'changePlan' | 'topUp' | 'payInvoice';
  readonly body: unknown;
  readonly key: string;
}

export interface Shop {
  readonly engine: MemoryEngine;
  readonly client: BillingApi;
  /** Every order that reached the server, also those that had no effect. */
  readonly received: Received[];
}

/** A world's engine behind a counter that notes each order, with single answers replaced. */
export function shop(answers: Partial<BillingApi> = {}, world: WorldName = 'standard'): Shop {
  const engine = createMemoryEngine({ world, now: () => Date.parse(storyTime) });
  const api: BillingApi = { ...engine, ...answers };
  const received: Received[] = [];
  const client: BillingApi = {
    ...api,
    changePlan: (slot, body, options) => {
      received.push({ operation: 'changePlan', body, key: options.idempotencyKey });
      return api.changePlan(slot, body, options);
    },
    topUp: (id, body, options) => {
      received.push({ operation: 'topUp', body, key: options.idempotencyKey });
      return api.topUp(id, body, options);
    },
    payInvoice: (id, body, options) => {
      received.push({ operation: 'payInvoice', body, key: options.idempotencyKey });
      return api.payInvoice(id, body, options);
    },
  };
  return { engine, client, received };
}

type Wish = Partial<
  Pick<
    BillingCheckoutElement,
    'purpose' | 'planId' | 'balanceId' | 'invoiceId' | 'amount' | 'operationId' | 'autoTopUp'
  > &
    Pick<BillingCheckoutElement, 'apiBase' | 'readOnly' | 'messages'>
>;

export const upgrade: Wish = { purpose: 'plan', planId: 'plan_essential' };
export const reload: Wish = { purpose: 'top_up', balanceId: 'credits', amount: '100.00' };

/** The payment page, once its first answers are drawn. */
export async function checkout(client: BillingApi, wish: Wish): Promise<BillingCheckoutElement> {
  const el = await mount<BillingCheckoutElement>(
    html`<billing-checkout .client=${client}></billing-checkout>`,
  );
  Object.assign(el, wish);
  await settled(el);
  await settled(el);
  return el;
}

/** The payment page in a step that has stood there long enough to act in it. */
export async function readyCheckout(
  time: HeldTime,
  client: BillingApi,
  wish: Wish,
): Promise<BillingCheckoutElement> {
  const el = await checkout(client, wish);
  await time.pass(500);
  await settled(el);
  return el;
}

/** Chooses a way to pay by its label. */
export async function choose(el: BillingCheckoutElement, label: string): Promise<void> {
  const way = parts(el, 'way').find(({ textContent }) => textContent.includes(label));
  const radio = way?.querySelector('input');
  if (!radio) throw new Error(`There is no ${label} to pay with.`);
  radio.click();
  await settled(el);
}

/** Ticks what the person agrees to. */
export async function agree(el: BillingCheckoutElement): Promise<void> {
  const box = parts(el, 'consent')[0]?.querySelector('input');
  if (!box) throw new Error('There is nothing to agree to.');
  if (!box.checked) box.click();
  await settled(el);
}

/** Agrees and orders, and waits for what comes of it. */
export async function order(el: BillingCheckoutElement): Promise<void> {
  await agree(el);
  press(el, 'confirm');
  await settled(el);
  await settled(el);
}

/** The server does it, and the answer never comes. */
export function lostAnswer<Args extends readonly unknown[], Value>(
  act: (...args: Args) => Promise<Value>,
): (...args: Args) => Promise<never> {
  return async (...args) => {
    await act(...args);
    throw new BillingError('network', { retryable: true });
  };
}
