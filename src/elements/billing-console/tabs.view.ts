import { html } from 'lit';
import type { TemplateResult } from 'lit';

import type { ConsoleLocale } from './billing-console.content.js';
import type { ConsolePage } from './pages.js';

/** What the tabs are drawn from. */
export interface TabsView {
  readonly pages: readonly ConsolePage[];
  readonly open: ConsolePage;
  readonly select: (page: ConsolePage) => void;
}

export function pageTitle(page: ConsolePage, { messages }: ConsoleLocale): string {
  const titles: Record<ConsolePage, string> = {
    'plan-usage': messages.planAndUsage,
    support: messages.support,
    invoices: messages.invoices,
  };
  return titles[page];
}

/**
 * Tabs after the pattern of the ARIA Authoring Practices, with automatic activation:
 * https://www.w3.org/WAI/ARIA/apg/patterns/tabs/
 */
export function tabs(view: TabsView, locale: ConsoleLocale): TemplateResult {
  const { open, pages } = view;
  return html`<div
    part="tabs"
    class="tabs"
    role="tablist"
    aria-label=${locale.messages.consolePages}
    @keydown=${(event: KeyboardEvent) => {
      const page = pageByKey(event, view, locale.direction);
      if (page === undefined) return;
      event.preventDefault();
      view.select(page);
    }}
  >
    ${pages.map((page) => {
      const isOpen = page === open;
      return html`<button
        id="tab-${page}"
        part="tab ${isOpen ? 'selected' : ''}"
        class="tab"
        type="button"
        role="tab"
        aria-selected=${isOpen ? 'true' : 'false'}
        aria-controls="page-${page}"
        tabindex=${isOpen ? '0' : '-1'}
        @click=${() => {
          view.select(page);
        }}
      >
        ${pageTitle(page, locale)}
      </button>`;
    })}
  </div>`;
}

/** Arrows go the way they point on screen, and round; Home and End to the first and the last. */
function pageByKey(
  { altKey, ctrlKey, key, metaKey }: KeyboardEvent,
  { open, pages }: TabsView,
  direction: 'ltr' | 'rtl',
): ConsolePage | undefined {
  if (altKey || ctrlKey || metaKey) return undefined;
  const ahead = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const at = pages.indexOf(open);
  switch (key) {
    case 'Home':
      return pages[0];
    case 'End':
      return pages.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight':
      return pages.at((at + (key === ahead ? 1 : -1)) % pages.length);
    default:
      return undefined;
  }
}
