import { spawn } from 'node:child_process';

import { expect } from 'chai';

import { createMockBackend } from '../../../mocks/mock-backend.js';
import { listen } from '../../../mocks/node-server.js';
import type { ConformanceReport } from '../../../src/conformance/index.js';
import type { BillingHandler } from '../../../src/server/index.js';
import { root } from '../../support/source.js';

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

const command = (...words: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const program = spawn(process.execPath, ['dist/kit/bin.js', ...words], { cwd: root });
    let said = '';
    for (const stream of [program.stdout, program.stderr]) {
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    }
    program.once('close', (code) => {
      resolve({ code, said });
    });
  });

/** Runs the command on a server that listens. */
async function on(handle: BillingHandler, ...words: string[]): Promise<Ended> {
  const server = await listen(handle);
  try {
    return await command('conformance', `${server.origin}/api/billing/accounts/acc_1`, ...words);
  } finally {
    await server.close();
  }
}

describe('The command of the conformance kit', () => {
  it('finds nothing wrong with our handler, writes included', async () => {
    const { code, said } = await on(createMockBackend().handle, '--writes');
    expect(said).to.match(/\d+ passed, 0 failed, 3 skipped\n$/);
    expect(code).to.equal(0);
  });

  it('ends with 1 where something is wrong, and sends the header that it is given', async () => {
    const { handle } = createMockBackend();
    const seen = new Set<string | null>();
    const { code, said } = await on(
      (request) => {
        seen.add(request.headers.get('Authorization'));
        return handle(new Request(request.url.replace('timeZone', 'zone'), request));
      },
      '--json',
      '--header',
      'Authorization: Bearer of-a-test',
    );
    const report = JSON.parse(said) as ConformanceReport;
    const failed = report.results.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ id }) => id)).to.eql([
      'usage.zone-asked',
      'usage.refuses-unknown-zone',
      'access.stranger',
    ]);
    // The last one asks as somebody whom nobody knows.
    expect([...seen]).to.have.members(['Bearer of-a-test', null]);
    expect(code).to.equal(1);
  });

  it('says how it is called, and repeats nothing that may be a secret', async () => {
    for (const words of [
      [],
      ['conformance'],
      ['conformance', 'x:y', '--header', 'Bearer secret'],
      ['conformance', 'https://host.example', '--return-url', 'secret:'],
    ]) {
      const { code, said } = await command(...words);
      expect(code).to.equal(2);
      expect(said).to.contain('--header').and.not.to.contain('secret');
    }
  });
});
