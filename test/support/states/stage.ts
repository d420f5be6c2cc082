import { aTimeout } from '@open-wc/testing';

import type { WorldName } from '../../../mocks/memory-engine.js';
import type { BillingApi } from '../../../src/api/billing-api.js';
import type { HeldTime } from '../held-time.js';
import { serving } from '../serving.js';
import { turn } from '../turn.js';

/** A state that an element can be in, and how it gets there. */
export interface State {
  readonly name: string;
  readonly play: (stage: Stage) => Promise<unknown>;
  /** The narrowest place in which all of it can be seen, in pixels, where that is not any. */
  readonly least?: number;
}

type Widgets = Pick<
  HTMLElementTagNameMap,
  | 'billing-checkout'
  | 'billing-console'
  | 'invoice-list'
  | 'plan-usage'
  | 'support-plan'
  | 'usage-chart'
>;

/** Where elements are shown and used. Nothing here knows what a text says, so it works in every language. */
export class Stage {
  readonly place: HTMLElement;
  readonly time: HeldTime;
  readonly #dress: (client: BillingApi) => BillingApi;

  /** @param dress - What is done to each answer on its way to the elements. */
  constructor(place: HTMLElement, time: HeldTime, dress: (client: BillingApi) => BillingApi) {
    this.place = place;
    this.time = time;
    this.#dress = dress;
  }

  /** A world with single answers replaced. */
  client(answers: Partial<BillingApi> = {}, world: WorldName = 'standard'): BillingApi {
    return this.#dress(serving(answers, world));
  }

  /** Puts an element on the page, in place of what was there. */
  async put<Tag extends keyof Widgets>(
    tag: Tag,
    properties: Partial<Widgets[Tag]>,
  ): Promise<Widgets[Tag]> {
    const element = document.createElement(tag);
    Object.assign(element, properties);
    this.place.replaceChildren(element);
    await element.updateComplete;
    return element;
  }

  /** Whether a dialog is open. */
  get isOpen(): boolean {
    return findAll(this.place, 'dialog').length > 0;
  }

  /** Whether nothing is on its way any more. */
  get isSettled(): boolean {
    return findAll(this.place, ':state(loading)').length === 0;
  }

  /** Waits until something is there; time goes on meanwhile. */
  async until<Found>(look: () => Found | null | undefined | false, what: string): Promise<Found> {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      const found = look();
      if (found !== null && found !== undefined && found !== false) return found;
      // Most of it is here after some turns; code that is fetched takes longer.
      await (attempt < 40 ? turn() : aTimeout(5));
      await this.time.pass(20);
    }
    const shown = findAll(this.place, '[part]').map(({ innerText }) => innerText);
    throw new Error(`There is no ${what}, but: ${shown.join(' ').slice(0, 600)}`);
  }

  /** Waits until something of a part is there, and can be used. */
  shown(part: string): Promise<HTMLElement> {
    return this.found(`[part~="${part}"]:not(:disabled, [aria-disabled="true"], .visually-hidden)`);
  }

  /** Waits until something is there that a selector finds. */
  found(selector: string): Promise<HTMLElement> {
    return this.until(() => findAll(this.place, selector)[0], selector);
  }

  /** Presses the first control of a part. */
  async press(part: string): Promise<void> {
    const control = await this.shown(part);
    control.focus();
    control.click();
    await this.turn();
  }

  /** Presses, ticks or chooses what a selector finds, the last of it where there are several. */
  async click(selector: string): Promise<void> {
    await this.found(selector);
    findAll(this.place, selector).at(-1)?.click();
    await this.turn();
  }

  /** Fills a field, in place of what is there. */
  async type(selector: string, text: string): Promise<void> {
    const field = await this.found(selector);
    Object.assign(field, { value: text });
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await this.turn();
  }

  /** Waits until the element has a face. */
  async face(face: string): Promise<void> {
    await this.until(() => this.place.firstElementChild?.matches(`:state(${face})`), face);
    await this.turn();
  }

  /** Whether a chart is there. */
  get isDrawn(): boolean {
    return findAll(this.place, '.plot svg').length > 0;
  }

  /** Lets a chart take notice of another size. */
  async drawing(): Promise<void> {
    for (let frames = 0; frames < 2; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }

  /** Lets what was set off be drawn. */
  async turn(): Promise<void> {
    for (let turns = 0; turns < 8; turns += 1) await turn();
  }
}

/** Looks through shadow roots too. */
export function findAll(root: ParentNode, selector: string): HTMLElement[] {
  const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? findAll(shadowRoot, selector) : [],
  );
  return [...root.querySelectorAll<HTMLElement>(selector), ...inside];
}
