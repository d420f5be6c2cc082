/**
 * A vendor's published API description as the judge of what an engine sends: Steady serves it, and
 * refuses requests that it doesn't allow. What it answers is random by schema, so tests that use it
 * look at shapes, never at values.
 *
 * The descriptions are no part of this project. They lie in `../shared/specs`, or where
 * `BILLING_SPECS` says; a suite whose description is absent says so, and counts as skipped.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';

import { root } from '../../support/source.js';

const folder = resolve(root, process.env['BILLING_SPECS'] ?? '../shared/specs');

/** A request as the description judged it. */
interface JudgedRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  /** What the description finds wrong; empty where it allows the request. */
  readonly faults: readonly string[];
}

export interface VendorMock {
  readonly baseUrl: string;
  /** Sends to the mock, and keeps what it says of each request. */
  readonly fetch: typeof globalThis.fetch;
  readonly requests: readonly JudgedRequest[];
}

interface RunningMock extends VendorMock {
  readonly stop: () => Promise<void>;
}

/**
 * A suite over the mock of a description.
 *
 * @param file - The description's name in the folder, for example `stripe.openapi.yaml`.
 * @param flags - Of Steady, beside port, host and seed.
 */
export function describeOverSpec(
  title: string,
  { file, flags = [] }: { readonly file: string; readonly flags?: readonly string[] },
  suite: (mock: () => VendorMock) => void,
): void {
  const path = resolve(folder, file);
  describe(title, () => {
    if (!existsSync(path)) {
      it(`is skipped: ${path} is absent`, (context) => {
        (context as unknown as { skip: (why: string) => void }).skip(`${path} is absent`);
      });
      return;
    }
    let mock: RunningMock | undefined;
    beforeAll(async () => {
      mock = await started(path, flags);
    });
    afterAll(() => mock?.stop());
    suite(() => {
      if (!mock) throw new Error('The mock is not running.');
      return mock;
    });
  });
}

async function started(path: string, flags: readonly string[]): Promise<RunningMock> {
  const port = await freePort();
  const program = resolve(root, 'node_modules/@stdy/cli/steady.js');
  const network = ['--port', String(port), '--host', '127.0.0.1'];
  const output = ['--generator-seed=1', '--log-format', 'json', '--quiet'];
  const child = spawn(process.execPath, [program, ...network, ...output, ...flags, path], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: the program starts another one, which must end with it.
    detached: true,
  });
  const end = (): void => endGroup(child);
  process.once('exit', end);
  await ready(child);
  const requests: JudgedRequest[] = [];
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const { pathname, search } = new URL(input instanceof Request ? input.url : input);
      const faults = faultsOf(response.headers);
      requests.push({ method: init?.method ?? 'GET', path: pathname + search, faults });
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

/** Steady numbers what it finds wrong in headers of its answer. */
function faultsOf(headers: Headers): string[] {
  if (headers.get('X-Steady-Request-Valid') === 'true') return [];
  const faults: string[] = [];
  for (let index = 1; headers.has(`X-Steady-Error-${index}-Code`); index += 1) {
    const [code, path, message] = ['Code', 'Path', 'Message'].map((part) =>
      headers.get(`X-Steady-Error-${index}-${part}`),
    );
    faults.push(`${code} ${path}: ${message}`);
  }
  return faults.length > 0 ? faults : ['It says nothing of this request.'];
}
