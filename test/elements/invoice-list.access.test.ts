import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import type { WorldName } from '../../mocks/memory-engine.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import { BillingError } from '../../src/api/billing-error.js';
import type { Account } from '../../src/billing/types.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import { faces } from '../../src/ui/faces.js';
import type { BillingErrorEvent } from '../../src/ui/faces.events.js';
import type { Face } from '../../src/ui/faces.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { invoiceList, invoicesFrom, InvoiceServer, numbersIn } from '../support/invoice-pages.js';
import { mount, parts, press, settled, shownIn, texts } from '../support/mount.js';
import { failing, serving, unanswered } from '../support/serving.js';

/** What is asked of a world's engine, by the names of the reads. */
function listening(world: WorldName, change: (account: Account) => Account = (same) => same) {
  const engine = createMemoryEngine({ world, now: () => Date.parse(storyTime) });
  const asked: string[] = [];
  const client: BillingApi = {
    ...engine,
    account: async (options) => change(await engine.account(options)),
    invoices: (query, options) => {
      asked.push('invoices');
      return engine.invoices(query, options);
    },
    invoice: (id, options) => {
      asked.push(`invoice ${id}`);
      return engine.invoice(id, options);
    },
  };
  return { client, asked };
}

describe('who sees what in <invoice-list>', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(async () => {
    restoreClock();
    await setViewport({ width: 1024, height: 768 });
  });

  it('an enterprise account is told who helps, and no invoice is asked for', async () => {
    const { asked, client } = listening('enterprise');
    const el = await invoiceList(client);
    expect(el.matches(':state(denied)')).to.equal(true);
    expect(asked).to.eql([]);
    expect(texts(el, 'support').join(' ')).to.contain('Contact support');
    expect(texts(el, 'status'), 'no reproach beside that').to.eql(['']);
    expect(el.shadowRoot?.querySelectorAll('.danger')).to.have.length(0);
    expect([...parts(el, 'filters'), ...parts(el, 'export'), ...parts(el, 'retry')]).to.eql([]);
  });

  describe('who is sent to the support team', () => {
    const sentTo = (contact: NonNullable<Account['contact']>, contactUrl?: string) =>
      listening('enterprise', (account) => ({
        ...account,
        contact,
        can: {
          ...account.can,
          viewInvoices: {
            allowed: false,
            reason: 'contact_support',
            ...(contactUrl !== undefined && { contactUrl }),
          },
        },
      })).client;

    it('finds the contact that the server names, once the page has been asked', async () => {
      const el = await invoiceList(sentTo({ email: 'help@example.com' }));
      const reasons: unknown[] = [];
      el.addEventListener('contact-request', (event) => {
        reasons.push(event.reason);
        event.preventDefault();
      });
      const [contact] = parts<HTMLAnchorElement>(el, 'contact');
      expect(contact?.href).to.equal('mailto:help@example.com');
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
      contact?.dispatchEvent(click);
      expect(reasons).to.eql(['contact_support']);
      expect(click.defaultPrevented, 'the page has taken over').to.equal(true);
    });

    it('is told whom to ask where the server names nobody', async () => {
      const el = await invoiceList(sentTo({}));
      const whom = 'Please ask the people who gave you access to this account.';
      expect(shownIn(el)).not.to.contain(whom);
      press(el, 'contact');
      await settled(el);
      expect(shownIn(el)).to.contain(whom);
    });

    it('is led nowhere by an address that is not safe, of which the page hears once', async () => {
      const heard: string[] = [];
      const listen = ({ code }: BillingErrorEvent) => heard.push(code);
      document.body.addEventListener('billing-error', listen);
      const el = await invoiceList(sentTo({}, 'javascript:alert(1)'));
      el.requestUpdate();
      await settled(el);
      document.body.removeEventListener('billing-error', listen);
      expect(heard.filter((code) => code === 'unsafe_url')).to.have.length(1);
      expect(parts(el, 'contact').map(({ localName }) => localName)).to.eql(['button']);
    });
  });

  it('a person without the right is told so, without a button', async () => {
    const { asked, client } = listening('standard', (account) => ({
      ...account,
      can: { ...account.can, viewInvoices: { allowed: false, reason: 'no_permission' } },
    }));
    const el = await invoiceList(client);
    expect(el.matches(':state(denied)')).to.equal(true);
    expect(asked).to.eql([]);
    expect(shownIn(el)).to.contain('Only an owner of this account can see its invoices.');
    expect(parts(el, 'contact')).to.eql([]);
  });

  it('a person without the right is told so by the element where the account gives no reason', async () => {
    const { client } = listening('standard', (account) => ({
      ...account,
      can: { ...account.can, viewInvoices: { allowed: false } },
    }));
    const el = await invoiceList(client);
    expect(texts(el, 'status')).to.eql(['You do not have access to this.']);
  });

  it('where invoices are not offered, that is said', async () => {
    const { asked, client } = listening('standard', ({ can, ...account }) => {
      const { viewInvoices: _, ...others } = can;
      return { ...account, can: others };
    });
    const el = await invoiceList(client);
    expect(el.matches(':state(empty)')).to.equal(true);
    expect(asked).to.eql([]);
    expect(shownIn(el)).to.contain('This is not offered here.');
  });

  it('a right that is taken away takes what was shown with it', async () => {
    const server = new InvoiceServer(invoicesFrom(3));
    const el = await invoiceList(server.client());
    server.instead.set(undefined, failing('forbidden', { status: 403 }));
    el.reload();
    await settled(el);
    expect(el.matches(':state(denied)')).to.equal(true);
    expect(parts(el, 'invoice')).to.eql([]);
  });

  it('a refresh that fails takes nothing away', async () => {
    const engine = createMemoryEngine({ world: 'standard', now: () => Date.parse(storyTime) });
    let isBroken = false;
    const el = await invoiceList({
      ...engine,
      account: (options) =>
        isBroken
          ? Promise.reject(new BillingError('upstream_unavailable', { status: 502 }))
          : engine.account(options),
    });
    const before = numbersIn(el);
    isBroken = true;
    el.reload();
    await settled(el);
    expect(el.matches(':state(stale)')).to.equal(true);
    expect(numbersIn(el)).to.eql(before).and.not.be.empty;
  });

  it('who may look but not pay sees no button to pay', async () => {
    const { client } = listening('past-due', (account) => ({
      ...account,
      can: { ...account.can, payInvoice: { allowed: false, reason: 'no_permission' } },
    }));
    const el = await invoiceList(client);
    expect(parts(el, 'invoice')).to.have.length(2);
    expect(parts(el, 'pay')).to.eql([]);
  });

  it('another account sees nothing of the one before, not for a frame', async () => {
    const el = await invoiceList(new InvoiceServer(invoicesFrom(60)).client());
    press(el, 'next-page');
    await settled(el);
    el.client = serving({ account: unanswered });
    await el.updateComplete;
    expect(parts(el, 'invoice'), 'on its way').to.eql([]);
    el.client = serving({ account: failing('upstream_unavailable') });
    await settled(el);
    expect(parts(el, 'invoice'), 'failed').to.eql([]);
    const other = new InvoiceServer(invoicesFrom(2));
    el.client = other.client();
    await settled(el);
    expect(numbersIn(el)).to.eql(['N-00002', 'N-00001']);
    expect(
      other.asked.map(({ cursor }) => cursor),
      'from its first page',
    ).to.eql([undefined]);
  });

  describe('filters', () => {
    const choose = async (el: HTMLElement, id: string, value: string): Promise<void> => {
      const field = el.shadowRoot?.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
      if (!field) throw new Error(`There is no ${id}.`);
      field.focus();
      field.value = value;
      field.dispatchEvent(new Event('change'));
    };

    it('by status and days ask from the first page on, the last day included', async () => {
      const server = new InvoiceServer(invoicesFrom(60));
      const el = await invoiceList(server.client());
      press(el, 'next-page');
      await settled(el);
      await choose(el, 'status', 'open');
      await settled(el);
      expect(server.asked.at(-1)).to.eql({ limit: 20, order: 'desc', status: 'open' });
      await choose(el, 'from', '2025-01-01');
      await choose(el, 'to', '2025-12-31');
      await settled(el);
      expect(server.asked.at(-1)).to.eql({
        limit: 20,
        order: 'desc',
        status: 'open',
        from: '2025-01-01',
        to: '2026-01-01',
      });
      expect(el.to, 'the property follows').to.equal('2025-12-31');
    });

    it('that make no sense are said to, and nothing is asked for', async () => {
      const server = new InvoiceServer(invoicesFrom(3));
      const el = await invoiceList(server.client());
      await choose(el, 'to', '2025-01-01');
      await settled(el);
      const before = server.asked.length;
      await choose(el, 'from', '2025-02-01');
      await settled(el);
      expect(server.asked).to.have.length(before);
      expect(texts(el, 'problem')).to.eql(['The first day comes after the last one.']);
    });

    it('that make no sense from the start leave no empty table behind', async () => {
      const el = await mount<InvoiceListElement>(
        html`<invoice-list
          .client=${new InvoiceServer(invoicesFrom(3)).client()}
          from="2025-02-01"
          to="2025-01-01"
        ></invoice-list>`,
      );
      expect(texts(el, 'problem')).to.eql(['The first day comes after the last one.']);
      expect(parts(el, 'table')).to.eql([]);
    });

    it('can all be taken away, and the focus stays in the list', async () => {
      const server = new InvoiceServer([]);
      const el = await invoiceList(server.client());
      await choose(el, 'status', 'void');
      await settled(el);
      expect(shownIn(el)).to.contain('No invoice matches these filters.');
      press(el, 'clear');
      await settled(el);
      expect(server.asked.at(-1)).to.eql({ limit: 20, order: 'desc' });
      expect(shownIn(el)).to.contain('There are no invoices yet.');
      expect(el.shadowRoot?.activeElement, 'the focus').to.not.equal(null);
    });
  });

  describe('is accessible', () => {
    const cases: Partial<Record<Face, () => BillingApi>> = {
      loading: () => serving({ account: unanswered }),
      ready: () => serving(),
      empty: () => serving({}, 'empty'),
      partial: () => {
        const server = new InvoiceServer([]);
        server.instead.set(undefined, () =>
          Promise.resolve({ items: invoicesFrom(3), nextCursor: null, setAside: 1 }),
        );
        return server.client();
      },
      error: () => serving({ invoices: failing('upstream_unavailable') }),
      denied: () => serving({}, 'enterprise'),
      'signed-out': () => serving({ invoices: failing('unauthenticated', { status: 401 }) }),
    };
    for (const [face, client] of Object.entries(cases)) {
      it(`when ${face}`, async () => {
        const el = await invoiceList(client());
        expect(faces.filter((name) => el.matches(`:state(${name})`))).to.eql([face]);
        await expect(el).to.be.accessible();
      });
    }

    it('where it is narrow, with an invoice opened', async () => {
      await setViewport({ width: 360, height: 768 });
      const el = await invoiceList(serving({}, 'past-due'));
      press(el, 'details');
      await settled(el);
      await expect(el).to.be.accessible();
    });

    it('in Hebrew and dark alike', async () => {
      const el = await invoiceList(serving({}, 'huge'));
      el.dir = 'rtl';
      el.locale = 'he';
      await settled(el);
      await expect(el).to.be.accessible();
    });
  });

  it('tells the page once of each failure, without names or amounts', async () => {
    const heard: string[] = [];
    const note = (event: Event): void => {
      heard.push(JSON.stringify(event));
    };
    document.addEventListener('billing-error', note);
    await invoiceList(
      serving({
        invoices: () => Promise.reject(new BillingError('upstream_unavailable', { status: 503 })),
      }),
    );
    document.removeEventListener('billing-error', note);
    expect(heard).to.have.length(1);
  });
});
