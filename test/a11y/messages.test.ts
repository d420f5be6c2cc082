/** What is said to those who do not look: once for a change of state, and nothing for what goes on behind. */
import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import type { LitElement, TemplateResult } from 'lit';

import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { BillingElement } from '../../src/elements/billing-element.js';
import '../../src/elements/billing-console/billing-console.content.js';
import '../../src/elements/billing-console/billing-console.js';
import '../../src/elements/plan-usage/plan-usage.js';
import { choose, order, readyCheckout, reload, shop } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { invoiceList, invoicesFrom, InvoiceServer } from '../support/invoice-pages.js';
import { listenTo } from '../support/live-log.js';
import type { LiveLog, Said } from '../support/live-log.js';
import { mount, parts, press, settled, texts } from '../support/mount.js';
import { failing, held, serving, unanswered } from '../support/serving.js';
import { openDialog as openSupportDialog, supportPlan } from '../support/support-plan.js';
import { chartOf, choose as chooseRange } from '../support/usage-chart.js';

/** Each element over a client, before anything is known. */
const widgets: Readonly<Record<string, (client: BillingApi) => TemplateResult>> = {
  'plan-usage': (client) => html`<plan-usage .client=${client}></plan-usage>`,
  'usage-chart': (client) => html`<usage-chart .client=${client}></usage-chart>`,
  'support-plan': (client) => html`<support-plan .client=${client}></support-plan>`,
  'invoice-list': (client) => html`<invoice-list .client=${client}></invoice-list>`,
  'billing-console': (client) => html`<billing-console .client=${client}></billing-console>`,
  'billing-checkout': (client) =>
    html`<billing-checkout
      .client=${client}
      purpose="plan"
      plan-id="plan_essential"
    ></billing-checkout>`,
};

const unavailable = 'The billing service is not available.';

