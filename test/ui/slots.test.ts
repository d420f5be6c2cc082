import { expect, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';

import type { BillingApi } from '../../src/api/billing-api.js';
import '../../src/elements/invoice-list/invoice-list.content.js';
import '../../src/elements/invoice-list/invoice-list.js';
import '../../src/elements/plan-usage/plan-usage.content.js';
import '../../src/elements/plan-usage/plan-usage.js';
import '../../src/elements/support-plan/support-plan.content.js';
import '../../src/elements/support-plan/support-plan.js';
import '../../src/elements/usage-chart/usage-chart.content.js';
import '../../src/elements/usage-chart/usage-chart.js';
import { order, readyCheckout, reload, shop } from '../support/checkout.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import { inState, mount, parts, shownIn } from '../support/mount.js';
import { failing, serving } from '../support/serving.js';

const footer = html`<p id="own" slot="footer">Prices without tax.</p>`;
const words = html`<p id="own" slot="empty">Nothing yet.</p>`;

const elements: Record<string, (client: BillingApi, own: TemplateResult) => TemplateResult> = {
  'plan-usage': (client, own) => html`<plan-usage .client=${client}>${own}</plan-usage>`,
  'usage-chart': (client, own) => html`<usage-chart .client=${client}>${own}</usage-chart>`,
  'support-plan': (client, own) => html`<support-plan .client=${client}>${own}</support-plan>`,
  'invoice-list': (client, own) => html`<invoice-list .client=${client}>${own}</invoice-list>`,
};

const signOf = (name: string) => html`<img id="own" slot=${name} alt="" width="24" height="24" />`;

const own = (el: Element): boolean =>
  el.querySelector('#own')?.checkVisibility({ visibilityProperty: true }) ?? false;

describe('A slot', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(() => {
    restoreClock();
  });

  for (const [tag, put] of Object.entries(elements)) {
    it(`of <${tag}> shows the page's footer, whatever becomes of the answers`, async () => {
      const el = await mount<LitElement>(put(serving(), footer));
      expect(own(el), 'with answers').to.equal(true);
      const failed = await mount<LitElement>(
        put(serving({ account: failing('upstream_unavailable') }), footer),
      );
      expect(own(failed), 'without').to.equal(true);
    });
  }

  for (const tag of ['usage-chart', 'invoice-list']) {
    it(`of <${tag}> shows the page's words where there is nothing, and only there`, async () => {
      const put = elements[tag]!;
      const el = await mount<LitElement>(put(serving({}, 'empty'), words));
      await inState(el, 'empty');
      expect(own(el), 'nothing').to.equal(true);
      const full = await mount<LitElement>(put(serving({}, 'standard'), words));
      expect(own(full), 'something').to.equal(false);
    });

    it(`of <${tag}> shows the page's sign above our words where there is nothing, and only there`, async () => {
      const put = elements[tag]!;
      const el = await mount<LitElement>(put(serving({}, 'empty'), signOf('empty-icon')));
      await inState(el, 'empty');
      expect(own(el), 'nothing').to.equal(true);
      expect(shownIn(el)).to.match(/No usage in this period\.|There are no invoices yet\./);
      const full = await mount<LitElement>(put(serving({}, 'standard'), signOf('empty-icon')));
      expect(own(full), 'something').to.equal(false);
    });
  }

  it('of <plan-usage> shows a sign of the way to pay beside its name', async () => {
    const el = await mount<LitElement>(elements['plan-usage']!(serving(), signOf('payment-icon')));
    expect(own(el)).to.equal(true);
    const method = el.shadowRoot?.querySelector('[part~="payment-method"]');
    const slot = method?.querySelector('slot');
    expect(slot?.assignedElements()).to.eql([...el.children]);
    expect(method?.textContent).to.contain('Visa');
  });

  it('of <billing-checkout> stands in for the sign of how it went', async () => {
    const time = holdTime(storyTime);
    const el = await readyCheckout(time, shop().client, reload);
    const sign = document.createElement('img');
    sign.slot = 'success-icon';
    el.append(sign);
    const ours = () => parts(el, 'icon').filter((icon) => icon.checkVisibility());
    await order(el);
    expect(parts(el, 'outcome')).to.have.length(1);
    expect(sign.assignedSlot?.closest('[part~="outcome"]')).not.to.equal(null);
    expect(ours()).to.eql([]);
    sign.slot = 'danger-icon';
    expect(ours(), 'another sign stays ours').to.have.length(1);
    time.release();
  });
});
