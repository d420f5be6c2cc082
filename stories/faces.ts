/** The nine faces of every element, as stories that are named and brought about alike. */
import { worker } from '../mocks/browser.js';
import { billingHandlers } from '../mocks/handlers.js';
import type { Backend } from '../mocks/handlers.js';
import type { BillingElement } from '../src/elements/billing-element.js';
import type { Face } from '../src/ui/faces.js';
import { allShown, found, until } from './acting.js';

interface FaceStory {
  readonly parameters: { readonly billing: Backend };
  readonly beforeEach: () => (() => void) | undefined;
  readonly play: (context: { readonly canvasElement: HTMLElement }) => Promise<void>;
}

/** What each face comes from, unless a story says otherwise. */
const causes: Readonly<Record<Face, Backend>> = {
  ready: {},
  loading: { fault: 'hanging' },
  empty: { world: 'empty' },
  partial: { fault: 'bad-row' },
  stale: {},
  error: { fault: '500' },
  denied: { fault: '403' },
  'signed-out': { fault: '401' },
  offline: { fault: 'offline' },
};

/**
 * A story of a face: its backend, and the proof that it is this face.
 * @param tag - the element that has it
 * @param backend - what it comes from here, where that is not as everywhere
 */
export function face(name: Face, tag: string, backend: Backend = causes[name]): FaceStory {
  return {
    parameters: { billing: backend },
    beforeEach: () => (name === 'offline' ? goOffline() : undefined),
    play: async ({ canvasElement }) => {
      const element = await found(canvasElement, tag);
      if (name === 'stale') {
        await inState(element, 'ready');
        await allShown(canvasElement);
        growStale(element, backend);
      }
      await inState(element, name);
      // The wait is told of once it has become a long one; until then this is half a story.
      if (name === 'loading') await told(element);
    },
  };
}

/** A refresh fails, and what was known stays. */
function growStale(element: Element, backend: Backend): void {
  worker.resetHandlers(...billingHandlers({ ...backend, fault: '500' }));
  (element as Element & Pick<BillingElement, 'reload'>).reload();
}

function inState(element: Element, state: Face): Promise<true> {
  return until(() => element.matches(`:state(${state})`) || undefined, `face ${state}`);
}

/** Waits until an element has said in words how it stands. */
export function told(element: Element): Promise<string> {
  const words = (): string | undefined =>
    element.shadowRoot?.querySelector('[part~="status"]')?.textContent.trim();
  return until(() => (words() === '' ? undefined : words()), 'word of how it stands');
}

/** The browser says so, and no request gets through. */
function goOffline(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  return () => Reflect.deleteProperty(navigator, 'onLine');
}
