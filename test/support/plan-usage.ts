import { html, waitUntil } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import '../../src/elements/billing-checkout/billing-checkout.content.js';
import '../../src/elements/billing-checkout/billing-checkout.js';
import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import '../../src/elements/plan-usage/auto-reload.dialog.js';
import '../../src/elements/plan-usage/plan-usage.content.js';
import '../../src/elements/plan-usage/plan-usage.js';
import type { PlanUsageElement } from '../../src/elements/plan-usage/plan-usage.js';
import '../../src/elements/plan-usage/reload.dialog.js';
import '../../src/elements/shared/plan-change.dialog.js';
import type { HeldTime } from './held-time.js';
import { mount, parts, press, settled, textOf } from './mount.js';

/** The widget of a client, with its first answers drawn. */
export function planUsage(client: BillingApi): Promise<PlanUsageElement> {
  return mount<PlanUsageElement>(html`<plan-usage .client=${client}></plan-usage>`);
}

/** Presses a button that opens a dialog, and waits until there is something in it. */
export async function openDialog(
  el: PlanUsageElement,
  opener: 'change' | 'reload' | 'change-auto-reload',
): Promise<void> {
  press(el, opener);
  await dialogSays(el, /./u, opener);
  await waitUntil(() => !dialogText(el).includes('Loading'), 'what is in the dialog');
  await settled(el);
}

/** What a person reads in the open dialog; nothing where none is open. */
export function dialogText(el: PlanUsageElement): string {
  const [dialog] = parts(el, 'dialog');
  return dialog ? textOf(dialog) : '';
}

export async function dialogSays(
  el: PlanUsageElement,
  text: RegExp,
  what = String(text),
): Promise<void> {
  await waitUntil(() => text.test(dialogText(el)), `the dialog says ${what}`);
}

/** The payment page in the open dialog, in a step that has stood there long enough to act in it. */
export async function checkoutIn(
  el: PlanUsageElement,
  time: HeldTime,
): Promise<BillingCheckoutElement> {
  await waitUntil(() => parts(el, 'checkout').length === 1, 'the payment page');
  const [checkout] = parts<BillingCheckoutElement>(el, 'checkout');
  if (!checkout) throw new Error('There is no payment page.');
  await waitUntil(() => !checkout.matches(':state(loading)'), 'what is bought');
  await settled(checkout);
  await time.pass(500);
  await settled(checkout);
  return checkout;
}

/** What has the focus in the widget, by its part or its text. */
export function focusedIn(el: PlanUsageElement): string {
  const focused = el.shadowRoot?.activeElement;
  if (!focused) return '';
  return focused.part[0] ?? (textOf(focused) || focused.id);
}

/** Types into a field of the open dialog, in place of what is there. */
export async function type(el: PlanUsageElement, id: string, text: string): Promise<void> {
  const field = el.shadowRoot?.querySelector<HTMLInputElement>(`#${id}`);
  if (!field) throw new Error(`There is no field ${id}.`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await settled(el);
}
