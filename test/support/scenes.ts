/** Everything that people meet on screen, scene by scene, for what must hold everywhere. */
import { html } from 'lit';
import type { LitElement } from 'lit';

import '../../src/elements/billing-console/billing-console.content.js';
import '../../src/elements/billing-console/billing-console.js';
import '../../src/elements/shared/pay-invoice.dialog.js';
import '../../src/elements/usage-chart/echarts.vendor.js';
import { choose, order, readyCheckout, reload, shop, upgrade } from './checkout.js';
import type { HeldTime } from './held-time.js';
import { invoiceList, invoicesFrom, InvoiceServer } from './invoice-pages.js';
import { mount, parts, press, settled } from './mount.js';
import { checkoutIn, openDialog, planUsage } from './plan-usage.js';
import { failing, serving } from './serving.js';
import { openDialog as openSupportDialog, supportPlan } from './support-plan.js';
import { chartOf } from './usage-chart.js';

/** Brings a scene up, and answers with the element that it is in. */
export type Scene = (time: HeldTime) => Promise<LitElement>;

/** Time stands still in some tests, frames do not. */
async function until(isThere: () => unknown, what: string): Promise<void> {
  for (let frame = 0; frame < 300; frame += 1) {
    if (isThere()) return;
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
  throw new Error(`There is no ${what}.`);
}

const tick = async (el: LitElement, selector: string): Promise<void> => {
  el.shadowRoot?.querySelector<HTMLInputElement>(selector)?.click();
  await settled(el);
};

const chart = async (attributes: Record<string, string>): Promise<LitElement> => {
  const el = await chartOf(serving(), attributes);
  await until(() => el.shadowRoot?.querySelector('.plot svg text'), 'chart');
  return el;
};

/** Every scene, by what it shows. */
export const scenes: Readonly<Record<string, Scene>> = {
  'plan and balances': () => planUsage(serving()),
  'plan and balances, overdue': () => planUsage(serving({}, 'past-due')),
  'plan by contract': () => planUsage(serving({}, 'enterprise')),
  'plan and balances with names of any length': () => planUsage(serving({}, 'huge')),
  'what could not be loaded': () =>
    planUsage(serving({ account: failing('upstream_unavailable') })),
  'who is signed out': () => planUsage(serving({ account: failing('x', { status: 401 }) })),
  'chart of groups': () => chart({ range: '6m', 'group-by': 'channel' }),
  'chart with days to choose, one wrong': () =>
    chartOf(serving(), { range: 'custom', from: '2026-03-01', to: '2026-03-30' }),
  'table of usage': () => chartOf(serving(), { range: '1w', view: 'table', 'group-by': 'channel' }),
  'support plan': () => supportPlan(serving()),
  'invoices, one opened and one chosen': async () => {
    const el = await invoiceList(serving());
    press(el, 'details');
    await settled(el);
    await tick(el, 'tbody [part~="choice"]');
    return el;
  },
  'invoices of many pages': async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(45)).client());
    el.pageSize = 5;
    el.status = 'paid';
    await settled(el);
    press(el, 'next-page');
    await settled(el);
    return el;
  },
  'invoices that are overdue': () => invoiceList(serving({}, 'past-due')),
  'review of a purchase, something missing': async (time) => {
    const el = await readyCheckout(time, shop().client, upgrade);
    press(el, 'confirm');
    await settled(el);
    return el;
  },
  'details of a transfer': async (time) => {
    const el = await readyCheckout(time, shop().client, reload);
    await choose(el, 'Wire');
    await order(el);
    return el;
  },
  'pages as tabs': async () => {
    const el = await mount(html`<billing-console .client=${serving()}></billing-console>`);
    await until(() => el.shadowRoot?.querySelector('plan-usage:state(ready)'), 'plan');
    return el;
  },

  'dialog of plans': async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'change');
    return el;
  },
  'dialog of plans, paying': async (time) => {
    const el = await planUsage(serving());
    await openDialog(el, 'change');
    press(el, 'choose');
    await checkoutIn(el, time);
    return el;
  },
  'dialog of a reload, an amount wrong': async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'reload');
    await tick(el, '[value="other"]');
    await tick(el, '[type="checkbox"]');
    press(el, 'continue');
    await settled(el);
    return el;
  },
  'dialog of automatic reload': async (time) => {
    const el = await planUsage(serving());
    await openDialog(el, 'change-auto-reload');
    await time.pass(500);
    await tick(el, '[type="checkbox"]');
    return el;
  },
  'dialog of support plans': async () => {
    const el = await supportPlan(serving());
    await openSupportDialog(el, 'change');
    return el;
  },
  'dialog that cancels support': async (time) => {
    const el = await supportPlan(serving());
    await openSupportDialog(el, 'cancel');
    await time.pass(500);
    await settled(el);
    return el;
  },
  'dialog that pays an invoice': async (time) => {
    const el = await invoiceList(serving({}, 'past-due'));
    press(el, 'pay');
    await until(() => parts(el, 'checkout').length === 1, 'payment page');
    await settled(el);
    await time.pass(500);
    await settled(el);
    return el;
  },
};
