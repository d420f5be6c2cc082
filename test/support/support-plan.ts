import { html, waitUntil } from '@open-wc/testing';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { MemoryEngine, WorldName } from '../../mocks/memory-engine.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import type { Subscription } from '../../src/billing/types.js';
import '../../src/elements/billing-checkout/billing-checkout.content.js';
import '../../src/elements/shared/plan-change.dialog.js';
import '../../src/elements/support-plan/support-cancel.dialog.js';
import '../../src/elements/support-plan/support-plan.content.js';
import '../../src/elements/support-plan/support-plan.js';
import type { SupportPlanElement } from '../../src/elements/support-plan/support-plan.js';
import { storyTime } from './clock.js';
import { mount, parts, press, settled, textOf } from './mount.js';

/** The widget of a client, with its first answers drawn. */
export function supportPlan(client: BillingApi): Promise<SupportPlanElement> {
  return mount<SupportPlanElement>(html`<support-plan .client=${client}></support-plan>`);
}

/** An engine, and the client of it with single answers replaced. */
export function supportDesk(
  answers: Partial<BillingApi> = {},
  world: WorldName = 'standard',
): { readonly engine: MemoryEngine; readonly client: BillingApi } {
  const engine = createMemoryEngine({ world, now: () => Date.parse(storyTime) });
  return { engine, client: { ...engine, ...answers } };
}

/** A client whose support plan is in another state. */
export async function holding(change: Partial<Subscription>): Promise<BillingApi> {
  const { client, engine } = supportDesk();
  const subscription = { ...(await engine.subscription('support')), ...change };
  return { ...client, subscription: () => Promise.resolve(subscription) };
}

/** Presses a button that opens a dialog, and waits until there is something in it. */
export async function openDialog(el: SupportPlanElement, opener: string): Promise<HTMLElement> {
  press(el, opener);
  await waitUntil(() => parts(el, 'dialog').length === 1, 'the dialog');
  const [dialog] = parts(el, 'dialog');
  if (!dialog) throw new Error('There is no dialog.');
  await waitUntil(() => !/Loading|^$/u.test(bodyOf(dialog)), 'what is in the dialog');
  await settled(el);
  return dialog;
}

function bodyOf(dialog: HTMLElement): string {
  const body = dialog.querySelector('.dialog-body');
  return body ? textOf(body) : '';
}
