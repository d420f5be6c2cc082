/**
 * A vendor as its published API description says it is: Steady serves the description, and refuses
 * requests that it doesn't allow. What it answers is random by schema.
 *
 * The descriptions are no part of this project. They lie in `../shared/specs`, or where
 * `BILLING_SPECS` says.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Description {
  /** Of Steady, beside port, host and seed. */
  readonly flags: readonly string[];
  /** What the vendor's paths begin with, and the description's do not. */
  readonly prefix: string;
  /** Paths that the vendor has and its description, which is older, has not. */
  readonly lacks: RegExp | undefined;
}

/** Stripe's own brackets are the only form that it takes. */
const brackets = ['form-array', 'form-object', 'query-array', 'query-object'].map(
  (kind) => `--validator-${kind}-format=brackets`,
);

const descriptions = {
  stripe: {
    flags: brackets,
    prefix: '',
    lacks: /\/(create_preview|event_summaries|credit_balance_summary|credit_grants)$/,
  },
  lago: { flags: [], prefix: '/api/v1', lacks: undefined },
  openmeter: { flags: [], prefix: '', lacks: undefined },
} as const satisfies Readonly<Record<string, Description>>;

export type DescribedVendor = keyof typeof descriptions;

/** A request as the description judged it. */
export interface JudgedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** The seed of the answer, where one was asked for. */
  readonly seed?: string;
  /** What the description finds wrong; empty where it allows the request. */
  readonly faults: readonly string[];
}

export interface VendorMock {
  readonly vendor: DescribedVendor;
  /** Sends what was meant for the vendor to the mock, and keeps what it says of each request. */
  readonly fetch: typeof globalThis.fetch;
  readonly requests: readonly JudgedRequest[];
}

export interface RunningMock extends VendorMock {
  readonly stop: () => Promise<void>;
}

/** Where the description of a vendor should lie. */
export function descriptionOf(vendor: DescribedVendor): string {
  const folder = resolve(root, process.env['BILLING_SPECS'] ?? '../shared/specs');
  return resolve(folder, `${vendor}.openapi.yaml`);
}

/** Whether the vendor has a path that its description has not. */
export const isUndescribed = (vendor: DescribedVendor, pathname: string): boolean =>
  descriptions[vendor].lacks?.test(pathname) ?? false;

/** @throws {Error} where the description is absent; it says where it was looked for */
export async function startDescribed(vendor: DescribedVendor): Promise<RunningMock> {
  const file = descriptionOf(vendor);
  if (!existsSync(file)) throw new Error(`${file} is absent: BILLING_SPECS names its folder.`);
  const { flags, prefix } = descriptions[vendor];
  const port = await freePort();
  const program = resolve(root, 'node_modules/@stdy/cli/steady.js');
  const network = ['--port', String(port), '--host', '127.0.0.1'];
  const output = ['--generator-seed=1', '--log-format', 'json', '--quiet'];
  const child = spawn(process.execPath, [program, ...network, ...output, ...flags, file], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: the program starts another one, which must end with it.
    detached: true,
  });
  const end = (): void => endGroup(child);
  process.once('exit', end);
  await ready(child);
  const requests: JudgedRequest[] = [];
  return {
    vendor,
    requests,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { headers, method, signal, url } = request;
      const { pathname, search } = new URL(url);
      const path = pathname.replace(prefix, '') + search;
      const body = method === 'GET' ? null : await request.text();
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers,
        body: body === '' ? null : body,
        signal,
      });
      const seed = headers.get('X-Steady-Seed');
      requests.push({ method, path, ...(seed && { seed }), faults: faultsOf(response.headers) });
      return response;
    },
    stop: async () => {
      process.off('exit', end);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      end();
      if (child.exitCode === null) await ended;
    },
  };
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

/** Its first line of JSON says that it listens. */
function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('"type":"startup"')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(`Steady did not start: ${said.slice(0, 2000)}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/**
 * Steady numbers what it finds wrong in headers of its answer. It answers all the same where it
 * finds a value odd or a parameter unknown to the description; here that is a fault as well.
 */
function faultsOf(headers: Headers): string[] {
  const faults: string[] = [];
  for (let index = 1; headers.has(`X-Steady-Error-${index}-Code`); index += 1) {
    const [code, path, message] = ['Code', 'Path', 'Message'].map((part) =>
      headers.get(`X-Steady-Error-${index}-${part}`),
    );
    faults.push(`${code} ${path}: ${message}`);
  }
  const isAllowed = headers.get('X-Steady-Request-Valid') === 'true';
  return faults.length > 0 || isAllowed ? faults : ['It says nothing of this request.'];
}