describe('Messages', () => {
  let time: HeldTime;
  let log: LiveLog | undefined;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    log?.stop();
    time.release();
    localStorage.clear();
  });

  /** What is said while something is done with an element that is there already. */
  async function saidDuring(el: LitElement, act: () => unknown): Promise<Said[]> {
    log = listenTo(el);
    await act();
    await settled(el);
    await settled(el);
    const said = log.take();
    log.stop();
    return said;
  }

  /** What each element says from its first moment on. */
  async function saidByEach(
    clientOf: () => BillingApi,
    act: (el: BillingElement, client: BillingApi) => unknown,
  ): Promise<Record<string, Said[]>> {
    const all: Record<string, Said[]> = {};
    for (const [name, template] of Object.entries(widgets)) {
      const client = clientOf();
      const el = await mount<BillingElement>(template(client));
      await settled(el);
      all[name] = await saidDuring(el, () => act(el, client));
      el.remove();
    }
    return all;
  }

  const each = (said: readonly Said[]): Record<string, readonly Said[]> =>
    Object.fromEntries(Object.keys(widgets).map((name) => [name, said]));

  it('Messages (WCAG 4.1.3): a refresh in the background says nothing, whichever element it is', async () => {
    const said = await saidByEach(serving, (el) => {
      el.reload();
    });
    expect(said).to.eql(each([]));
  });

  it('Messages (WCAG 4.1.3): a refresh that fails says so once, politely, and how old the figures are', async () => {
    const said = await saidByEach(serving, (el, client) => {
      Object.assign(client, { account: failing('upstream_unavailable') });
      el.reload();
    });
    // What stands on a page of the console speaks for itself, beside the console.
    const { 'billing-console': _, ...alone } = said;
    for (const [name, all] of Object.entries(alone)) {
      expect(all, name).to.have.length(1);
      expect(all[0]?.kind).to.equal('status');
      expect(all[0]?.text).to.match(/^The billing service is not available\. Last updated at /);
    }
  });

  it('Messages (WCAG 4.1.3): a refresh that fails again, as the one before, says nothing more', async () => {
    const said = await saidByEach(serving, async (el, client) => {
      Object.assign(client, { account: failing('upstream_unavailable') });
      el.reload();
      await settled(el);
      log?.take();
      el.reload();
    });
    expect(said).to.eql(each([]));
  });

  it('Messages (WCAG 4.1.3): what cannot be loaded at all is said once, at once', async () => {
    const said = await saidByEach(
      () => serving({ account: unanswered }),
      async (el) => {
        el.client = serving({ account: failing('upstream_unavailable') });
        await settled(el);
      },
    );
    expect(said).to.eql(each([{ kind: 'alert', text: unavailable }]));
  });

  it('Messages (WCAG 4.1.3): who is signed out is told once, at once', async () => {
    const said = await saidByEach(serving, (el) => {
      el.client = serving({ account: failing('unauthenticated', { status: 401 }) });
    });
    expect(said).to.eql(each([{ kind: 'alert', text: 'You are signed out.' }]));
  });

  it('Messages (WCAG 4.1.3): who may not see it is told once, at once', async () => {
    const said = await saidByEach(serving, (el) => {
      el.client = serving({ account: failing('forbidden', { status: 403 }) });
    });
    expect(said).to.eql(each([{ kind: 'alert', text: 'You do not have access to this.' }]));
  });

  it('Messages (WCAG 4.1.3): a first load says nothing, and once it takes long it says that, politely', async () => {
    const said: Record<string, Said[]> = {};
    for (const [name, template] of Object.entries(widgets)) {
      const el = await mount<BillingElement>(template(serving({ account: unanswered })));
      said[name] = await saidDuring(el, async () => {
        await time.pass(3_900);
        expect(log?.take(), name).to.eql([]);
        await time.pass(200);
      });
      el.remove();
    }
    expect(said).to.eql(each([{ kind: 'status', text: 'This is taking longer than usual.' }]));
  });

  it('Messages (WCAG 4.1.3): a countdown to the next try is not said second by second', async () => {
    const busy = new BillingError('rate_limited', { status: 429, retryable: true, retryAfter: 30 });
    const client = serving({ account: () => Promise.reject(busy) });
    const el = await mount<BillingElement>(html`<plan-usage .client=${client}></plan-usage>`);
    await settled(el);
    const countdown = (): string => parts(el, 'status')[0]?.textContent ?? '';
    const before = countdown();
    const said = await saidDuring(el, () => time.pass(5_000));
    expect(before).to.match(/Trying again in \d+ seconds/);
    expect(countdown()).not.to.equal(before);
    expect(said).to.eql([]);
  });

  it('Messages (WCAG 4.1.3): what is missing from an answer is said once, politely', async () => {
    const server = new InvoiceServer(invoicesFrom(3));
    const el = await invoiceList(server.client());
    server.instead.set(undefined, (page) => Promise.resolve({ ...page, setAside: 1 }));
    const said = await saidDuring(el, () => {
      el.reload();
    });
    expect(said).to.eql([{ kind: 'status', text: '1 entry could not be shown.' }]);
  });

  it('Messages (WCAG 4.1.3): turning a page says that it is on its way, and which one it is', async () => {
    const server = new InvoiceServer(invoicesFrom(45));
    const el = await invoiceList(server.client());
    const arrived = held<undefined>();
    server.instead.set('20', async (page) => {
      await arrived.promise;
      return page;
    });
    const said = await saidDuring(el, async () => {
      press(el, 'next-page');
      await settled(el);
      arrived.resolve(undefined);
    });
    expect(said).to.eql([
      { kind: 'status', text: 'Loading invoices…' },
      { kind: 'status', text: 'Page 2' },
    ]);
  });

  it('Messages (WCAG 4.1.3): how many invoices are chosen is said in a region that was there before', async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(3)).client());
    const regions = el.shadowRoot?.querySelectorAll('[role="status"]').length;
    const said = await saidDuring(el, () => {
      parts<HTMLInputElement>(el, 'choice')[1]?.click();
    });
    expect(said).to.eql([{ kind: 'status', text: '1 invoice chosen' }]);
    expect(el.shadowRoot?.querySelectorAll('[role="status"]')).to.have.length(regions ?? 0);
  });

  it('Messages (WCAG 4.1.3): an export of many pages of invoices says its end, not each page', async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(450)).client());
    const { click } = HTMLAnchorElement.prototype;
    let saved = 0;
    HTMLAnchorElement.prototype.click = () => (saved += 1);
    const said = await saidDuring(el, async () => {
      press(el, 'export');
      for (let frame = 0; frame < 300 && saved === 0; frame += 1) {
        await new Promise((drawn) => requestAnimationFrame(drawn));
      }
    });
    HTMLAnchorElement.prototype.click = click;
    expect(said).to.eql([{ kind: 'status', text: 'The file is saved.' }]);
  });

  it('Messages (WCAG 4.1.3): a cancellation is confirmed once, politely', async () => {
    const el = await supportPlan(serving());
    const dialog = await openSupportDialog(el, 'cancel');
    await time.pass(500);
    await settled(el);
    const said = await saidDuring(el, () => {
      dialog.querySelector<HTMLElement>('[part~="cancel"]')?.click();
    });
    expect(said.map(({ kind }) => kind)).to.eql(['status']);
    expect(said[0]?.text).to.match(/^The support plan is canceled\./);
  });

  it('Messages (WCAG 4.1.3): that a scheduled end is undone is said once, politely', async () => {
    const made = shop();
    await made.engine.cancelSubscription(
      'support',
      { when: 'period_end' },
      { idempotencyKey: 'key-of-a-cancellation' },
    );
    const el = await supportPlan(made.client);
    const said = await saidDuring(el, () => {
      press(el, 'keep');
    });
    expect(said).to.eql([{ kind: 'status', text: 'The support plan is kept.' }]);
  });

  it('Messages (WCAG 4.1.3): an order says that it is on its way, and then how it went', async () => {
    const el = await readyCheckout(time, shop().client, reload);
    const said = await saidDuring(el, () => order(el));
    expect(said.map(({ kind }) => kind)).to.eql(['status', 'status']);
    expect(said[0]?.text).to.equal('Sending your confirmation…');
    expect(said[1]?.text).to.match(/^The reload is complete/);
  });

  it('Messages (WCAG 4.1.3): that a detail of a transfer is copied is said once, politely', async () => {
    const el = await readyCheckout(time, shop().client, reload);
    await choose(el, 'Wire');
    await order(el);
    const said = await saidDuring(el, async () => {
      press(el, 'copy');
      await settled(el);
    });
    expect(said).to.have.length(1);
    expect(said[0]?.text).to.match(/copied|copy it/);
  });

  it('Messages (WCAG 4.1.3): choosing another range says what was used in it, once, and nothing of the load behind it', async () => {
    const el = await chartOf(serving(), { range: '1w', view: 'table' });
    const said = await saidDuring(el, () => chooseRange(el, '2 weeks'));
    const [total] = texts(el, 'total');
    expect(said.map(({ kind }) => kind)).to.eql(['status']);
    expect(said[0]?.text).to.contain(`Mar 5 – 18, 2026, ${total} in total`);
    const after = await saidDuring(el, () => {
      el.reload();
    });
    expect(after, 'a refresh').to.eql([]);
    // What was said is not left behind for those who read on: the figure may be another one by now.
    el.range = '1w';
    await settled(el);
    expect(el.shadowRoot?.querySelector('.filters ~ [role="status"]')?.textContent).to.equal('');
  });

  it('Messages (WCAG 4.1.3): a range that the page sets is not told to somebody who has not asked for it', async () => {
    const el = await chartOf(serving(), { range: '1w', view: 'table' });
    const said = await saidDuring(el, () => {
      el.range = '2w';
    });
    expect(said).to.eql([]);
  });

  it('Messages (WCAG 4.1.3): every live region stands there before it says anything', async () => {
    const el = await mount<BillingElement>(html`<plan-usage .client=${serving()}></plan-usage>`);
    await waitUntil(() => el.matches(':state(ready)'));
    const roles = parts(el, 'status').flatMap((one) => [...one.children].map(({ role }) => role));
    expect(roles).to.eql(['alert', 'status']);
  });
});
