/**
 * What an element goes through: it shows the data of one account, is turned to another one whose
 * backend fails, comes to itself when that is over, fails once more while it has data, and comes to
 * itself again. In each part the invariants must hold.
 */
import type { BillingElement } from '../../../src/elements/billing-element.js';
import type { HeldTime } from '../../support/held-time.js';
import { listenTo } from '../../support/live-log.js';
import type { LiveLog } from '../../support/live-log.js';
import { nextFrame, turn } from '../../support/turn.js';
import type { ElementName } from '../fault.js';
import { askers, check } from './check.js';
import type { Passed } from './check.js';
import { billingIn, controlIn, facesOf, figuresOf, textOf } from './deep.js';
import type { ElementResult, Problem, RunPlan } from './run.js';
import type { Seen } from './seen.js';
import type { Wire } from './wire.js';

interface Page {
  readonly plan: RunPlan;
  readonly held: HeldTime;
  readonly wire: Wire;
  readonly seen: Seen;
  readonly token: string;
  readonly stage: Element;
  readonly neighbour: Element;
}

/** The longest that any call may take, and some more. */
const callsEnd = 16_000;
/** So long nothing may happen by itself afterwards. */
const silence = 30_000;
/**
 * Where the server names a time, and be it none at all. By now the waits have doubled: two questions
 * need the same answer, each asks for it twice, and each time it is tried three times.
 */
const mostAgain = 12;
/** Real milliseconds after which a page that never comes to rest counts as hung. */
const patience = 60_000;

const attributes: Partial<Record<ElementName, Readonly<Record<string, string>>>> = {
  'billing-checkout': { purpose: 'plan', 'plan-id': 'plan_essential' },
};

const ways = '[part~="retry"], [part~="sign-in"]';

export async function playThrough(
  page: Page,
  { ends, name }: RunPlan['elements'][number],
): Promise<ElementResult> {
  const course = new Course(page, name);
  try {
    await course.begin();
    const [first, refresh] = ends;
    if (!page.plan.onRefreshOnly) {
      await course.turnTo('suffering', true);
      course.expect('first', first);
      await course.comeToItself('first');
    } else {
      await course.turnTo('suffering', false);
    }
    await course.refresh(refresh);
    await course.comeToItself('refresh');
  } catch (thrown) {
    course.note('stuck', `the course broke off: ${String(thrown)}`);
  }
  return course.end();
}

class Course {
  readonly #page: Page;
  readonly #name: ElementName;
  readonly #element: BillingElement;
  readonly #problems: Problem[] = [];
  readonly #faces: string[] = [];
  #log: LiveLog | undefined;
  #healthy = '';
  #isForeignForbidden = false;
  #neighbour: string;

  constructor(page: Page, name: ElementName) {
    this.#page = page;
    this.#name = name;
    this.#element = document.createElement(name);
    this.#neighbour = textOf(page.neighbour);
    for (const list of [page.seen.uncaught, page.seen.violations, page.seen.foreign])
      list.length = 0;
  }

  get #face(): string {
    return facesOf(this.#element).join('+');
  }

