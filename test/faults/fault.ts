import type { IncomingMessage, ServerResponse } from 'node:http';

import type { Face } from '../../src/ui/faces.js';

/** What is put on a page and suffers. */
export const elements = [
  'plan-usage',
  'usage-chart',
  'support-plan',
  'invoice-list',
  'billing-checkout',
  'billing-console',
] as const;

export type ElementName = (typeof elements)[number];

/** A good answer of the backend, as text. */
export interface GoodAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request that suffers a fault, and the line that its answer goes out on. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What is asked for below the account, without a query: `usage`, `subscriptions/plan`. */
  readonly resource: string;
  /** A server of another origin that is up. */
  readonly elsewhere: string;
  /** What the backend would have said. */
  good(): Promise<GoodAnswer>;
  /** Tells that nothing more comes before the other side gives up, so that time may pass. */
  stall(): void;
}

/** How an element stands that never had an answer, and one whose refresh suffers. */
type Ends = readonly [first: Face, refresh: Face];

export interface Fault {
  readonly name: string;
  /** Answers in place of the backend, or not at all. */
  readonly answer: (exchange: Exchange) => void | Promise<void>;
  /** How elements stand in the end; left out, `error` and `stale`. */
  readonly ends?: Ends;
  /** Elements that stand otherwise. */
  readonly but?: Partial<Record<ElementName, Ends>>;
  /** The API is of another origin than the page; `down`: and nobody listens there. */
  readonly origin?: 'other' | 'other-without-cors' | 'down';
  /** The server names a time, so the element goes on by itself. */
  readonly asksAgain?: boolean;
  /** The browser knows that it is offline. */
  readonly isOffline?: boolean;
  /** Figures come, but others: what was there need not stay. */
  readonly changesFigures?: boolean;
  /** A first answer like this one cannot be told from a good one. */
  readonly onRefreshOnly?: boolean;
}

export function endsOf(fault: Fault, element: ElementName): Ends {
  return fault.but?.[element] ?? fault.ends ?? ['error', 'stale'];
}

/** Whether this is about the part of an account that one element alone shows, not the account. */
const isPart = (resource: string): boolean => resource !== 'account';

/** Sends a whole answer. */
export function send(
  { response }: Exchange,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array = '',
): void {
  response.writeHead(status, { ...headers });
  response.end(body);
}

/** Sends what the backend says. */
async function sendGood(exchange: Exchange): Promise<void> {
  const { body, headers, status } = await exchange.good();
  send(exchange, status, headers, body);
}

export const json = { 'Content-Type': 'application/json' };

/** The same fault, but only for what comes beside the account. */
export function inParts(fault: Fault, changes: Partial<Fault>): Fault {
  return {
    ...fault,
    name: `${fault.name}, in parts`,
    answer: (exchange) => (isPart(exchange.resource) ? fault.answer(exchange) : sendGood(exchange)),
    ...changes,
  };
}

/** A console stands on the account alone; each page in it says for itself what it lacks. */
export const consoleStands = {
  but: { 'billing-console': ['ready', 'ready'] },
} satisfies Partial<Fault>;
