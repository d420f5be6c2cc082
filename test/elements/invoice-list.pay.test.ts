import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import type {
  InvoiceListElement,
  InvoicePaidEvent,
} from '../../src/elements/invoice-list/invoice-list.js';
import { agree, choose, shop } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { focused } from '../support/invoice-files.js';
import { invoiceList } from '../support/invoice-pages.js';
import { inState, parts, press, settled, shownIn, texts } from '../support/mount.js';
import { watchNavigations } from '../support/navigations.js';
import type { Navigations } from '../support/navigations.js';

const open = 'inv-2026-0007';

describe('paying in <invoice-list>', () => {
  let time: HeldTime;
  let navigations: Navigations;
  const address = location.href;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
    navigations = watchNavigations();
  });
  afterEach(() => {
    navigations.stop();
    time.release();
    localStorage.clear();
    history.replaceState(null, '', address);
  });

  /** The payment page in the dialog, once its final button can be pressed. */
  const checkoutIn = async (el: InvoiceListElement): Promise<BillingCheckoutElement> => {
    await waitUntil(() => parts(el, 'checkout').length === 1, 'the payment page');
    const [checkout] = parts<BillingCheckoutElement & HTMLElement>(el, 'checkout');
    if (!checkout) throw new Error('There is no payment page.');
    await inState(checkout, 'ready');
    await settled(checkout);
    await time.pass(500);
    await settled(checkout);
    return checkout;
  };

  it('happens once, is told to the page, and shows in the list', async () => {
    const { client, engine, received } = shop({}, 'past-due');
    const el = await invoiceList(client);
    expect(texts(el, 'badge')[0]).to.equal('Overdue');
    press(el, 'pay');
    const checkout = await checkoutIn(el);
    expect(shownIn(checkout)).to.contain('$270.63');
    await agree(checkout);
    const paid = oneEvent<InvoicePaidEvent>(el, 'invoice-paid');
    press(checkout, 'confirm');
    expect((await paid).invoiceId).to.equal(open);
    expect(received.map(({ operation }) => operation)).to.eql(['payInvoice']);
    expect(engine.ledger.map(({ kind }) => kind)).to.eql(['invoice_payment']);
    await waitUntil(() => texts(el, 'badge')[0] === 'Paid', 'the list as it is now');
    expect(parts(el, 'pay')).to.eql([]);

    await waitUntil(() => parts(el, 'done').length === 1, 'the way back');
    press(el, 'done');
    await settled(el);
    expect(parts(el, 'dialog')).to.eql([]);
    expect(focused(el), 'the button is gone').to.equal('heading');
  });

  it('can be left: nothing is paid, and the focus is back on the button', async () => {
    const { client, engine } = shop({}, 'past-due');
    const el = await invoiceList(client);
    press(el, 'pay');
    await checkoutIn(el);
    expect(texts(el, 'dialog-heading')).to.eql(['Pay invoice']);
    press(el, 'close');
    await settled(el);
    expect(parts(el, 'dialog')).to.eql([]);
    expect(engine.ledger).to.eql([]);
    expect(focused(el)).to.equal('pay');
  });

  it('ends with the account whose invoice it is', async () => {
    const el = await invoiceList(shop({}, 'past-due').client);
    press(el, 'pay');
    await checkoutIn(el);
    el.client = shop({}, 'past-due').client;
    await settled(el);
    expect(parts(el, 'dialog')).to.eql([]);
  });

  it('begins anew for another invoice, or the same one', async () => {
    const el = await invoiceList(shop({}, 'past-due').client);
    press(el, 'pay');
    await checkoutIn(el);
    press(el, 'close');
    await settled(el);
    press(el, 'pay');
    const checkout = await checkoutIn(el);
    expect(checkout.invoiceId).to.equal(open);
    expect(parts(el, 'done')).to.eql([]);
    expect(parts(checkout, 'confirm')).to.have.length(1);
  });

  it('at a provider shows its outcome to who comes back', async () => {
    const { client, engine } = shop({}, 'past-due');
    const el = await invoiceList(client);
    press(el, 'pay');
    const checkout = await checkoutIn(el);
    await choose(checkout, 'PayPal');
    await agree(checkout);
    press(checkout, 'confirm');
    await waitUntil(() => navigations.to.length === 1, 'the way to the provider');
    const back = new URL(new URL(navigations.to[0] ?? '').searchParams.get('returnUrl') ?? '');
    el.remove();
    await settled(el);
    const [operation] = engine.simulate.waiting();
    engine.simulate.settle(operation?.operationId ?? '', 'approved');

    history.replaceState(null, '', back.pathname + back.search);
    const heard: string[] = [];
    const listen = ({ invoiceId }: InvoicePaidEvent) => heard.push(invoiceId);
    document.body.addEventListener('invoice-paid', listen);
    const again = await invoiceList(client);
    await waitUntil(() => parts(again, 'done').length === 1, 'the outcome');
    document.body.removeEventListener('invoice-paid', listen);
    expect(heard).to.eql([open]);
    expect(location.search).not.to.contain('billing-return');
    await waitUntil(() => texts(again, 'badge')[0] === 'Paid', 'the list as it is now');
  });
});
