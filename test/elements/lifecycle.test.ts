import { expect, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';

import type { BillingApi } from '../../src/api/billing-api.js';
import '../../src/all.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { settled, shownIn } from '../support/mount.js';
import { serving, unanswered } from '../support/serving.js';
import { turn } from '../support/turn.js';

/** Every element that asks for something, with what it needs to do so. */
const asking = {
  'plan-usage': {},
  'usage-chart': { view: 'table' },
  'support-plan': {},
  'invoice-list': {},
  'billing-checkout': { purpose: 'plan', planId: 'plan_advanced' },
  'billing-console': {},
};

type Call = (...args: readonly unknown[]) => unknown;

/** A client that counts what it is asked for, and answers in place of another. */
function counting(client: BillingApi): {
  readonly client: BillingApi;
  readonly signals: AbortSignal[];
} {
  const signals: AbortSignal[] = [];
  const counted = Object.entries(client).map(([name, member]: [string, unknown]) => [
    name,
    typeof member !== 'function'
      ? member
      : (...args: readonly unknown[]) => {
          const options = args.find(
            (arg): arg is { signal: AbortSignal } =>
              typeof arg === 'object' && arg !== null && 'signal' in arg,
          );
          signals.push(options?.signal ?? AbortSignal.any([]));
          return (member as Call)(...args);
        },
  ]);
  return { client: Object.fromEntries(counted) as BillingApi, signals };
}

const silent = Object.fromEntries(
  Object.keys(serving()).map((name) => [name, unanswered]),
) as unknown as BillingApi;

const isReady = (element: Element) => () => element.matches(':state(ready)');

for (const [tag, properties] of Object.entries(asking)) {
  describe(`<${tag}>`, () => {
    let element: LitElement;
    const rejections: unknown[] = [];
    const note = ({ reason }: PromiseRejectionEvent): void => {
      rejections.push(reason);
    };

    const mountWith = (client: BillingApi, made = document.createElement(tag)): void => {
      Object.assign(made, { client, ...properties });
      document.body.append(made);
      if (!(made instanceof LitElement)) throw new Error(`${tag} is no element yet.`);
      element = made;
    };

    beforeEach(() => {
      document.documentElement.lang = 'en';
      setClock(storyTime);
      rejections.length = 0;
      addEventListener('unhandledrejection', note);
    });

    afterEach(() => {
      element.remove();
      removeEventListener('unhandledrejection', note);
      restoreClock();
      expect(rejections).to.eql([]);
    });

    it('asks nothing anew and shows the same after a thousand moves', async () => {
      const { client, signals } = counting(serving());
      mountWith(client);
      await waitUntil(isReady(element), 'ready', { timeout: 10_000 });
      await settled(element);
      const [asked, shown] = [signals.length, shownIn(element)];
      const places = [
        document.createElement('section'),
        document.createElement('section'),
      ] as const;
      document.body.append(...places);
      for (let move = 0; move < 1_000; move += 1) {
        places[move % 2 === 0 ? 0 : 1].append(element);
        // Some moves are over before anybody has looked, some are not.
        if (move % 10 === 0) await turn();
      }
      await settled(element);
      expect(signals.length - asked, 'requests').to.equal(0);
      expect(signals.filter(({ aborted }) => aborted)).to.eql([]);
      expect(shownIn(element)).to.equal(shown);
      for (const place of places) place.remove();
    }).timeout(60_000);

    it('takes back what it asked for when it is removed, and asks again on its return', async () => {
      const { client, signals } = counting(silent);
      mountWith(client);
      await waitUntil(() => signals.length > 0, 'a request', { timeout: 10_000 });
      await settled(element);
      element.remove();
      await settled(element);
      expect(signals.filter(({ aborted }) => !aborted)).to.eql([]);
      const asked = signals.length;
      await settled(element);
      expect(signals.length, 'asked while it is away').to.equal(asked);

      document.body.append(element);
      await waitUntil(() => signals.length > asked, 'another request', { timeout: 10_000 });
      Object.assign(element, { client: serving() });
      await waitUntil(isReady(element), 'ready', { timeout: 10_000 });
    }).timeout(60_000);

    it('knows what was set on it before it was an element', async () => {
      const elsewhere = document.implementation.createHTMLDocument();
      const early = elsewhere.createElement(tag);
      expect(early.shadowRoot, 'not yet one').to.equal(null);
      const { client, signals } = counting(serving());
      mountWith(client, early);
      await waitUntil(isReady(element), 'ready', { timeout: 10_000 });
      expect(signals.length).to.be.above(0);
    }).timeout(60_000);
  });
}
