import { createContext } from '@lit/context';

import type { BillingApi } from '../api/billing-api.js';
import type { TokenProvider } from '../api/token.js';

/** What elements need to know of their page: whom to ask, and how to speak. */
export interface BillingSettings<Messages extends object = object> {
  /** URL of the API that already names one account, for example `/api/billing/accounts/acc_1`. */
  readonly apiBase?: string | undefined;
  /** An implementation of `BillingApi`, instead of `apiBase`. */
  readonly client?: BillingApi | undefined;
  /** Gives a short-lived token. It is kept in memory only, and sent to the origin of `apiBase` only. */
  readonly getToken?: TokenProvider | undefined;
  /** Whether cookies go along; as `fetch` knows it. Left out: not with a token, else to the same origin. */
  readonly credentials?: RequestCredentials | undefined;
  /** BCP 47 language tag; left out, the nearest `lang` decides. */
  readonly locale?: string | undefined;
  /** IANA time zone; left out, the account's. */
  readonly timeZone?: string | undefined;
  /** Hides every action. */
  readonly readOnly?: boolean | undefined;
  /** Texts that stand in for the built-in ones. */
  readonly messages?: Partial<Messages> | undefined;
  /** Exact https origins that links of the API may lead to; left out, any https origin. */
  readonly allowedOrigins?: readonly string[] | undefined;
}

const shared = Symbol.for('billing-settings');

/** Keyed by name, so that a provider serves elements that another copy of the package defined. */
export const settingsContext = createContext<BillingSettings>(shared);

interface PageSettings {
  settings: BillingSettings;
  readonly listeners: Set<() => void>;
}

/** The page's, not this copy's: a page may take the elements from one copy and this function from another. */
const page = ((globalThis as { [shared]?: PageSettings | undefined })[shared] ??= {
  settings: {},
  listeners: new Set(),
});

/**
 * Sets what holds for every element of the page unless a `<billing-provider>` or the element itself
 * says otherwise. A later call adds to the earlier ones; `undefined` takes a setting back.
 */
export function configureBilling(settings: BillingSettings): void {
  page.settings = { ...page.settings, ...settings };
  reconsider();
}

/** Makes every connection look again at its settings and at the client that follows from them. */
export function reconsider(): void {
  for (const listener of [...page.listeners]) listener();
}

/** The settings of the page, as they stand. */
export function configured(): BillingSettings {
  return page.settings;
}

/** Calls back whenever the settings of the page change; answers how to stop that. */
export function whenConfigured(listener: () => void): () => void {
  page.listeners.add(listener);
  return () => page.listeners.delete(listener);
}

/**
 * The settings that hold where several are given, nearest first. Whom to ask is one decision: the
 * nearest that names an `apiBase` or a `client` decides both.
 */
export function nearest(...levels: readonly BillingSettings[]): BillingSettings {
  const first = <Key extends keyof BillingSettings>(key: Key): BillingSettings[Key] =>
    levels.find((level) => level[key] !== undefined)?.[key];
  const target = levels.find(({ apiBase, client }) => client ?? apiBase) ?? {};
  return {
    client: target.client,
    apiBase: target.client ? undefined : target.apiBase,
    getToken: first('getToken'),
    credentials: first('credentials'),
    locale: first('locale'),
    timeZone: first('timeZone'),
    readOnly: levels.some(({ readOnly }) => readOnly),
    messages: Object.assign({}, ...levels.map(({ messages }) => messages).reverse()) as object,
    allowedOrigins: first('allowedOrigins'),
  };
}
