/** What happens on the page that nobody may miss; it starts before the page's own scripts. */

export interface BillingErrorNote {
  readonly code: unknown;
  readonly status: unknown;
  readonly tag: unknown;
  readonly keys: string;
}

export interface Seen {
  readonly uncaught: string[];
  readonly violations: string[];
  readonly billingErrors: BillingErrorNote[];
  /** Everything written to the console. */
  readonly console: string[];
  /** Texts that were put on the page while they were forbidden there. */
  readonly foreign: string[];
  /** From now on no text of this element may match; `undefined` lifts that. */
  forbid(element: Element | undefined): void;
}

/** How the data of the other account is marked. */
export const foreignMark = /\bForeign\b/u;

export function watchPage(): Seen {
  const uncaught: string[] = [];
  const violations: string[] = [];
  const billingErrors: BillingErrorNote[] = [];
  const written: string[] = [];
  const foreign: string[] = [];
  let forbidden: Element | undefined;

  addEventListener('error', ({ message }) => uncaught.push(message));
  addEventListener('unhandledrejection', ({ reason }) => uncaught.push(String(reason)));
  document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
    violations.push(`${violatedDirective} ${blockedURI}`);
  });
  document.addEventListener('billing-error', (event) => {
    const { code, status, tag } = event as Event & Omit<BillingErrorNote, 'keys'>;
    const keys = Object.keys(event).sort().join(' ');
    billingErrors.push({ code, status, tag, keys });
  });
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    const real = console[name].bind(console);
    console[name] = (...said: unknown[]) => {
      written.push(said.map(String).join(' '));
      real(...said);
    };
  }

  const look = (node: Node): void => {
    const text = node instanceof Text ? node.data : node.textContent;
    if (text && foreignMark.test(text)) foreign.push(text.slice(0, 80));
  };
  const observer = new MutationObserver((mutations) => {
    for (const { addedNodes, target, type } of mutations) {
      if (!forbidden || hostOf(target) !== forbidden) continue;
      if (type === 'childList') addedNodes.forEach(look);
      else look(target);
    }
  });
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
    return root;
  };

  return {
    uncaught,
    violations,
    billingErrors,
    console: written,
    foreign,
    forbid: (element) => {
      // What came before was not forbidden.
      observer.takeRecords();
      forbidden = element;
    },
  };
}

/** The outermost element whose shadow roots a node is in. */
function hostOf(node: Node): Element | undefined {
  let host: Element | undefined;
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = host.getRootNode()) {
    host = root.host;
  }
  return host;
}
