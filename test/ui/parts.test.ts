import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';

import '../../src/elements/billing-console/billing-console.content.js';
import '../../src/elements/billing-console/billing-console.js';
import type { BillingConsoleElement } from '../../src/elements/billing-console/billing-console.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { inState, mount, parts, press, settled } from '../support/mount.js';
import { checkoutIn, openDialog, planUsage } from '../support/plan-usage.js';
import type { PlanUsageElement } from '../../src/elements/plan-usage/plan-usage.js';
import { serving } from '../support/serving.js';

const colourOf = (element: Element | undefined): string =>
  element ? getComputedStyle(element).color : 'none';

/** A rule of the page's own style sheet. */
function rule(selector: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${selector} { color: rgb(1, 2, 3); }`);
  document.adoptedStyleSheets = [sheet];
}

describe('The parts of an element', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
    document.adoptedStyleSheets = [];
  });

  it('are reached by what they are one of', async () => {
    const el = await planUsage(serving());
    rule('plan-usage::part(button primary)');
    expect(colourOf(parts(el, 'primary')[0])).to.equal('rgb(1, 2, 3)');
    expect(colourOf(parts(el, 'change')[0])).not.to.equal('rgb(1, 2, 3)');
  });

  it('are those of the payment page in its dialog as well', async () => {
    const el = await planUsage(serving());
    rule('plan-usage::part(confirm)');
    await openDialog(el, 'reload');
    press(el, 'continue');
    const checkout = await checkoutIn(el, time);
    expect(colourOf(parts(checkout, 'confirm')[0])).to.equal('rgb(1, 2, 3)');
  });

  it('are those of what stands in a console as well, however deep', async () => {
    const el = await mount<BillingConsoleElement>(
      html`<billing-console .client=${serving()}></billing-console>`,
    );
    const plan = () => el.shadowRoot?.querySelector<PlanUsageElement>('plan-usage') ?? undefined;
    await waitUntil(() => plan()?.shadowRoot, 'the first page');
    const inner = plan();
    if (!inner) throw new Error('There is no <plan-usage>.');
    await inState(inner, 'ready');
    rule('billing-console::part(number), billing-console::part(confirm)');
    expect(colourOf(parts(inner, 'number')[0])).to.equal('rgb(1, 2, 3)');
    await openDialog(inner, 'reload');
    press(inner, 'continue');
    const checkout = await checkoutIn(inner, time);
    await settled(checkout);
    expect(colourOf(parts(checkout, 'confirm')[0])).to.equal('rgb(1, 2, 3)');
  });
});
