/** Accounts whose every name says whose it is, behind a line whose answers come when a test lets them. */
import { createMockBackend } from '../../mocks/mock-backend.js';
import { storyTime } from './clock.js';

const named = ['description', 'label', 'name', 'number', 'paymentMethod'];

interface Awaited {
  readonly account: string;
  readonly arrive: () => void;
}

export class MarkedAccounts {
  readonly #backend = createMockBackend({ now: () => Date.parse(storyTime) });
  readonly #bodies = new Map<string, Promise<string>>();
  #awaited: Awaited[] = [];
  /** Whether an answer comes even though nobody waits for it any more. */
  isDeaf = false;

  /** How many answers are on their way. */
  get underWay(): number {
    return this.#awaited.length;
  }

  /** Lets one of the answers arrive, whichever it is. */
  deliver(at: number): void {
    const [answer] = this.#awaited.splice(at, 1);
    answer?.arrive();
  }

  /** What comes too late for a round is no concern of the next. */
  forget(): void {
    this.#awaited = [];
  }

  /** Stands in for the page's own. */
  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input instanceof Request ? input.url : input), location.href);
    const [, account = '', resource = ''] = /^\/billing\/([^/]+)(\/.*)$/u.exec(url.pathname) ?? [];
    const body = this.#bodyOf(account, resource + url.search, init?.method ?? 'GET', init?.body);
    await new Promise<void>((arrive, leave) => {
      const answer = { account, arrive };
      this.#awaited.push(answer);
      if (this.isDeaf) return;
      init?.signal?.addEventListener('abort', () => {
        this.#awaited = this.#awaited.filter((one) => one !== answer);
        leave(init.signal?.reason as Error);
      });
    });
    return new Response(await body, { headers: { 'content-type': 'application/json' } });
  };

  /** Each is asked for once. */
  #bodyOf(account: string, path: string, method: string, sent?: BodyInit | null): Promise<string> {
    const key = `${account} ${method} ${path} ${typeof sent === 'string' ? sent : ''}`;
    const known = this.#bodies.get(key);
    if (known) return known;
    const asked = new Request(`${location.origin}/api/billing/accounts/acc_1${path}`, {
      method,
      body: sent ?? null,
      headers: { 'content-type': 'application/json' },
    });
    const made = this.#backend
      .handle(asked)
      .then((answer) => answer.text())
      .then((text) =>
        JSON.stringify(JSON.parse(text, (name, value: unknown) => marked(account, name, value))),
      );
    this.#bodies.set(key, made);
    return made;
  }
}

function marked(account: string, name: string, value: unknown): unknown {
  if (name === 'id' && String(value) === 'acc_1') return account;
  return named.includes(name) && typeof value === 'string' ? `${account} ${value}` : value;
}

/** Whose names stand in an element. */
export function accountsIn(element: Element): Set<string> {
  const text = element.shadowRoot?.textContent ?? '';
  return new Set(text.match(/\bacc-[a-z]\b/gu));
}
