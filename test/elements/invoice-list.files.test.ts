import { expect, waitUntil } from '@open-wc/testing';

import type { InvoicePdf } from '../../src/billing/types.js';
import '../../src/elements/invoice-list/invoice-copy.js';
import type { InvoiceListElement } from '../../src/elements/invoice-list/invoice-list.js';
import { configureBilling } from '../../src/state/settings.js';
import { storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import {
  failuresOf,
  fileOf,
  FileServer,
  fileWords,
  focused,
  listOf,
} from '../support/invoice-files.js';
import { invoice } from '../support/invoice-pages.js';
import { parts, press, settled, textOf } from '../support/mount.js';
import { watchNavigations } from '../support/navigations.js';
import { failing, held, serving } from '../support/serving.js';

const preparing = (retryAfter?: number): InvoicePdf => ({
  kind: 'preparing',
  ...(retryAfter !== undefined && { retryAfter }),
});

const linkTo = (url: string) =>
  new FileServer(() =>
    Promise.resolve({ kind: 'link', url, expiresAt: '2026-03-18T15:40:00Z' } as InvoicePdf),
  );

/** Windows that were opened, and where they were sent. */
interface Windows {
  readonly opened: { opener: unknown; address: string }[];
  isBlocked: boolean;
}

describe('the file of an invoice in <invoice-list>', () => {
  const { open } = window;
  let windows: Windows;
  let time: HeldTime;
  let downloads: Downloads;

  beforeEach(() => {
    time = holdTime(storyTime);
    downloads = catchDownloads();
    windows = { opened: [], isBlocked: false };
    Reflect.set(window, 'open', (address: string) => {
      if (windows.isBlocked) return null;
      const view = { opener: window as unknown, address };
      windows.opened.push(view);
      return Object.assign(view, {
        location: { replace: (href: string) => Object.assign(view, { address: href }) },
      });
    });
  });
  afterEach(() => {
    Reflect.set(window, 'open', open);
    downloads.stop();
    time.release();
    configureBilling({ allowedOrigins: undefined });
  });

  const untilSaved = (count = 1) => waitUntil(() => downloads.saved.length === count, 'a file');

  const downloadFrom = async (server: FileServer): Promise<InvoiceListElement> => {
    const el = await listOf(server, invoice(1));
    press(el, 'download');
    await settled(el);
    return el;
  };

  describe('that the server has', () => {
    it('is saved as it is, under the name of the invoice', async () => {
      const server = new FileServer((id) => Promise.resolve(fileOf(`\u0000 of ${id} \u0007`)));
      const el = await downloadFrom(server);
      await untilSaved();
      expect(downloads.saved[0]?.name).to.equal('invoice-N-00001.pdf');
      expect(await downloads.text()).to.equal('%PDF-1.7\n\u0000 of n-00001 \u0007\n%%EOF\n');
      expect(server.asked).to.eql(['n-00001']);
      await settled(el);
      expect(fileWords(el)).to.equal('The file is saved.');
    });

    it('bears its id where it has no number yet, without what file systems reserve', async () => {
      const server = new FileServer(() => Promise.resolve(fileOf('')));
      const el = await listOf(server, invoice(1, { id: 'in/1', number: null }));
      press(el, 'download');
      await untilSaved();
      expect(downloads.saved[0]?.name).to.equal('invoice-in-1.pdf');
    });

    it('is not asked for where the page takes over', async () => {
      const server = new FileServer(() => Promise.resolve(fileOf('')));
      const el = await listOf(server, invoice(1));
      const asked: string[] = [];
      el.addEventListener('invoice-download', (event) => {
        asked.push(event.invoiceId);
        event.preventDefault();
      });
      press(el, 'download');
      await settled(el);
      expect(asked).to.eql(['n-00001']);
      expect(server.asked).to.eql([]);
      expect(fileWords(el)).to.equal('');
    });

    it('is asked for once, however often the button is pressed meanwhile', async () => {
      const wait = held<InvoicePdf>();
      const server = new FileServer(() => wait.promise);
      const el = await downloadFrom(server);
      const [button] = parts(el, 'download');
      expect(button?.ariaDisabled).to.equal('true');
      press(el, 'download');
      wait.resolve(fileOf(''));
      await untilSaved();
      await settled(el);
      expect(server.asked).to.have.length(1);
      expect(button?.ariaDisabled).to.equal('false');
    });
  });

  describe('behind a link', () => {
    it('is opened in a window that cannot reach this page', async () => {
      const server = linkTo('https://files.example/1.pdf?signature=s');
      const el = await downloadFrom(server);
      expect(windows.opened.map(({ address, opener }) => [address, opener])).to.eql([
        ['https://files.example/1.pdf?signature=s', null],
      ]);
      expect(parts(el, 'file-link')).to.eql([]);
    });

    it('is shown for the person to open where the browser lets no window open', async () => {
      windows.isBlocked = true;
      const el = await downloadFrom(linkTo('https://files.example/1.pdf'));
      const [link] = parts<HTMLAnchorElement>(el, 'file-link');
      expect(link && textOf(link)).to.equal('Open PDF');
      expect(link?.href).to.equal('https://files.example/1.pdf');
      expect(link?.target).to.equal('_blank');
      expect(link?.rel).to.equal('noopener noreferrer');
      await expect(el).to.be.accessible();
    });

    const unsafe: readonly (readonly [what: string, url: string])[] = [
      ['a script', 'javascript:alert(1)'],
      ['an address of this page', '/billing/1.pdf'],
      ['user name and password', 'https://pay.example@files.example/1.pdf'],
    ];
    for (const [what, url] of unsafe) {
      it(`is refused where that leads to ${what}`, async () => {
        const navigations = watchNavigations();
        const el = await listOf(linkTo(url), invoice(1));
        const heard = failuresOf(el);
        press(el, 'download');
        await settled(el);
        navigations.stop();
        expect(heard).to.eql(['invoice-list unsafe_url']);
        expect(windows.opened).to.eql([]);
        expect(navigations.to).to.eql([]);
        expect(parts(el, 'file-link')).to.eql([]);
        expect(fileWords(el)).to.contain('not safe');
      });
    }

    it('is refused where the page allows other origins only', async () => {
      configureBilling({ allowedOrigins: ['https://invoices.example'] });
      const el = await listOf(linkTo('https://files.example/1.pdf'), invoice(1));
      const heard = failuresOf(el);
      press(el, 'download');
      await settled(el);
      expect(heard).to.eql(['invoice-list unsafe_url']);
      expect(windows.opened).to.eql([]);
    });
  });

  describe('that is still being made', () => {
    it('is asked for again when the server says so, until it is there', async () => {
      const answers = [preparing(3), preparing(3), fileOf('late')];
      const server = new FileServer(() => Promise.resolve(answers.shift() ?? preparing()));
      const el = await downloadFrom(server);
      expect(fileWords(el)).to.equal('Being prepared… Cancel');
      await time.pass(2_999);
      expect(server.asked).to.have.length(1);
      await time.pass(1);
      expect(server.asked).to.have.length(2);
      await time.pass(3_000);
      await untilSaved();
      expect(await downloads.text()).to.contain('late');
    });

    it('is asked for every two seconds where the server does not say when', async () => {
      const server = new FileServer(() => Promise.resolve(preparing()));
      await downloadFrom(server);
      await time.pass(6_000);
      expect(server.asked).to.have.length(4);
    });

    it('is given up after a minute, which is said and told to the page', async () => {
      const server = new FileServer(() => Promise.resolve(preparing(20)));
      const el = await listOf(server, invoice(1));
      const heard = failuresOf(el);
      press(el, 'download');
      await settled(el);
      await time.pass(60_000);
      await settled(el);
      expect(server.asked, 'at once, then after 20, 40 and 60 seconds').to.have.length(4);
      expect(heard).to.eql(['invoice-list timeout']);
      expect(fileWords(el)).to.contain('did not answer in time');
      await time.pass(60_000);
      expect(server.asked, 'and no more').to.have.length(4);
    });

    it('is given up, and not asked for without end, where the server says "at once" each time', async () => {
      const server = new FileServer(() => Promise.resolve(preparing(0)));
      const el = await listOf(server, invoice(1));
      const heard = failuresOf(el);
      press(el, 'download');
      await settled(el);
      await time.pass(60_000);
      await settled(el);
      expect(server.asked.length).to.be.within(2, 61);
      expect(heard).to.eql(['invoice-list timeout']);
    });

    it('is no longer waited for once the person cancels, who stays in the row', async () => {
      const server = new FileServer(() => Promise.resolve(preparing(3)));
      const el = await listOf(server, invoice(2), invoice(1));
      const heard = failuresOf(el);
      parts(el, 'download')[1]?.click();
      await settled(el);
      press(el, 'file-cancel');
      await settled(el);
      expect(fileWords(el)).to.equal('');
      const row = el.shadowRoot?.activeElement?.closest('[part~="invoice"]');
      expect(row && textOf(row)).to.contain('N-00001');
      await time.pass(10_000);
      expect(server.asked).to.eql(['n-00001']);
      expect(heard).to.eql([]);
    });

    it('can be had after it was canceled', async () => {
      const server = new FileServer(() => Promise.resolve(preparing(3)));
      const el = await downloadFrom(server);
      press(el, 'file-cancel');
      await settled(el);
      server.answer = () => Promise.resolve(fileOf('second'));
      press(el, 'download');
      await untilSaved();
      expect(await downloads.text()).to.contain('second');
    });
  });

  describe('that cannot be had', () => {
    it('is said to be so in its row and told to the page once, and may be tried again', async () => {
      const server = new FileServer(failing('upstream_unavailable'));
      const el = await listOf(server, invoice(2), invoice(1));
      const heard = failuresOf(el);
      press(el, 'download');
      await settled(el);
      expect(heard).to.eql(['invoice-list upstream_unavailable']);
      const [first, second] = parts(el, 'file-status');
      expect(first?.querySelector('[role="alert"]')?.textContent).to.equal(
        'The billing service is not available.',
      );
      expect(second && textOf(second)).to.equal('');
      expect(el.matches(':state(ready)'), 'the list is as good as before').to.equal(true);
      await expect(el).to.be.accessible();

      server.answer = () => Promise.resolve(fileOf(''));
      press(el, 'download');
      await untilSaved();
      await settled(el);
      expect(fileWords(el)).to.equal('The file is saved.');
    });

    it('shows a code that nobody knows yet as it was sent', async () => {
      const server = new FileServer(failing('moon_phase', { status: 409 }));
      const el = await downloadFrom(server);
      expect(fileWords(el)).to.contain('moon_phase');
    });
  });

  describe('that is on its way', () => {
    it('is dropped with its words when another account comes', async () => {
      const wait = held<InvoicePdf>();
      const server = new FileServer(() => wait.promise);
      const el = await listOf(server, invoice(1));
      const heard = failuresOf(el);
      press(el, 'download');
      await settled(el);
      el.client = serving();
      await settled(el);
      expect(server.signals.map(({ aborted }) => aborted)).to.eql([true]);
      wait.resolve(fileOf(''));
      await settled(el);
      expect(downloads.saved).to.eql([]);
      expect(fileWords(el)).to.equal('');
      expect(heard).to.eql([]);
    });

    it('is dropped when the list leaves the page, but not when it is moved', async () => {
      const wait = held<InvoicePdf>();
      const server = new FileServer(() => wait.promise);
      const el = await downloadFrom(server);
      document.body.append(el);
      await settled(el);
      expect(server.signals.map(({ aborted }) => aborted)).to.eql([false]);
      el.remove();
      await settled(el);
      expect(server.signals.map(({ aborted }) => aborted)).to.eql([true]);
      wait.resolve(fileOf(''));
      await settled(el);
      expect(downloads.saved).to.eql([]);
    });

    it('leaves the focus where it was', async () => {
      const server = new FileServer(() => Promise.resolve(fileOf('')));
      const el = await downloadFrom(server);
      await untilSaved();
      expect(focused(el)).to.equal('download');
    });
  });
});
