import { expect, fixture, html } from '@open-wc/testing';

import '../../src/elements/billing-provider/billing-provider.js';
import type { BillingProviderElement } from '../../src/elements/billing-provider/billing-provider.js';
import '../../src/elements/plan-usage/plan-usage.content.js';
import '../../src/elements/plan-usage/plan-usage.js';
import type { PlanUsageElement } from '../../src/elements/plan-usage/plan-usage.js';
import { configureBilling, nearest } from '../../src/state/settings.js';
import { settled, shownIn } from '../support/mount.js';
import { serving } from '../support/serving.js';

describe('settings', () => {
  afterEach(() => {
    configureBilling({ client: undefined, messages: undefined, readOnly: undefined });
  });

  it('come from the nearest that says something', () => {
    const merged = nearest(
      { locale: 'de' },
      { locale: 'fr', timeZone: 'UTC' },
      { apiBase: '/page' },
    );
    expect(merged).to.include({ locale: 'de', timeZone: 'UTC', apiBase: '/page' });
  });

  it('never mix whom to ask: a nearer api-base beats a farther client', () => {
    const merged = nearest({ apiBase: '/near' }, { client: serving() });
    expect(merged.apiBase).to.equal('/near');
    expect(merged.client).to.equal(undefined);
  });

  it('reach elements inside a provider, and follow it', async () => {
    const provider = await fixture<BillingProviderElement>(html`
      <billing-provider .client=${serving()}><plan-usage></plan-usage></billing-provider>
    `);
    const [el] = provider.children as Iterable<Element> as [PlanUsageElement];
    await settled(el);
    expect(shownIn(el)).to.contain('Standard');
    provider.client = serving({}, 'trial');
    await provider.updateComplete;
    await settled(el);
    expect(shownIn(el)).to.contain('Trial');
    expect(shownIn(el)).not.to.contain('Standard');
  });

  it('of the page hold where nothing nearer does, and their texts add up', async () => {
    configureBilling({ client: serving(), messages: { currentPlan: 'Your tariff' } });
    const el = await fixture<PlanUsageElement>(html`<plan-usage></plan-usage>`);
    el.messages = { planAndUsage: 'Overview' };
    await settled(el);
    expect(shownIn(el)).to.contain('Your tariff');
    expect(shownIn(el)).to.contain('Overview');
  });
});
