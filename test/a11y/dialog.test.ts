/** https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/: change plan, reload, automatic reload, cancel support. */
import { expect, waitUntil } from '@open-wc/testing';
import { sendMouse, setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';

import {
  focused,
  focusedNode,
  focusedPart,
  keys,
  nodeOf,
  nodesOf,
  pageButton,
  saidIn,
  tabTo,
} from '../support/accessibility.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { agree } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, press, settled } from '../support/mount.js';
import { checkoutIn, openDialog, planUsage, type } from '../support/plan-usage.js';
import { failing, held, serving } from '../support/serving.js';
import { openDialog as openSupportDialog, supportPlan } from '../support/support-plan.js';

interface Opened {
  readonly el: LitElement;
  /** The part of the button that opened it. */
  readonly opener: string;
  readonly heading: string;
}

const ofPlan = (opener: 'change' | 'reload', heading: string) => async (): Promise<Opened> => {
  const el = await planUsage(serving());
  await openDialog(el, opener);
  return { el, opener, heading };
};

const ofSupport = async (): Promise<Opened> => {
  const el = await supportPlan(serving());
  await openSupportDialog(el, 'cancel');
  return { el, opener: 'cancel', heading: 'Cancel support plan' };
};

const changePlan = ofPlan('change', 'Change plan');
const reload = ofPlan('reload', 'Reload');
/** Each dialog that an action opens. */
const dialogs = [changePlan, reload, ofSupport];

const dialogIn = (el: Element): HTMLDialogElement => {
  const [dialog] = parts<HTMLDialogElement>(el, 'dialog');
  if (!dialog) throw new Error('There is no dialog.');
  return dialog;
};

const isOpen = (el: Element): boolean => parts<HTMLDialogElement>(el, 'dialog').some((d) => d.open);

/** Does the same with each dialog, and closes it again; answers what was seen, in order. */
async function withEach<Seen>(see: (opened: Opened) => Promise<Seen> | Seen): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const open of dialogs) {
    const opened = await open();
    seen.push(await see(opened));
    opened.el.remove();
  }
  return seen;
}

const isInside = (el: Element): boolean => {
  const active = focused();
  for (let at: Node | null = active; at; at = at.parentNode ?? (at as ShadowRoot).host) {
    if (at === dialogIn(el)) return true;
  }
  return false;
};