  note(kind: Problem['kind'], text: string): void {
    if (this.#problems.some((known) => known.kind === kind && known.text === text)) return;
    this.#problems.push({ kind, text });
  }

  /** Shows another account, in good health: that is what must not be seen afterwards. */
  async begin(): Promise<void> {
    for (const [name, value] of Object.entries(attributes[this.#name] ?? {})) {
      this.#element.setAttribute(name, value);
    }
    this.#element.apiBase = this.#base('foreign', 'standard');
    this.#page.stage.replaceChildren(this.#element);
    document.getElementById('beside')?.focus();
    await this.#untilDrawn();
    this.#look('healthy', { loadingFor: 0, calls: [], billingErrors: [], said: [] });
    this.#healthy = this.#face;
    if (!['ready', 'partial'].includes(this.#healthy))
      this.note('state', `begins ${this.#healthy}`);
    this.#log = listenTo(this.#element);
  }

  /** Turns to the other account: whatever its backend says, the first one is gone. */
  async turnTo(kind: string, shallFail: boolean): Promise<void> {
    await this.#order(shallFail ? 'on' : 'off');
    await this.#during('first', () => {
      // Where the page has its accounts to choose from.
      document.getElementById('beside')?.focus();
      this.#element.apiBase = this.#base(kind, 'acc_1');
      this.#page.seen.forbid(this.#element);
      this.#isForeignForbidden = true;
    });
  }

  async refresh(expected: string): Promise<void> {
    const before = textOf(this.#element);
    await this.#order('on');
    await this.#during('refresh', () => {
      this.#focusSomething();
      this.#element.reload();
    });
    this.expect('refresh', expected);
    const figures = figuresOf(before);
    const after = textOf(this.#element);
    const isRefused = ['signed-out', 'denied'].includes(this.#face);
    const kept = figures.filter((figure) => after.includes(figure));
    const mustStay = this.#face === 'stale' && !this.#page.plan.changesFigures;
    if (mustStay && kept.length < figures.length) {
      const lost = figures.filter((figure) => !after.includes(figure));
      this.note('lost', `I3: ${lost.slice(0, 5).join(' ')} of ${figures.length} figures`);
    }
    if (isRefused && kept.length > 0) this.note('lost', `data is still there: ${kept.join(' ')}`);
  }

  expect(part: string, face: string): void {
    if (this.#face !== face) this.note('state', `${part}: ${this.#face}, not ${face}`);
  }

  /** The fault is over. Who wants to go on finds a way, and is where they would have been. */
  async comeToItself(after: string): Promise<void> {
    const { isOffline } = this.#page.plan;
    await this.#order('off');
    const way = controlIn(this.#element, ways);
    const needsWay = ['error', 'offline', 'signed-out'].includes(this.#face);
    if (needsWay && !way) this.note('stuck', `nothing to press after ${after}: ${this.#face}`);
    await this.#during(`after ${after}`, () => {
      if (isOffline) {
        dispatchEvent(new Event('online'));
      } else if (way) {
        way.focus();
        way.click();
      } else {
        this.#element.reload();
      }
    });
    this.expect(`after ${after}`, this.#healthy);
  }

  end(): ElementResult {
    this.#page.seen.forbid(undefined);
    this.#log?.stop();
    this.#element.remove();
    return { name: this.#name, faces: this.#faces, problems: this.#problems };
  }

  #base(kind: string, account: string): string {
    const origin = kind === 'suffering' ? (this.#page.plan.other ?? '') : '';
    return `${origin}/${kind}/${this.#name}/accounts/${account}`;
  }

  #focusSomething(): void {
    const inside =
      controlIn(this.#element, 'button:not(:disabled)') ??
      controlIn(this.#element, '[part~="heading"]');
    (inside ?? document.getElementById('beside'))?.focus();
  }

  async #order(order: 'on' | 'off'): Promise<void> {
    if (this.#page.plan.isOffline) {
      Object.defineProperty(navigator, 'onLine', {
        configurable: true,
        get: () => order === 'off',
      });
    }
    await this.#control(order);
  }

  /** Tells the server, and hears which requests it will say nothing more to. */
  async #control(order: string): Promise<readonly number[]> {
    const response = await this.#page.wire.fetch(`/control/${order}`, { method: 'POST' });
    return ((await response.json()) as { readonly stalled: readonly number[] }).stalled;
  }

  /** Lets something begin, passes the time that all of it may take, and looks. */
  async #during(part: string, begin: () => void): Promise<void> {
    const { seen, wire } = this.#page;
    const start = Date.now();
    const from = { calls: wire.calls.length, errors: seen.billingErrors.length };
    this.#log?.take();
    begin();
    let loadingFor = 0;
    await this.#pass(start + callsEnd, () => {
      const isLoading = billingIn(this.#element).some((one) => one.matches(':state(loading)'));
      if (isLoading) loadingFor = Date.now() - start;
    });
    const { asksAgain } = this.#page.plan;
    if (asksAgain) await this.#untilLoaded();
    this.#faces.push(this.#face);
    const calls = wire.calls.slice(from.calls);
    this.#look(part, {
      loadingFor,
      calls: asksAgain ? [] : calls,
      billingErrors: seen.billingErrors.slice(from.errors),
      said: asksAgain ? [] : (this.#log?.take() ?? []).map(({ text }) => text),
    });

    const later = wire.calls.length;
    await this.#pass(Date.now() + silence);
    const more = wire.calls.slice(later);
    const limit = asksAgain ? mostAgain * (askers[this.#name] ?? 1) : 0;
    const tooOften = more.find((call) => more.filter((other) => other === call).length > limit);
    if (tooOften !== undefined) {
      this.note('requests', `${part}: ${more.length} more in ${silence} ms, ${tooOften}`);
    }
    if (asksAgain) await this.#untilLoaded();
  }

  #look(part: string, passed: Omit<Passed, 'isForeignForbidden' | 'neighbour'>): void {
    const { neighbour, seen, token } = this.#page;
    const now = textOf(neighbour);
    const isForeignForbidden = this.#isForeignForbidden;
    const all = { ...passed, isForeignForbidden, neighbour: { before: this.#neighbour, now } };
    for (const { kind, text } of check(this.#element, seen, all, token)) {
      this.note(kind, `${part}: ${text}`);
    }
  }

  /** In real time: here its code is fetched, of which nobody knows when it is there. */
  async #untilDrawn(): Promise<void> {
    const since = performance.now();
    while (
      billingIn(this.#element).some((one) => !facesOf(one)[0] || one.matches(':state(loading)'))
    ) {
      if (performance.now() - since > patience) throw new Error('It never shows healthy data.');
      await nextFrame();
    }
    await this.#rest();
  }

  /** An element that asks again by itself may just be doing so. */
  async #untilLoaded(): Promise<void> {
    await this.#pass(Date.now() + callsEnd, () => this.#face !== 'loading');
  }

  /** Passes time up to a moment, but only while nothing is on its way that will come. */
  async #pass(end: number, look: () => unknown = () => undefined): Promise<void> {
    const { held } = this.#page;
    for (;;) {
      await this.#rest();
      if (look() === true || Date.now() >= end) return;
      const next = held.due[0] ?? Infinity;
      await held.pass(Math.max(0, Math.min(next, end - Date.now())));
    }
  }

  /** Until all that was asked for is here, or will never come. */
  async #rest(): Promise<void> {
    const { wire } = this.#page;
    const since = performance.now();
    for (let calm = 0; calm < 2;) {
      const { activity } = wire;
      const stalled = wire.pending.length > 0 ? await this.#control('state') : [];
      for (let turns = 0; turns < 4; turns += 1) await turn();
      const moving = wire.pending.filter((number) => !stalled.includes(number));
      calm = wire.activity === activity && moving.length === 0 ? calm + 1 : 0;
      if (performance.now() - since > patience) {
        throw new Error(`${moving.length} on their way, ${stalled.length} more stand still`);
      }
    }
  }
}
