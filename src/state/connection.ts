import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';

import type { BillingApi } from '../api/billing-api.js';
import { clientOf } from './clients.js';
import { configured, nearest, settingsContext, whenConfigured } from './settings.js';
import type { BillingSettings } from './settings.js';

/** An element that may say some settings itself; what it leaves out comes from around it. */
export interface BillingHost extends ReactiveElement {
  readonly apiBase: string | null;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly readOnly: boolean;
  readonly client: BillingApi | undefined;
  readonly messages: object | undefined;
}

const connections = new WeakMap<BillingHost, BillingConnection>();

/** The one connection of an element, for all of its controllers. */
export function connectionOf(host: BillingHost): BillingConnection {
  const connection = connections.get(host) ?? new BillingConnection(host);
  connections.set(host, connection);
  return connection;
}

/** The settings that an element states itself. */
export function ownSettings(host: BillingHost): BillingSettings {
  return {
    apiBase: host.apiBase ?? undefined,
    client: host.client,
    locale: host.locale ?? undefined,
    timeZone: host.timeZone ?? undefined,
    readOnly: host.readOnly,
    messages: host.messages,
  };
}

/** Keeps its host in step with the settings around it, and with the client that follows from them. */
export class BillingConnection implements ReactiveController {
  readonly #host: BillingHost;
  readonly #provided: ContextConsumer<typeof settingsContext, BillingHost>;
  #stopListening: (() => void) | undefined;

  constructor(host: BillingHost) {
    this.#host = host;
    this.#provided = new ContextConsumer(host, { context: settingsContext, subscribe: true });
    host.addController(this);
  }

  get settings(): BillingSettings {
    return nearest(ownSettings(this.#host), this.#provided.value ?? {}, configured());
  }

  /** Whom to ask; `undefined` while the page has not said it. */
  get client(): BillingApi | undefined {
    return clientOf(this.settings);
  }

  hostConnected(): void {
    document.addEventListener('context-provider', this.#askAgain, true);
    this.#stopListening = whenConfigured(() => {
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#askAgain, true);
    this.#stopListening?.();
  }

  /** A provider may come after what it serves: its code is late, or it stands around a slot. */
  readonly #askAgain = (): void => {
    if (!this.#provided.value) this.#provided.hostConnected();
  };
}
