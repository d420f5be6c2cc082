/** Whatever goes, is locked or is drawn anew: the focus stays where the person is, and never falls to the page. */
import { expect } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import { bucketStarts } from '../../src/billing/usage-range.js';
import '../../src/elements/invoice-list/list-export.js';
import { focused, focusedPart, keys, tabTo } from '../support/accessibility.js';
import { agree, choose, order, readyCheckout, reload, shop } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { fileOf, FileServer, listOf } from '../support/invoice-files.js';
import { invoiceList, invoicesFrom, InvoiceServer } from '../support/invoice-pages.js';
import { inState, parts, settled } from '../support/mount.js';
import { openDialog, planUsage } from '../support/plan-usage.js';
import { failing, held, serving } from '../support/serving.js';
import { openDialog as openSupportDialog, supportPlan } from '../support/support-plan.js';
import { chartOf, choose as chooseRange, withMeter } from '../support/usage-chart.js';

/** One a day, however many days are asked for. */
const ones: BillingApi['usage'] = ({ from, granularity, meter, to }) => {
  const starts = bucketStarts({ from, to, granularity });
  const buckets = starts.map((start) => ({ start, value: '1', partial: false }));
  return Promise.resolve({ meter, granularity, from, to, timeZone: 'UTC', buckets });
};

/** Puts the focus on the first control of a part, and presses a key there. */
async function pressed(el: Element, part: string, key = 'Enter'): Promise<void> {
  const [control] = parts(el, part);
  if (!control) throw new Error(`There is no ${part}.`);
  control.focus();
  expect(focused() === control, `${part} takes the focus`).to.equal(true);
  await keys(key);
}

