import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { expect } from 'chai';

import type { BillingError, IdempotencyStore } from '../../src/server/index.js';
import { install } from './support/example.js';
import type { Example } from './support/example.js';

interface Client {
  readonly connect: () => Promise<Client>;
  readonly close: () => Promise<void>;
}

/** A Redis of our own, reached by a socket in the folder of the example. */
async function startRedis(folder: string): Promise<ChildProcess> {
  const socket = join(folder, 'redis.sock');
  const program = spawn(
    'redis-server',
    ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise<void>((ready, failed) => {
    program.once('error', failed);
    program.once('exit', () => {
      failed(new Error('Redis ended.'));
    });
    program.stdout.on('data', (chunk: Buffer) => {
      if (/ready to accept connections/i.test(chunk.toString())) ready();
    });
  });
  return program;
}

describe('The store in Redis', () => {
  let example: Example | undefined;
  let redis: ChildProcess | undefined;
  const clients: Client[] = [];
  let open: (options?: object) => Promise<IdempotencyStore>;

  beforeAll(async () => {
    const installed = await install('idempotency-redis');
    example = installed;
    redis = await startRedis(installed.folder);
    const { createClient } = createRequire(join(installed.folder, 'package.json'))('redis') as {
      createClient: (options: object) => Client;
    };
    const file = pathToFileURL(join(installed.folder, 'redis-store.js')).href;
    const { redisIdempotencyStore } = (await import(/* @vite-ignore */ file)) as {
      redisIdempotencyStore: (client: Client, options?: object) => IdempotencyStore;
    };
    open = async (options) => {
      const path = join(installed.folder, 'redis.sock');
      const client = await createClient({ socket: { path } }).connect();
      clients.push(client);
      return redisIdempotencyStore(client, options);
    };
  });

  afterAll(async () => {
    for (const client of clients) await client.close();
    redis?.kill();
    example?.remove();
  });

  const write = () => ({ account: 'acc_a', key: crypto.randomUUID(), fingerprint: 'f' });

  it('carries a write out once, however many processes are asked at the same time', async () => {
    const stores = await Promise.all([open(), open(), open()]);
    const wish = write();
    let acts = 0;
    const act = () => Promise.resolve(`answer ${(acts += 1)}`);
    const answers = await Promise.all(
      [...stores, ...stores, ...stores].map((store) => store.once(wish, act)),
    );
    expect([acts, new Set(answers)]).to.eql([1, new Set(['answer 1'])]);
  });

  it('refuses a key that was used for something else, of the same account alone', async () => {
    const store = await open();
    const wish = write();
    await store.once(wish, () => Promise.resolve('first'));
    const other = store.once({ ...wish, fingerprint: 'g' }, () => Promise.resolve('second'));
    const error = (await other.catch((thrown: unknown) => thrown)) as BillingError;
    expect([error.code, error.status]).to.eql(['invalid_request', 422]);
    const theirs = { ...wish, account: 'acc_b' };
    expect(await store.once(theirs, () => Promise.resolve('theirs'))).to.equal('theirs');
  });

  it('lets a write that failed come again', async () => {
    const store = await open();
    const wish = write();
    const failed = await store.once(wish, () => Promise.reject(new Error('down'))).catch(String);
    expect(failed).to.equal('Error: down');
    expect(await store.once(wish, () => Promise.resolve('up'))).to.equal('up');
  });

  it('frees the key of a process that died', async () => {
    const [dying, living] = [await open({ runsFor: 200 }), await open({ runsFor: 200 })];
    const wish = write();
    void dying.once(wish, () => new Promise(() => undefined));
    expect(await living.once(wish, () => Promise.resolve('done'))).to.equal('done');
  });
});
