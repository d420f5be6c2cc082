import type { ConsolePage } from './pages.js';

/**
 * Someone went to another page of the console. A host that keeps its place in the address does it here:
 *
 * ```js
 * console.addEventListener('page-change', ({ page }) => history.replaceState(null, '', `?page=${page}`));
 * ```
 */
export class PageChangeEvent extends Event {
  /** `plan-usage`, `support` or `invoices`. */
  readonly page: ConsolePage;

  constructor(page: ConsolePage) {
    super('page-change', { bubbles: true, composed: true });
    this.page = page;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'page-change': PageChangeEvent;
  }
}
