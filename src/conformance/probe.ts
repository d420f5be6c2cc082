import type { Account, Problem } from '../billing/types.js';
import { Broken, fewOf, must, needs, NotApplicable } from './check.js';
import type { Contract } from './contract.js';

type Values = Readonly<Record<string, string | number | undefined>>;

export interface Asking {
  readonly method?: string;
  readonly query?: Values;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: unknown;
  /** Without the headers that say who asks. */
  readonly isStranger?: boolean;
  /** As a form of another site would send it. */
  readonly isForged?: boolean;
}

/** An answer that was read to its end. */
interface Answer {
  /** What was asked, for example `GET /usage?meter=sessions`. */
  readonly asked: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
  /** What the contract's schemas find wrong with it. */
  readonly faults: readonly string[];
}

/** A server, as the checks ask it. */
export interface Probe {
  readonly now: Date;
  /** Whether cookies say who asks. */
  readonly hasCookie: boolean;
  readonly hasCredentials: boolean;
  /** Where a person is sent back to after a payment elsewhere. */
  readonly returnUrl: string;
  ask(path: string, asking?: Asking): Promise<Answer>;
  /** A good answer of the shape that is written, or a broken check. */
  read<Value>(path: string, asking?: Asking): Promise<Value>;
  /** The same, or a skipped check where the server says that it has no such thing for us. */
  readOffered<Value>(path: string, asking?: Asking): Promise<Value>;
  /** A problem with one of these codes, or a broken check. */
  refusal(path: string, codes: readonly string[], asking?: Asking): Promise<Problem>;
  /** The account; without a readable one, what depends on it is skipped. */
  account(): Promise<Account>;
  slots(): Promise<readonly string[]>;
  /** The operations that were refused as `not_supported` whenever they were asked for so far. */
  notServed(): readonly string[];
}

export interface ProbeOptions {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly headers: Readonly<Record<string, string>>;
  readonly contract: Contract;
  readonly now: Date;
  readonly returnUrl: string;
}

/** As long as the elements wait. */
const patience = 15_000;

const json = 'application/json, application/problem+json';

export function createProbe(options: ProbeOptions): Probe {
  const { baseUrl, fetch, headers, contract, now, returnUrl } = options;
  const base = baseUrl.replace(/\/+$/, '');
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  const [served, refused] = [new Set<string>(), new Set<string>()];

  const remember = (operation: string | undefined, status: number, text: string): void => {
    if (operation === undefined) return;
    if (status < 400) served.add(operation);
    else if (problemOf(text)?.code === 'not_supported') refused.add(operation);
  };

  const ask = async (path: string, asking: Asking = {}): Promise<Answer> => {
    const { method = 'GET', query = {}, body } = asking;
    const search = searchOf(query);
    const asked = `${method} ${path}${search}`;
    const response = await answered(asked, () =>
      fetch(`${base}${path}${search}`, {
        method,
        headers: {
          Accept: path.endsWith('/pdf') ? `application/pdf, ${json}` : json,
          ...(!asking.isStranger && headers),
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...(method !== 'GET' && !asking.isForged && { 'X-Requested-With': 'XMLHttpRequest' }),
          ...asking.headers,
        },
        body:
          body === undefined || typeof body === 'string' ? (body ?? null) : JSON.stringify(body),
        redirect: 'manual',
        signal: AbortSignal.timeout(patience),
      }),
    );
    const faults = await contract
      .faultsOfResponse(method, path, response.clone())
      .catch((error: unknown) => [`Its body cannot be read: ${String(error)}`]);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    remember(contract.operationAt(method, path), response.status, text);
    return { asked, status: response.status, headers: response.headers, text, bytes, faults };
  };

  const good = (answer: Answer): unknown => {
    const { asked, status, faults, text } = answer;
    must(status === 200, `${asked} answers ${status}${codeOf(text)}.`);
    must(faults.length === 0, `${asked} answers with faults: ${fewOf(faults)}.`);
    const type = answer.headers.get('Content-Type') ?? 'nothing';
    must(type.startsWith('application/json'), `${asked} answers with ${type}, not JSON.`);
    return JSON.parse(text);
  };

  let account: Promise<Account> | undefined;

  const probe: Probe = {
    now,
    hasCookie: names.includes('cookie'),
    hasCredentials: names.includes('cookie') || names.includes('authorization'),
    returnUrl,
    ask,
    read: async <Value>(path: string, asking?: Asking) => good(await ask(path, asking)) as Value,
    readOffered: async <Value>(path: string, asking?: Asking) => {
      const answer = await ask(path, asking);
      const code = problemOf(answer.text)?.code;
      const isOffered = answer.status < 400 || (code !== 'not_supported' && code !== 'forbidden');
      needs(isOffered || answer.faults.length > 0, `${answer.asked} answers ${code}.`);
      return good(answer) as Value;
    },
    refusal: async (path, codes, asking) => {
      const { asked, status, text, faults } = await ask(path, asking);
      must(status >= 400, `${asked} answers ${status}, no problem.`);
      must(faults.length === 0, `${asked} answers ${status}: ${fewOf(faults)}.`);
      const problem = problemOf(text) ?? { type: 'about:blank', status, code: '' };
      must(codes.includes(problem.code), `${asked} answers ${status} with ${problem.code}.`);
      return problem;
    },
    account: async () => {
      account ??= probe.read<Account>('/account');
      return account.catch((error: unknown) => {
        throw error instanceof Broken
          ? new NotApplicable('The account cannot be read: see account.shape.')
          : error;
      });
    },
    slots: async () => ((await probe.account()) as Partial<Account>).slots ?? ['plan'],
    notServed: () =>
      contract.operations.map(({ id }) => id).filter((id) => refused.has(id) && !served.has(id)),
  };
  return probe;
}

function searchOf(query: Values): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}

async function answered(asked: string, send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (error) {
    const why = error instanceof Error ? (error.cause ?? error) : error;
    throw new Broken(
      `${asked} is not answered: ${why instanceof Error ? why.message : String(why)}`,
    );
  }
}

export function problemOf(text: string): Problem | undefined {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return undefined;
  }
}

function codeOf(text: string): string {
  const code = problemOf(text)?.code;
  return code === undefined ? '' : ` with ${code}`;
}