describe('Dialogs', () => {
  let time: HeldTime;
  beforeEach(() => {
    localStorage.clear();
    time = holdTime(storyTime);
  });
  afterEach(async () => {
    time.release();
    localStorage.clear();
    await setViewport({ width: 1024, height: 768 });
  });

  it('Dialog (APG, roles): each is a dialog, and says that it is modal', async () => {
    const seen = await withEach(async () => (await nodesOf('dialog')).map(({ modal }) => modal));
    expect(seen).to.eql([[true], [true], [true]]);
  });

  it('Dialog (APG, properties): each is named by its heading', async () => {
    const seen = await withEach(async ({ heading }) => {
      const [dialog] = await nodesOf('dialog');
      return dialog?.name === heading;
    });
    expect(seen).to.eql([true, true, true]);
  });

  it('Dialog (WCAG 2.4.3): opening moves the focus to the heading, from where it is read', async () => {
    const seen = await withEach(async () => {
      const node = await focusedNode();
      return `${node?.role ?? ''} ${node?.name ?? ''}`;
    });
    expect(seen).to.eql(['heading Change plan', 'heading Reload', 'heading Cancel support plan']);
  });

  it('Dialog (APG, keyboard): Escape closes it', async () => {
    const seen = await withEach(async ({ el }) => {
      await keys('Escape');
      await settled(el);
      return isOpen(el);
    });
    expect(seen).to.eql([false, false, false]);
  });

  it('Dialog (APG, keyboard): after Escape the focus is back on the button that opened it', async () => {
    const seen = await withEach(async ({ el, opener }) => {
      await keys('Escape');
      await settled(el);
      return focusedPart() === opener;
    });
    expect(seen).to.eql([true, true, true]);
  });

  it('Dialog (WCAG 2.4.3): after "Close" the focus is back on the button that opened it', async () => {
    const seen = await withEach(async ({ el, opener }) => {
      await tabTo((active) => active.part.contains('close'));
      await keys('Enter');
      await settled(el);
      return [isOpen(el), focusedPart() === opener];
    });
    expect(seen).to.eql(Array.from({ length: 3 }, () => [false, true]));
  });

  it('Dialog (WCAG 2.4.3): the focus goes to the title where the opener is gone by then', async () => {
    const { el } = await ofSupport();
    parts(el, 'cancel')[0]?.remove();
    await keys('Escape');
    await settled(el);
    expect(focusedPart()).to.equal('heading');
  });

  it('Dialog (APG, keyboard): Tab never leads to the page behind it', async () => {
    const seen = await withEach(async ({ el }) => {
      const behind = [pageButton('before', el), pageButton('after', el)];
      let reached = 0;
      for (let stop = 0; stop < 12; stop += 1) {
        await keys('Tab');
        const active = focused();
        if (active && (behind.includes(active as HTMLButtonElement) || !isInside(el))) reached += 1;
      }
      return reached;
    });
    expect(seen).to.eql([0, 0, 0]);
  });

  it('Dialog (APG, keyboard): Shift+Tab never leads to the page behind it', async () => {
    const { el } = await reload();
    pageButton('before', el);
    const outside: string[] = [];
    for (let stop = 0; stop < 16; stop += 1) {
      await keys('Shift+Tab');
      if (focused() && !isInside(el)) outside.push(focusedPart());
    }
    expect(outside).to.eql([]);
  });

  it('Dialog (APG, keyboard): Tab goes on from the last control to the first', async () => {
    const { el } = await reload();
    await tabTo((active) => active.part.contains('continue'));
    // The browser's own controls come between.
    await tabTo((active) => active.part.contains('close'));
    expect(isInside(el)).to.equal(true);
  });

  it('Dialog (WCAG 1.3.2): what is behind it is not read', async () => {
    const { el } = await changePlan();
    pageButton('before', el);
    const names = (await accessibleNodes()).map(({ name }) => name);
    expect(names).to.include('Change plan').and.not.include('before the element');
    expect(names, 'the balances behind').not.to.include('Credits');
  });

  it('Dialog (WCAG 4.1.2): the button that closes it is named', async () => {
    const seen = await withEach(async () => (await nodeOf('button', 'Close')).name);
    expect(seen).to.eql(['Close', 'Close', 'Close']);
  });

  it('Dialog (WCAG 2.1.2): Escape leads out of a field that is being filled in', async () => {
    const { el } = await ofSupport();
    el.shadowRoot?.querySelector('textarea')?.focus();
    await keys('a', 'Escape');
    await settled(el);
    expect([isOpen(el), focusedPart()]).to.eql([false, 'cancel']);
  });

  it('Dialog (WCAG 3.3.4): a click beside it closes nothing, so what was typed stays', async () => {
    const { el } = await reload();
    await sendMouse({ type: 'click', position: [4, 4] });
    await settled(el);
    expect(isOpen(el)).to.equal(true);
  });

  it('Dialog (WCAG 2.4.3): its next step begins at the heading again', async () => {
    const { el } = await changePlan();
    await tabTo((active) => active.part.contains('choose'));
    await keys('Enter');
    await waitUntil(() => parts(el, 'checkout').length === 1, 'the payment page');
    await settled(el);
    expect(focusedPart()).to.equal('dialog-heading');
  });

  it('Dialog (WCAG 2.4.3): going back begins at the heading, with what was chosen still there', async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'reload');
    el.shadowRoot?.querySelector<HTMLInputElement>('[value="other"]')?.click();
    await settled(el);
    await type(el, 'free-amount', '150');
    press(el, 'continue');
    await checkoutIn(el, time);
    await tabTo((active) => active.part.contains('back'));
    await keys('Enter');
    await settled(el);
    expect(focusedPart()).to.equal('dialog-heading');
    expect((await nodeOf('textbox', /Other amount/)).value).to.equal('150');
  });

  it('Dialog (WCAG 2.4.3): a purchase that ends in it takes the focus to its outcome', async () => {
    const el = await planUsage(serving());
    await openDialog(el, 'reload');
    press(el, 'continue');
    const page = await checkoutIn(el, time);
    await agree(page);
    await tabTo((active) => active.part.contains('confirm'));
    await keys('Enter');
    await settled(page);
    await settled(page);
    expect(focusedPart()).to.equal('outcome-heading');
    expect((await focusedNode())?.name).to.equal('The reload is complete');
  });

  it('Dialog (WCAG 4.1.3): that its content is on its way is said politely', async () => {
    const plans = held<never>();
    const el = await planUsage(serving({ plans: () => plans.promise }));
    press(el, 'change');
    await waitUntil(() => parts(el, 'dialog').length === 1, 'the dialog');
    await settled(el);
    expect(await saidIn('status')).to.include('Loading…');
  });

  it('Dialog (WCAG 2.4.3): "Try again" in it hands the focus to the heading', async () => {
    const el = await planUsage(serving({ plans: failing('upstream_unavailable') }));
    press(el, 'change');
    await waitUntil(() => parts(el, 'retry').length === 1, 'the button');
    await tabTo((active) => active.part.contains('retry'));
    await keys('Enter');
    await settled(el);
    expect(focusedPart()).to.equal('dialog-heading');
  });

  it('Dialog (WCAG 2.4.3): a cancellation that is done takes the focus to the title', async () => {
    const { el } = await ofSupport();
    await time.pass(500);
    await settled(el);
    const buttons = [...dialogIn(el).querySelectorAll<HTMLElement>('[part~="cancel"]')];
    buttons[0]?.focus();
    await keys('Enter');
    await settled(el);
    expect([isOpen(el), focusedPart()]).to.eql([false, 'heading']);
  });

  it('Dialog (WCAG 2.4.11): whatever has the focus is in sight, where the window is low too', async () => {
    await setViewport({ width: 1024, height: 400 });
    const { el } = await changePlan();
    const hidden: string[] = [];
    for (let stop = 0; stop < 16; stop += 1) {
      await keys('Tab');
      const active = focused();
      if (active && isInside(el) && !isInSight(active, el)) hidden.push(focusedPart());
    }
    expect(hidden).to.eql([]);
  });

  it('Dialog (WCAG 1.4.10): at 320 px it fills the window and is read in one direction', async () => {
    await setViewport({ width: 320, height: 640 });
    const seen = await withEach(({ el }) => {
      const dialog = dialogIn(el);
      const body = dialog.querySelector('.dialog-body');
      const { left, right } = dialog.getBoundingClientRect();
      return [left >= 0, right <= 320, (body?.scrollWidth ?? 0) <= (body?.clientWidth ?? 0)];
    });
    expect(seen).to.eql(Array.from({ length: 3 }, () => [true, true, true]));
  });
});

/** Whether at least a part of a control is what stands on top where it is. */
function isInSight(control: HTMLElement, el: Element): boolean {
  const { bottom, height, left, top, width } = control.getBoundingClientRect();
  const points = [top + 1, top + height / 2, bottom - 1].map((y) => [left + width / 2, y] as const);
  return points.some(([x, y]) => {
    const there = el.shadowRoot?.elementFromPoint(x, y);
    return (
      there !== null && there !== undefined && (control.contains(there) || there.contains(control))
    );
  });
}
