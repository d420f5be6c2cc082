import { expect } from '@open-wc/testing';

import { seeded } from '../../mocks/generate/random.js';
import { createMockBackend } from '../../mocks/mock-backend.js';
import type { BillingApi } from '../../src/api/billing-api.js';
import { systemClock } from '../../src/api/clock.js';
import { createHttpClientWith } from '../../src/api/http-client.js';
import '../../src/api/reading.js';
import '../../src/elements/billing-checkout/billing-checkout.content.js';
import '../../src/elements/billing-checkout/billing-checkout.js';
import type { BillingCheckoutElement } from '../../src/elements/billing-checkout/billing-checkout.js';
import { rounds } from '../support/browser-commands.js';
import { reload, upgrade } from '../support/checkout.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { parts, texts } from '../support/mount.js';
import { turn } from '../support/turn.js';

const schedules = await rounds(1_000, 10_000);
const longest = 6;
const mostWindows = 2;

/** What becomes of an order on its way: it arrives, or not, and its answer does, or not. */
const fates = ['answered', 'answered', 'unanswered', 'lost', 'refused'] as const;

/** A person, a flaky line, and a server that is not ours to change. */
class Attempt {
  readonly backend = createMockBackend({ now: () => Date.parse(storyTime) });
  readonly windows: BillingCheckoutElement[] = [];
  readonly keys = new Set<string>();
  readonly steps: string[] = [];
  readonly #random: () => number;
  readonly #time: HeldTime;
  readonly #wish: object;
  #inFlight = 0;
  #isFlaky = true;

  readonly #client: BillingApi;

  constructor(seed: number, time: HeldTime) {
    this.#random = seeded(`schedule ${seed}`);
    this.#time = time;
    this.#wish = this.#random() < 0.5 ? reload : upgrade;
    this.#client = createHttpClientWith(
      {
        apiBase: `${location.origin}/api/billing/accounts/acc_1`,
        fetch: (...request) => this.#fetch(new Request(...request)),
      },
      { ...systemClock, random: this.#random },
    );
  }

  get ledger() {
    return this.backend.engine('acc_1').ledger;
  }

  get isDone(): boolean {
    const done = ['The reload is complete', 'The plan is changed', 'You have this plan already.'];
    return this.windows.some((el) =>
      [...texts(el, 'outcome-heading'), ...texts(el, 'empty')].some((text) => done.includes(text)),
    );
  }

  /** Does something that people do, and that should not cost them twice. */
  async step(): Promise<void> {
    const act = this.#oneOf([
      this.#confirm,
      this.#confirm,
      this.#confirm,
      this.#confirmEverywhere,
      this.#check,
      this.#loadAgain,
      this.#openWindow,
    ]);
    await act();
  }

  /** From now on the line holds; the person goes on until it is done. */
  async finish(): Promise<void> {
    this.#isFlaky = false;
    for (let tries = 0; tries < 10 && !this.isDone; tries += 1) {
      await (tries % 2 === 0 ? this.#check() : this.#confirm());
    }
  }

  close(): void {
    for (const el of this.windows) el.remove();
  }

  readonly #openWindow = async (): Promise<void> => {
    if (this.windows.length >= mostWindows) return;
    this.steps.push('open');
    const el = document.createElement('billing-checkout');
    Object.assign(el, { client: this.#client, ...this.#wish });
    document.body.append(el);
    this.windows.push(el);
    await this.#settle();
  };

  /** Whatever was on its way goes on without the page. */
  readonly #loadAgain = async (): Promise<void> => {
    this.steps.push('load again');
    this.windows.splice(0, 1)[0]?.remove();
    await this.#openWindow();
  };

  readonly #confirm = async (): Promise<void> => {
    const el = await this.#window();
    this.#agree(el);
    await el.updateComplete;
    this.#click(el, 'confirm', 1 + Math.floor(this.#random() * 3));
    // Now and then the person does something else before there is any answer.
    if (!this.#isFlaky || this.#random() < 0.8) await this.#settle();
  };

  readonly #confirmEverywhere = async (): Promise<void> => {
    await this.#window();
    for (const el of this.windows) this.#agree(el);
    await Promise.all(this.windows.map((el) => el.updateComplete));
    for (const el of this.windows) this.#click(el, 'confirm', 1);
    await this.#settle();
  };

  readonly #check = async (): Promise<void> => {
    this.#click(await this.#window(), 'check', 2);
    await this.#settle();
  };

  async #window(): Promise<BillingCheckoutElement> {
    if (this.windows.length === 0) await this.#openWindow();
    return this.#oneOf(this.windows);
  }

  #agree(el: BillingCheckoutElement): void {
    const [consent] = parts(el, 'consent');
    const box = consent?.querySelector('input');
    if (box && !box.checked) box.click();
  }

  #click(el: BillingCheckoutElement, part: string, times: number): void {
    const [button] = parts(el, part);
    if (!button) return;
    this.steps.push(`${part} × ${times}`);
    for (let click = 0; click < times; click += 1) button.click();
  }

  async #fetch(request: Request): Promise<Response> {
    this.#inFlight += 1;
    try {
      const key = request.headers.get('Idempotency-Key');
      if (key === null) return await this.backend.handle(request);
      this.keys.add(key);
      const fate = this.#isFlaky ? this.#oneOf(fates) : 'answered';
      this.steps.push(fate);
      if (fate === 'lost') throw new TypeError('cut off on the way there');
      if (fate === 'refused') return new Response(null, { status: 503 });
      const response = await this.backend.handle(request);
      if (fate === 'unanswered') throw new TypeError('cut off on the way back');
      return response;
    } finally {
      this.#inFlight -= 1;
    }
  }

  async #settle(): Promise<void> {
    await this.#quiet();
    // What waits for half a second at most: the next try, and the button that opens late.
    while (this.#time.due.some((wait) => wait <= 600)) {
      await this.#time.pass(600);
      await this.#quiet();
    }
  }

  async #quiet(): Promise<void> {
    for (let idle = 0; idle < 8; idle = this.#inFlight > 0 ? 0 : idle + 1) await turn();
  }

  #oneOf<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }
}

describe('However a person clicks, loads and opens, and whatever the line loses', () => {
  let time: HeldTime;
  beforeEach(() => {
    document.documentElement.lang = 'en';
    // Each schedule is to run the same whenever it is run, so no timer is left to the real time.
    time = holdTime(storyTime, 1);
  });
  afterEach(() => {
    time.release();
    localStorage.clear();
  });

  it(`has one effect under one key, in ${schedules} schedules`, async () => {
    let sent = 0;
    for (let seed = 1; seed <= schedules; seed += 1) {
      localStorage.clear();
      const attempt = new Attempt(seed, time);
      for (let step = 0; step < longest && !attempt.isDone; step += 1) await attempt.step();
      await attempt.finish();
      const told = `seed ${seed}: ${attempt.steps.join(', ')}`;
      expect(attempt.ledger.length, told).to.equal(1);
      expect(attempt.keys.size, told).to.equal(1);
      expect(attempt.isDone, told).to.equal(true);
      sent += attempt.steps.filter((step) => fates.some((fate) => fate === step)).length;
      attempt.close();
      await turn();
    }
    expect(sent, 'orders on their way').to.be.greaterThan(1.5 * schedules);
  }).timeout(300 * schedules);
});
