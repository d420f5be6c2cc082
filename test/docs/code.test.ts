import { expect } from 'chai';

import { complaintsOf, fileOf, writeFiles } from './code.js';
import { blocksIn } from './pages.js';
import type { Run } from './runs.js';
import { openRuns } from './runs.js';

// An example has packages of its own, which are not here; a test of its own installs and runs it.
const blocks = blocksIn('ts', 'tsx', 'js').filter(({ page }) => !page.startsWith('examples/'));
writeFiles(blocks);

describe('Code on a page', () => {
  let complaints: ReadonlyMap<string, readonly string[]>;

  beforeAll(() => {
    complaints = complaintsOf(blocks);
  });

  for (const block of blocks) {
    it(`is right by the types of the package: ${block.name}`, () => {
      expect(
        complaints.get(fileOf(block)) ?? [],
        'mend the block, or declare what it leaves to its reader in test/docs/placeholders',
      ).to.eql([]);
    });
  }

  it('leaves to its reader what is declared without a mistake', () => {
    const files = new Set(blocks.map(fileOf));
    const others = [...complaints].filter(([file]) => !files.has(file));
    expect(others).to.eql([]);
  });
});

describe('Code on a page that says how it runs', () => {
  let runs: Awaited<ReturnType<typeof openRuns>>;

  beforeAll(async () => {
    runs = await openRuns();
  });
  afterAll(() => runs.close());

  for (const block of blocks) {
    const name = block.options['runs'];
    if (name === undefined) continue;
    it(`does what it says: ${block.name} ${name}`, async () => {
      const { check } = (await import(`./runs/${name}.ts`)) as { check: Run };
      await check(runs.of(block));
    });
  }
});
