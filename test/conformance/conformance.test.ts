import { expect } from 'chai';

import { createMemoryEngine } from '../../mocks/memory-engine.js';
import { worlds } from '../../mocks/worlds/index.js';
import type { Account } from '../../src/billing/types.js';
import { reportText, runConformance } from '../../src/conformance/index.js';
import { checks } from '../../src/conformance/run-conformance.js';
import { broken } from './broken-servers.js';
import { now, reportOn, serverOf, serverOver } from './support.js';

const failuresOf = async (handle: Parameters<typeof reportOn>[0]) =>
  (await reportOn(handle)).results.filter(({ outcome }) => outcome === 'failed');

describe('The conformance kit', () => {
  for (const { name } of Object.values(worlds)) {
    it(`finds nothing wrong with our handler over the world ${name}`, async () => {
      expect(await failuresOf(serverOf(name))).to.eql([]);
    });
  }

  it('finds nothing wrong with a server that leaves out what has a default', async () => {
    const engine = createMemoryEngine({ world: 'standard', now: () => now.getTime() });
    const short = async (): Promise<Account> => {
      const { slots: _, meters, ...account } = await engine.account();
      const few = meters.map(({ granularities: __, ...meter }) => meter);
      return { ...account, meters: few } as unknown as Account;
    };
    expect(await failuresOf(serverOver({ ...engine, account: short }))).to.eql([]);
  });

  it('looks at every clause somewhere among the worlds', async () => {
    const skipped = new Set(checks.map(({ id }) => id));
    for (const world of ['standard', 'enterprise', 'past-due'] as const) {
      for (const { id, outcome } of (await reportOn(serverOf(world))).results) {
        if (outcome === 'passed') skipped.delete(id);
      }
    }
    expect([...skipped]).to.eql([]);
  });

  it('has a server that breaks each of its checks', () => {
    expect(Object.keys(broken)).to.have.members(checks.map(({ id }) => id));
  });

  for (const [id, breaking] of Object.entries(broken)) {
    it(`finds the server that breaks ${id}`, async () => {
      const world = id === 'write.pay' ? 'past-due' : 'standard';
      const failures = await failuresOf(breaking(serverOf(world)));
      expect(failures.map((failure) => failure.id)).to.include(id);
    });
  }

  it('asks for nothing but reads, unless writes were asked for', async () => {
    const methods = new Set<string>();
    const handle = serverOf('standard');
    const report = await runConformance({
      baseUrl: 'https://host.test/api/billing/',
      headers: { Cookie: 'session=1' },
      fetch: (input, init) => {
        const request = new Request(input, init);
        methods.add(`${request.method} ${/preview$/.exec(request.url)?.[0] ?? ''}`.trim());
        return handle(request);
      },
    });
    expect([...methods].sort()).to.eql(['GET', 'POST preview']);
    expect(report.skipped).to.be.above(9);
  });

  it('goes on where nobody answers, and says so', async () => {
    const report = await runConformance({
      baseUrl: 'https://host.test/api/billing',
      fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('refused') })),
    });
    expect(report.passed).to.equal(0);
    expect(report.results[0]?.seen).to.equal('GET /account is not answered: refused');
  });
});

describe('Its report', () => {
  it('says what is not served here', async () => {
    const whole = createMemoryEngine({ world: 'standard', now: () => now.getTime() });
    const { createPaymentSession: _, payInvoice: __, ...engine } = whole;
    const report = await reportOn(serverOver(engine));
    expect(report.notServed).to.eql(['payInvoice', 'createPaymentSession']);
    expect(report.failed).to.equal(0);
    expect(reportText(report)).to.contain('\nNot served here: payInvoice, createPaymentSession\n');
  });

  it('tells of each check its clause and what was seen, and sums up', async () => {
    const text = reportText(await reportOn(serverOf('standard')));
    expect(text).to.contain('A total is the sum of its buckets.\n       Seen: sessions: ');
    expect(text).to.match(/\d+ passed, 0 failed, 1 skipped\n$/);
    // A wire transfer is the one open invoice, and is not paid here.
    expect(text).to.contain('write.pay\n').and.to.contain('Skipped: No invoice is to be paid.');
  });

  it('lets no answer steer the terminal that it is read in', () => {
    const result = { id: 'x', clause: 'y', outcome: 'failed', seen: 'a\u001b[2Jb\u202e' } as const;
    const counts = { notServed: [], passed: 0, failed: 1, skipped: 0 };
    const text = reportText({ baseUrl: 'https://host.test', results: [result], ...counts });
    expect(text).to.contain('a\\u{1b}[2Jb\\u{202e}');
    for (const sign of ['\u001b', '\u202e']) expect(text).not.to.contain(sign);
  });
});