describe('The focus', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
  });

  it('Focus kept (WCAG 2.4.3): "Try again" hands it to the line that says how things stand', async () => {
    const el = await planUsage(serving({ account: failing('upstream_unavailable') }));
    await pressed(el, 'retry');
    const atOnce = focusedPart();
    await settled(el);
    expect([atOnce, focusedPart()]).to.eql(['status', 'status']);
  });

  it('Focus kept (WCAG 2.4.3): once "Try again" has worked it is on the title of what is there', async () => {
    let isDown = true;
    const { account, ...others } = serving();
    const client: BillingApi = {
      ...others,
      account: (options) => (isDown ? failing('upstream_unavailable')() : account(options)),
    };
    const el = await planUsage(client);
    isDown = false;
    await pressed(el, 'retry');
    await inState(el, 'ready');
    await settled(el);
    expect(focusedPart()).to.equal('heading');
  });

  it('Focus kept (WCAG 2.4.3): "Sign in again" hands it to the line that says how things stand', async () => {
    const el = await planUsage(serving({ account: failing('unauthenticated', { status: 401 }) }));
    await pressed(el, 'sign-in');
    await settled(el);
    expect(focusedPart()).to.equal('status');
  });

  it('Focus kept (WCAG 2.4.3): a refresh in the background leaves it where it is', async () => {
    const el = await planUsage(serving());
    parts(el, 'reload')[0]?.focus();
    el.reload();
    await settled(el);
    expect(focusedPart()).to.equal('reload');
  });

  it('Focus kept (WCAG 2.4.3): a refresh that fails leaves it where it is', async () => {
    const client = serving();
    const el = await planUsage(client);
    parts(el, 'reload')[0]?.focus();
    Object.assign(client, { account: failing('upstream_unavailable') });
    el.reload();
    await settled(el);
    expect(focusedPart()).to.equal('reload');
  });

  it('Focus kept (WCAG 2.4.3): undoing a scheduled change keeps it on the button, then leads to the title', async () => {
    const made = shop();
    const key = { idempotencyKey: 'key-of-a-cancellation' };
    await made.engine.cancelSubscription('support', { when: 'period_end' }, key);
    const answer = held<undefined>();
    const { resumeSubscription } = made.client;
    const el = await supportPlan({
      ...made.client,
      resumeSubscription: async (...args) => {
        await answer.promise;
        return resumeSubscription(...args);
      },
    });
    await pressed(el, 'keep');
    await settled(el);
    const meanwhile = focusedPart();
    answer.resolve(undefined);
    await settled(el);
    await settled(el);
    expect([meanwhile, focusedPart()]).to.eql(['keep', 'heading']);
  });

  it('Focus kept (WCAG 2.4.3): saving automatic reload keeps it on the button, then leads back to the opener', async () => {
    const answer = held<undefined>();
    const { setAutoTopUp, ...others } = serving();
    const el = await planUsage({
      ...others,
      setAutoTopUp: async (...args) => {
        await answer.promise;
        return setAutoTopUp(...args);
      },
    });
    await openDialog(el, 'change-auto-reload');
    await time.pass(500);
    await settled(el);
    await pressed(el, 'save');
    await settled(el);
    const meanwhile = focusedPart();
    answer.resolve(undefined);
    await settled(el);
    await settled(el);
    expect([meanwhile, focusedPart()]).to.eql(['save', 'change-auto-reload']);
  });

  it('Focus kept (WCAG 2.4.3): cancelling support keeps it on the button while that is on its way', async () => {
    const el = await supportPlan(serving({ cancelSubscription: () => held<never>().promise }));
    const dialog = await openSupportDialog(el, 'cancel');
    await time.pass(500);
    await settled(el);
    dialog.querySelector<HTMLElement>('[part~="cancel"]')?.focus();
    await keys('Enter');
    await settled(el);
    expect(focusedPart()).to.equal('cancel');
  });

  it('Focus kept (WCAG 2.4.3): cancelling support by Enter in a choice leads to the button, for choices are locked', async () => {
    const el = await supportPlan(serving({ cancelSubscription: () => held<never>().promise }));
    const dialog = await openSupportDialog(el, 'cancel');
    await time.pass(500);
    await settled(el);
    dialog.querySelector<HTMLElement>('[name="when"]')?.focus();
    await keys('Enter');
    await settled(el);
    expect(focusedPart()).to.equal('cancel');
  });

  it('Focus kept (WCAG 2.4.3): opening the page of the provider keeps it on the button that does', async () => {
    const el = await planUsage(serving({ createPaymentSession: () => held<never>().promise }));
    await pressed(el, 'change-method');
    await settled(el);
    expect(focusedPart()).to.equal('change-method');
    expect(parts(el, 'change-method')[0]?.getAttribute('aria-disabled')).to.equal('true');
  });

  it('Focus kept (WCAG 2.4.3): an order takes it to the words that say how it goes', async () => {
    const el = await readyCheckout(
      time,
      shop({ topUp: () => held<never>().promise }).client,
      reload,
    );
    await agree(el);
    await pressed(el, 'confirm');
    await settled(el);
    expect(focusedPart()).to.equal('progress');
  });

  it('Focus kept (WCAG 2.4.3): another way to pay after a failure begins at the title', async () => {
    const made = shop();
    made.engine.simulate.decline(true);
    const el = await readyCheckout(time, made.client, reload);
    await order(el);
    await pressed(el, 'start-anew');
    await settled(el);
    expect(focusedPart()).to.equal('heading');
  });

  it('Focus kept (WCAG 2.4.3): copying a detail of a transfer leaves it on the button', async () => {
    const el = await readyCheckout(time, shop().client, reload);
    await choose(el, 'Wire');
    await order(el);
    await pressed(el, 'copy');
    await settled(el);
    expect(focusedPart()).to.equal('copy');
  });

  it('Focus kept (WCAG 2.4.3): clearing the filters of invoices leads to the first of them', async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(3)).client());
    el.status = 'paid';
    await settled(el);
    await pressed(el, 'clear');
    await settled(el);
    expect([parts(el, 'clear').length, focusedPart()]).to.eql([0, 'status-filter']);
  });

  it('Focus kept (WCAG 2.4.3): choosing no invoice any more leads to where choosing begins', async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(3)).client());
    parts<HTMLInputElement>(el, 'choice')[1]?.click();
    await settled(el);
    await pressed(el, 'clear-choice');
    await settled(el);
    expect([parts(el, 'chosen').length, focusedPart()]).to.eql([0, 'choice']);
  });

  it('Focus kept (WCAG 2.4.3): choosing the invoices of all pages, and stopping that, stays in its bar', async () => {
    const server = new InvoiceServer(invoicesFrom(250));
    const el = await invoiceList(server.client());
    parts<HTMLInputElement>(el, 'choice')[0]?.click();
    await settled(el);
    server.instead.set('100', () => held<never>().promise);
    await pressed(el, 'choose-all');
    await settled(el);
    const meanwhile = focusedPart();
    await pressed(el, 'stop-choosing');
    await settled(el);
    expect([meanwhile, focusedPart()]).to.eql(['chosen', 'chosen']);
  });

  it('Focus kept (WCAG 2.4.3): saving the files of several invoices leaves it on the button', async () => {
    const server = new FileServer(() => held<never>().promise);
    const el = await listOf(server, ...invoicesFrom(2));
    parts<HTMLInputElement>(el, 'choice')[0]?.click();
    await settled(el);
    await pressed(el, 'download-chosen');
    await settled(el);
    expect(focusedPart()).to.equal('download-chosen');
  });

  it('Focus kept (WCAG 2.4.3): stopping the files of several invoices stays in its bar', async () => {
    const server = new FileServer(() => held<never>().promise);
    const el = await listOf(server, ...invoicesFrom(2));
    parts<HTMLInputElement>(el, 'choice')[0]?.click();
    await settled(el);
    await pressed(el, 'download-chosen');
    await settled(el);
    await pressed(el, 'archive-cancel');
    await settled(el);
    expect(focusedPart()).to.equal('chosen');
  });

  it('Focus kept (WCAG 2.4.3): stopping one file hands it back to the button that began it', async () => {
    const server = new FileServer(() => held<never>().promise);
    const el = await listOf(server, ...invoicesFrom(2));
    await pressed(el, 'download');
    await settled(el);
    await pressed(el, 'file-cancel');
    await settled(el);
    expect(focusedPart()).to.equal('download');
  });

  it('Focus kept (WCAG 2.4.3): a file that arrives leaves it on the button', async () => {
    const file = held<ReturnType<typeof fileOf>>();
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => undefined;
    const el = await listOf(new FileServer(() => file.promise), ...invoicesFrom(2));
    await pressed(el, 'download');
    await settled(el);
    file.resolve(fileOf(''));
    await settled(el);
    HTMLAnchorElement.prototype.click = click;
    expect(focusedPart()).to.equal('download');
  });

  it('Focus kept (WCAG 2.4.3): stopping an export of invoices leads back to its button', async () => {
    const server = new InvoiceServer(invoicesFrom(450));
    const el = await invoiceList(server.client());
    server.instead.set(undefined, () => held<never>().promise);
    await pressed(el, 'export');
    await settled(el);
    await pressed(el, 'export-cancel');
    await settled(el);
    expect([parts(el, 'export-cancel').length, focusedPart()]).to.eql([0, 'export']);
  });

  it('Focus kept (WCAG 2.4.3): another range leaves it on the filter', async () => {
    const el = await chartOf(serving(), { range: '1w', view: 'table' });
    const radio = parts(el, 'range')[0]?.querySelector('input');
    radio?.focus();
    await keys('ArrowRight');
    await settled(el);
    expect(focused()).to.be.an.instanceOf(HTMLInputElement);
    expect(el.range).to.equal('2w');
  });

  it('Focus kept (WCAG 2.4.3): the last rows of a long table leave it at the table', async () => {
    const client = await withMeter({ maxRangeDays: 2000 }, serving({ usage: ones }));
    const range = { range: 'custom', from: '2024-10-01', to: '2026-03-18', view: 'table' };
    const el = await chartOf(client, range);
    await pressed(el, 'more');
    await settled(el);
    expect([parts(el, 'more').length, focusedPart()]).to.eql([0, 'table']);
  });

  it('Focus kept (WCAG 2.4.3): it stays where it is while the fields of other days come', async () => {
    const el = await chartOf(serving(), { range: '1w', view: 'table' });
    parts(el, 'range').at(-1)?.querySelector('input')?.focus();
    await chooseRange(el, 'Custom');
    expect(focused()?.closest('[part~="range"]')?.textContent.trim()).to.equal('Custom');
  });

  it('Focus kept (WCAG 2.4.3): an element that is moved in the page keeps what it shows, and can be reached', async () => {
    const el = await planUsage(serving());
    const section = document.createElement('section');
    el.after(section);
    section.append(el);
    await settled(el);
    await tabTo((active) => active.part.contains('change'));
    expect(focusedPart()).to.equal('change');
  });

  it('Focus kept (WCAG 3.2.5): an element that loads takes it from nowhere', async () => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    for (const clientOf of [serving, () => serving({ account: failing('x') })]) {
      await planUsage(clientOf());
      await supportPlan(clientOf());
      await invoiceList(clientOf());
      expect(focused() === button).to.equal(true);
    }
    button.remove();
  });
});
