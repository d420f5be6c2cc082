import { expect } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import type { ChangePreview, InvoiceDetail, PaymentOption } from '../../src/billing/types.js';
import { checkout, choose, reload, shop, upgrade } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, press, settled, shownIn, texts } from '../support/mount.js';
import { failing, held } from '../support/serving.js';

const previewing = async (change: Partial<ChangePreview>): Promise<BillingApi> => {
  const { client } = shop();
  const preview = await client.previewChange('plan', { planId: 'plan_essential', when: 'now' });
  return { ...client, previewChange: () => Promise.resolve({ ...preview, ...change }) };
};

const paying = (items: PaymentOption[]): BillingApi =>
  shop({ paymentOptions: () => Promise.resolve({ items }) }).client;

const visa: PaymentOption = {
  id: 'pm_1',
  kind: 'saved',
  label: 'Visa •••• 4242',
  default: false,
  autoTopUp: true,
};

describe('The review of <billing-checkout>', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(() => {
    time.release();
  });

  it("shows a plan's lines, tax, what is due now and next, as the server sent them", async () => {
    const el = await checkout(shop().client, upgrade);
    expect(texts(el, 'summary')[0]).to.contain('New plan Essential $250.00 per month');
    expect(texts(el, 'summary')[0]).to.contain('Replaces Standard Takes effect at once');
    expect(texts(el, 'line')).to.eql(['Essential for 14 of 31 days Mar 18 – 31, 2026 $112.90']);
    expect(texts(el, 'sum')).to.eql(['Tax $9.31']);
    expect(texts(el, 'due')).to.eql(['Due now $122.21']);
    expect(texts(el, 'next')).to.eql(['Next payment on April 1, 2026 $270.63']);
    expect(el.matches(':state(ready)')).to.equal(true);
  });

  it('never adds up: figures that do not fit stand there as sent', async () => {
    const client = await previewing({ dueNow: { amount: '5.125', currency: 'KWD' } });
    const el = await checkout(client, upgrade);
    expect(texts(el, 'due')[0]).to.contain('5.125');
    expect(texts(el, 'line')[0]).to.contain('$112.90');
  });

  it('does not tell a tax twice that stands among the lines', async () => {
    const tax = { amount: '9.31', currency: 'USD' };
    const client = await previewing({
      tax,
      lines: [{ description: 'Sales tax', kind: 'tax', amount: tax }],
    });
    const el = await checkout(client, upgrade);
    expect(texts(el, 'line')).to.eql(['Sales tax $9.31']);
    expect(texts(el, 'sum')).to.eql([]);
  });

  it('says of an estimate that it is one, also where the person agrees', async () => {
    const el = await checkout(await previewing({ exact: false }), upgrade);
    expect(texts(el, 'costs')[0]).to.contain('Amount (estimate)');
    expect(texts(el, 'estimate')).to.eql(['Estimate']);
    expect(texts(el, 'consent')[0]).to.contain('The amount is an estimate.');
    expect(texts(el, 'confirm')).to.eql(['Confirm']);
  });

  it('says where the server cannot tell the amount, and prints no zero', async () => {
    const { client } = shop({ previewChange: failing('not_supported', { status: 404 }) });
    const el = await checkout(client, upgrade);
    expect(texts(el, 'cost-unknown')).to.eql([
      'The billing service does not say beforehand what this costs.',
    ]);
    expect(texts(el, 'due')).to.eql([]);
    expect(texts(el, 'consent')).to.eql(['I agree: Visa •••• 4242 is charged what this costs.']);
    expect(shownIn(el)).not.to.match(/\$0/);
  });

  it('asks for no way to pay where nothing is charged now, and says when the plan changes', async () => {
    const { client, engine } = shop();
    await engine.changePlan(
      'plan',
      { planId: 'plan_advanced', when: 'now', paymentOptionId: 'pm_visa_4242' },
      { idempotencyKey: 'key-of-the-arrangement' },
    );
    const el = await checkout(client, upgrade);
    expect(texts(el, 'way')).to.eql([]);
    expect(texts(el, 'due')).to.eql(['Due now $0.00']);
    expect(texts(el, 'consent')).to.eql([
      'I agree: Nothing is charged now. The plan changes to Essential on April 1, 2026.',
    ]);
    expect(texts(el, 'confirm')).to.eql(['Confirm']);
  });

  it('shows a reload with what it buys, at the price of the option as the server wrote it', async () => {
    const el = await checkout(shop().client, { ...reload, amount: '100' });
    expect(texts(el, 'summary')[0]).to.contain('Reload Credits 500 Billing sessions');
    expect(texts(el, 'due')).to.eql(['Due now $100.00']);
  });

  it('shows another amount as it was asked for, told in whole units', async () => {
    const el = await checkout(shop().client, { ...reload, amount: '123.30' });
    expect(texts(el, 'summary')[0]).to.contain('616 Billing sessions');
    expect(texts(el, 'due')).to.eql(['Due now $123.30']);
  });

  it('shows an invoice with its lines and taxes, and what is still to be paid', async () => {
    const { client } = shop({}, 'past-due');
    const el = await checkout(client, { purpose: 'invoice', invoiceId: 'inv-2026-0007' });
    expect(texts(el, 'summary')[0]).to.contain('INV-2026-0007');
    expect(texts(el, 'sum')).to.eql(['Sales tax $20.63']);
    expect(texts(el, 'due')).to.eql(['Due now $270.63']);
  });

  it('shows what an invoice already got, where that lessens what is due', async () => {
    const { client } = shop({}, 'past-due');
    const usd = (amount: string) => ({ amount, currency: 'USD' });
    const invoice: InvoiceDetail = {
      ...(await client.invoice('inv-2026-0007')),
      amountDue: usd('70.63'),
      amountPaid: usd('150.00'),
      creditsApplied: usd('50.00'),
    };
    const el = await checkout(
      { ...client, invoice: () => Promise.resolve(invoice) },
      { purpose: 'invoice', invoiceId: 'inv-2026-0007' },
    );
    expect(texts(el, 'sum')).to.eql([
      'Sales tax $20.63',
      'Total $270.63',
      'Credits applied $50.00',
      'Paid already $150.00',
    ]);
    expect(texts(el, 'due')).to.eql(['Due now $70.63']);
  });

  it('offers the ways to pay as radios, with what they mean, and starts with the default', async () => {
    const el = await checkout(shop().client, upgrade);
    expect(texts(el, 'way')).to.eql([
      'Visa •••• 4242 Charged at once Expires April 2028',
      'PayPal Continues on the provider’s page',
      'Credit or debit card Continues on the provider’s page',
      'Wire transfer Takes 4 to 8 business days',
    ]);
    const checked = parts(el, 'way').map((way) => way.querySelector('input')?.checked);
    expect(checked).to.eql([true, false, false, false]);
  });

  it('chooses nothing by itself where the server suggests nothing', async () => {
    const el = await checkout(paying([visa, { ...visa, id: 'pm_2', label: 'Other' }]), upgrade);
    expect(parts(el, 'way').some((way) => way.querySelector('input')?.checked)).to.equal(false);
    expect(texts(el, 'consent'), 'nothing to agree to yet').to.eql([]);
    await time.pass(500);
    await settled(el);
    press(el, 'confirm');
    await settled(el);
    expect(texts(el, 'problem')).to.eql(['Choose a way to pay.']);
    press(el, 'go-to-field');
    expect(el.shadowRoot?.activeElement?.getAttribute('value')).to.equal('pm_1');
  });

  it('has the only way there is chosen', async () => {
    const el = await checkout(paying([visa]), upgrade);
    expect(parts(el, 'way')[0]?.querySelector('input')?.checked).to.equal(true);
  });

  it('says in plain words what each way to pay will do', async () => {
    const el = await checkout(shop().client, reload);
    const words = [];
    for (const label of ['Visa', 'PayPal', 'Wire']) {
      await choose(el, label);
      words.push([texts(el, 'consent')[0], texts(el, 'confirm')[0]]);
    }
    expect(words).to.eql([
      ['I agree: Visa •••• 4242 is charged $100.00 now.', 'Pay $100.00'],
      ['I agree: You pay $100.00 on the next page, with PayPal.', 'Continue to payment'],
      ['I agree: You send $100.00 yourself: Wire transfer.', 'Place order'],
    ]);
  });

  it('shows a way to pay of a kind that it does not know by what the server calls it', async () => {
    const el = await checkout(paying([{ ...visa, kind: 'barter', label: 'Goats' }]), upgrade);
    expect(texts(el, 'way')).to.eql(['Goats']);
    expect(texts(el, 'consent')).to.eql(['I agree: You pay $122.21: Goats.']);
  });

  it('charges what is on file where the server leaves no choice', async () => {
    const { client } = shop({ paymentOptions: failing('not_supported', { status: 404 }) });
    const el = await checkout(client, upgrade);
    expect(texts(el, 'way')).to.eql([]);
    expect(texts(el, 'consent')).to.eql(['I agree: Visa •••• 4242 is charged $122.21 now.']);
    expect(texts(el, 'confirm')).to.eql(['Pay $122.21']);
  });

  it('says where nothing is on file either, that it does not know with what it is paid', async () => {
    const account = await shop().client.account();
    delete account.paymentMethod;
    const { client } = shop({
      account: () => Promise.resolve(account),
      paymentOptions: failing('not_supported', { status: 404 }),
    });
    const el = await checkout(client, upgrade);
    expect(texts(el, 'consent')).to.eql([
      'I agree: The way to pay on file is charged $122.21 now.',
    ]);
  });

  it('offers help in place of a form where there is no way to pay', async () => {
    const el = await checkout(paying([]), upgrade);
    expect(texts(el, 'support')[0]).to.contain('There is no way to pay on file');
    expect(parts(el, 'confirm')).to.eql([]);
  });

  it('tells the automatic reload where the person agrees, and rules out ways that it cannot use', async () => {
    const el = await checkout(shop().client, {
      ...reload,
      autoTopUp: {
        enabled: true,
        threshold: '50.00',
        amount: { amount: '250.00', currency: 'USD' },
      },
    });
    expect(texts(el, 'consent')[0]).to.contain(
      'From then on $250.00 is charged whenever the balance drops below $50.00',
    );
    const disabled = parts(el, 'way').filter((way) => way.querySelector('input')?.disabled);
    expect(disabled.map((way) => way.querySelector('bdi')?.textContent)).to.eql([
      'Credit or debit card',
      'Wire transfer',
    ]);
    expect(texts(el, 'way')[3]).to.contain('Cannot be used for automatic reload');
  });

  const nothings = {
    'a plan that the account has': [{ purpose: 'plan', planId: 'plan_standard' }, 'already'],
    'a plan that nobody offers': [{ purpose: 'plan', planId: 'plan_none' }, 'not offered'],
    'a balance that nobody knows': [{ ...reload, balanceId: 'none' }, 'not offered'],
    'nothing at all': [{}, 'Nothing has been chosen'],
    'a reload without an amount': [{ ...reload, amount: null }, 'Nothing has been chosen'],
    'a purpose that is none': [{ purpose: 'party', planId: 'plan_essential' }, 'Nothing has'],
  } as const;
  for (const [what, [wish, words]] of Object.entries(nothings)) {
    it(`says so in place of a form for ${what}`, async () => {
      const el = await checkout(shop().client, wish);
      expect(texts(el, 'empty')[0]).to.contain(words);
      expect(el.matches(':state(empty)')).to.equal(true);
      expect(parts(el, 'confirm')).to.eql([]);
    });
  }

  it('says of an invoice whether it is paid, or cannot be paid here', async () => {
    const said = async (invoiceId: string) =>
      texts(await checkout(shop().client, { purpose: 'invoice', invoiceId }), 'empty');
    expect(await said('inv-2026-0008')).to.eql(['This invoice is paid.']);
    expect(await said('inv-2026-0009')).to.eql(['There is nothing to pay here on this invoice.']);
  });

  it('leads to people for a plan by agreement', async () => {
    const el = await checkout(shop().client, { purpose: 'plan', planId: 'plan_enterprise' });
    expect(texts(el, 'support')[0]).to.contain('by agreement');
    expect(parts<HTMLAnchorElement>(el, 'contact')[0]?.href).to.match(/^https:/);
  });

  it('says why an account may not buy, and who helps', async () => {
    const el = await checkout(shop({}, 'enterprise').client, upgrade);
    expect(el.matches(':state(denied)')).to.equal(true);
    expect(texts(el, 'support')).to.eql([
      'Your plan is managed with our support team. Contact support',
    ]);
    expect(parts(el, 'confirm')).to.eql([]);
  });

  it('says what the person can do about it where the reason passes', async () => {
    const el = await checkout(shop({}, 'past-due').client, {
      purpose: 'plan',
      planId: 'plan_advanced',
    });
    expect(texts(el, 'empty')[0]).to.contain('Pay the open invoice first');
  });

  it('has no form when it is for reading only', async () => {
    const { client, received } = shop();
    const el = await checkout(client, { ...upgrade, readOnly: true });
    expect(texts(el, 'due')).to.eql(['Due now $122.21']);
    expect(el.shadowRoot?.querySelectorAll('button, input, a').length).to.equal(0);
    expect(received).to.eql([]);
  });

  it('fails as a whole, with a way to try again, while the ways to pay cannot be had', async () => {
    const { client } = shop();
    const broken = { ...client, paymentOptions: failing('upstream_unavailable') };
    const el = await checkout(broken, upgrade);
    expect(el.matches(':state(error)')).to.equal(true);
    Object.assign(broken, { paymentOptions: client.paymentOptions });
    parts(el, 'retry')[0]?.click();
    await settled(el);
    await settled(el);
    expect(texts(el, 'way').length).to.equal(4);
  });

  it('never shows what another account would pay', async () => {
    const { client } = shop();
    const el = await checkout(client, upgrade);
    const other = held<never>();
    el.client = shop({ account: () => other.promise }).client;
    await el.updateComplete;
    expect(texts(el, 'due')).to.eql([]);
    expect(el.matches(':state(loading)')).to.equal(true);
  });

  it('takes the texts of the page', async () => {
    const el = await checkout(shop().client, {
      ...upgrade,
      messages: { dueNow: 'Heute', consentCharge: (label, amount) => `${label}: ${amount}!` },
    });
    expect(texts(el, 'due')).to.eql(['Heute $122.21']);
    expect(texts(el, 'consent')).to.eql(['I agree: Visa •••• 4242: $122.21!']);
  });
});
