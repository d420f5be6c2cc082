/** An example as someone has it who copied its folder: installed, built and run outside of this project. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

import { inject } from 'vitest';

import { root } from '../../support/source.js';

/** A server that listens. */
export interface Running {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export interface Example {
  /** Where it lies, with its packages. */
  readonly folder: string;
  /** Runs a script of its package.json to the end. Rejects with what that printed where it fails. */
  readonly run: (script: string) => Promise<void>;
  /**
   * Starts a script of its package.json that listens on `127.0.0.1` and the port `PORT`, and waits
   * until it answers there.
   */
  readonly start: (script: string, env?: Readonly<Record<string, string>>) => Promise<Running>;
  readonly remove: () => void;
}

/** How long a server may take until it answers, in milliseconds. */
const patience = 60_000;

/** What a person's shell has. That of a test runner says `NODE_ENV=test`, which builds heed. */
const environment = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|VITEST|npm_)/i.test(name)),
  ),
  CI: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};

const npm = (folder: string, args: readonly string[], env: object = {}): ChildProcess =>
  spawn('npm', args, {
    cwd: folder,
    env: { ...environment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // With what it starts in turn, so that all of that can be ended.
    detached: true,
  });

/** All that a program prints. */
function outputOf({ stdout, stderr }: ChildProcess): () => string {
  let printed = '';
  for (const stream of [stdout, stderr]) {
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  }
  return () => printed;
}

function finished(program: ChildProcess): Promise<void> {
  const output = outputOf(program);
  return new Promise((resolve, reject) => {
    program.once('error', reject);
    program.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(output()));
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Whether anything answers there yet. */
const answers = (origin: string): Promise<boolean> =>
  fetch(origin).then(
    () => true,
    () => false,
  );

async function started(program: ChildProcess, origin: string): Promise<Running> {
  const output = outputOf(program);
  const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const close = async (): Promise<void> => {
    if (program.pid !== undefined && program.exitCode === null) process.kill(-program.pid);
    await ended;
  };
  const end = Date.now() + patience;
  while (!(await answers(origin))) {
    if (program.exitCode === null && Date.now() < end) {
      await new Promise((later) => setTimeout(later, 50));
    } else {
      await close();
      throw new Error(`Nothing listens at ${origin}.\n${output()}`);
    }
  }
  return { origin, close };
}

/** Copies a folder of `examples/`, and installs what its lock names, with the packed package. */
export async function install(name: string): Promise<Example> {
  const from = `${root}examples/${name}`;
  const folder = mkdtempSync(join(tmpdir(), `example-${name}-`));
  const isSource = (path: string): boolean => basename(path) !== 'node_modules';
  cpSync(from, folder, { recursive: true, filter: isSource });
  // Where its lock looks for the package: see lock.js.
  copyFileSync(inject('tarball'), join(folder, 'billing-elements.tgz'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  await finished(npm(folder, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'])).catch(
    (error: unknown) => {
      remove();
      throw error;
    },
  );
  return {
    folder,
    run: (script) => finished(npm(folder, ['run', script])),
    start: async (script, env = {}) => {
      const port = await freePort();
      const program = npm(folder, ['run', script], { ...env, PORT: String(port) });
      return started(program, `http://127.0.0.1:${port}`);
    },
    remove,
  };
}
