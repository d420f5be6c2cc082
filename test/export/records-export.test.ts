import { expect } from 'chai';

import type { UsageRecordPage } from '../../src/billing/types.js';
import { loadCsvWriter } from '../../src/export/csv.js';
import { RecordsExport } from '../../src/export/records-export.js';
import type { RecordsExportConfig, RecordsProgress } from '../../src/export/records-export.js';
import { recordsOf } from './csv-files.js';
import { columns, record, RecordsServer, recordsUpTo } from './records-server.js';

const csv = await loadCsvWriter();
const never = new AbortController().signal;
const down = new Error('down');

const exportFrom = (
  { load }: Pick<RecordsServer, 'load'>,
  config: Partial<RecordsExportConfig> = {},
): RecordsExport => new RecordsExport({ csv, columns, load, ...config });

/** The ids in a file, in its order. */
const idsIn = async (file: Blob) => (await recordsOf(file)).slice(1).map(([id]) => id);

const fails = () => {
  throw down;
};

describe('the export of every record', () => {
  it('asks for page after page, as large as may be, and gives out all in one file', async () => {
    const records = recordsUpTo(2500);
    const server = new RecordsServer(records);
    const outcome = await exportFrom(server).run(never);
    if (outcome.kind !== 'complete') throw new Error(outcome.kind);
    expect(server.asked).to.eql([undefined, '1000', '2000']);
    expect([...server.limits]).to.eql([1000]);
    expect(outcome.rows).to.equal(2500);
    const [headers, first, ...others] = await recordsOf(outcome.file);
    expect(headers).to.eql(['Session', 'Start', 'Minutes']);
    expect(first).to.eql(['bs-0000001', '2026-03-18T00:13:04-04:00', '1']);
    expect(others).to.have.length(2499);
  });

  it('brings 100,000 records home, each once and in their order', async () => {
    const records = recordsUpTo(100_000);
    const outcome = await exportFrom(new RecordsServer(records)).run(never);
    if (outcome.kind !== 'complete') throw new Error(outcome.kind);
    const ids = await idsIn(outcome.file);
    expect(ids).to.have.length(100_000);
    expect(ids.every((id, at) => id === records[at]?.id)).to.equal(true);
  });

  it('is a file of headers alone where there are no records', async () => {
    const outcome = await exportFrom(new RecordsServer([])).run(never);
    if (outcome.kind !== 'complete') throw new Error(outcome.kind);
    expect(await recordsOf(outcome.file)).to.eql([['Session', 'Start', 'Minutes']]);
  });

  it('tells after each page how far it is', async () => {
    const told: RecordsProgress[] = [];
    const onProgress = (progress: RecordsProgress) => told.push(progress);
    await exportFrom(new RecordsServer(recordsUpTo(2500)), { onProgress }).run(never);
    expect(told).to.eql([
      { rows: 1000, total: 2500 },
      { rows: 2000, total: 2500 },
      { rows: 2500, total: 2500 },
    ]);
  });

  it('drops what comes twice, within a page and from page to page', async () => {
    const server = new RecordsServer(recordsUpTo(2000));
    const twice = (page: UsageRecordPage) => ({
      ...page,
      items: [record(7), ...page.items, ...page.items.slice(-5)],
    });
    server.instead.set(undefined, twice).set('1000', twice);
    const outcome = await exportFrom(server).run(never);
    if (outcome.kind !== 'complete') throw new Error(outcome.kind);
    expect(outcome.rows).to.equal(2000);
    expect(new Set(await idsIn(outcome.file)).size).to.equal(2000);
  });

  describe('after a page that failed', () => {
    it('says how many are missing and why', async () => {
      const server = new RecordsServer(recordsUpTo(5000));
      server.instead.set('3000', fails);
      const outcome = await exportFrom(server).run(never);
      expect(outcome).to.eql({
        kind: 'failed',
        rows: 3000,
        total: 5000,
        missing: 2000,
        cause: down,
      });
    });

    it('goes on with that page and asks for no other again', async () => {
      const server = new RecordsServer(recordsUpTo(100_000));
      server.instead.set('57000', fails);
      const records = exportFrom(server);
      expect((await records.run(never)).kind).to.equal('failed');

      server.instead.clear();
      const before = server.asked.length;
      const outcome = await records.run(never);
      if (outcome.kind !== 'complete') throw new Error(outcome.kind);
      expect(server.asked[before]).to.equal('57000');
      expect(server.asked.length - before).to.equal(43);
      expect(new Set(await idsIn(outcome.file)).size).to.equal(100_000);
    });

    it('has the part that came', async () => {
      const server = new RecordsServer(recordsUpTo(2500));
      server.instead.set('1000', fails);
      const records = exportFrom(server);
      await records.run(never);
      const [headers, ...rows] = await recordsOf(records.partial());
      expect(headers).to.eql(['Session', 'Start', 'Minutes']);
      expect(rows).to.have.length(1000);
    });

    it('does not know what is missing if even the first one failed', async () => {
      const server = new RecordsServer(recordsUpTo(10));
      server.instead.set(undefined, fails);
      const outcome = await exportFrom(server).run(never);
      expect(outcome).to.eql({
        kind: 'failed',
        rows: 0,
        total: undefined,
        missing: undefined,
        cause: down,
      });
    });
  });

  describe('that does not add up', () => {
    it('is incomplete if fewer records came than there are, and starts over if tried again', async () => {
      const server = new RecordsServer(recordsUpTo(2500));
      server.instead.set('1000', (page) => ({ ...page, items: page.items.slice(3) }));
      const records = exportFrom(server);
      expect(await records.run(never)).to.eql({
        kind: 'incomplete',
        rows: 2497,
        total: 2500,
        missing: 3,
      });

      server.instead.clear();
      const outcome = await records.run(never);
      if (outcome.kind !== 'complete') throw new Error(outcome.kind);
      const ids = await idsIn(outcome.file);
      expect(ids).to.eql(recordsUpTo(2500).map(({ id }) => id));
    });

    it('is incomplete if more records came than there are', async () => {
      const server = new RecordsServer(recordsUpTo(10));
      server.instead.set(undefined, (page) => ({ ...page, total: 9 }));
      const outcome = await exportFrom(server).run(never);
      expect(outcome).to.eql({ kind: 'incomplete', rows: 10, total: 9, missing: 0 });
    });

    it('is incomplete if a row could not be read, though no total says so', async () => {
      const server = new RecordsServer(recordsUpTo(10));
      server.instead.set(undefined, ({ items }) => ({
        items: items.slice(2),
        nextCursor: null,
        setAside: 2,
      }));
      const outcome = await exportFrom(server).run(never);
      expect(outcome).to.eql({ kind: 'incomplete', rows: 8, total: undefined, missing: 2 });
    });

    it('is complete without a total, if the pages came to their end', async () => {
      const server = new RecordsServer(recordsUpTo(10));
      server.instead.set(undefined, ({ items }) => ({ items, nextCursor: null }));
      const outcome = await exportFrom(server).run(never);
      expect(outcome.kind).to.equal('complete');
    });
  });

  describe('whose pages go round in circles', () => {
    it('stops at a cursor that it has been to', async () => {
      const server = new RecordsServer(recordsUpTo(5000));
      server.instead.set('2000', (page) => ({ ...page, nextCursor: '1000' }));
      const outcome = await exportFrom(server).run(never);
      expect(server.asked).to.eql([undefined, '1000', '2000']);
      expect(outcome).to.eql({ kind: 'incomplete', rows: 3000, total: 5000, missing: 2000 });
    });

    it('stops at a page that points to itself, even with all the records there', async () => {
      const server = new RecordsServer(recordsUpTo(2000));
      server.instead.set('1000', (page) => ({ ...page, nextCursor: '1000' }));
      const outcome = await exportFrom(server).run(never);
      expect(server.asked).to.eql([undefined, '1000']);
      expect(outcome).to.eql({ kind: 'incomplete', rows: 2000, total: 2000, missing: 0 });
    });

    it('stops where the same records come under ever new cursors', async () => {
      const server = new RecordsServer(recordsUpTo(10));
      let page = 0;
      const load: RecordsServer['load'] = async (query, options) => {
        page += 1;
        return { ...(await server.load(query, options)), nextCursor: `${String(page)}-again` };
      };
      server.instead.set('1-again', (empty) => ({ ...empty, items: recordsUpTo(10) }));
      const outcome = await exportFrom({ load }).run(never);
      expect(server.asked).to.eql([undefined, '1-again']);
      expect(outcome.kind).to.equal('incomplete');
    });

    it('goes on from there, once the server knows its way', async () => {
      const server = new RecordsServer(recordsUpTo(5000));
      server.instead.set('2000', (page) => ({ ...page, nextCursor: '1000' }));
      const records = exportFrom(server);
      await records.run(never);

      server.instead.clear();
      const outcome = await records.run(never);
      if (outcome.kind !== 'complete') throw new Error(outcome.kind);
      expect(server.asked).to.eql([undefined, '1000', '2000', '2000', '3000', '4000']);
      expect(await idsIn(outcome.file)).to.have.length(5000);
    });
  });

  describe('that is canceled', () => {
    it('asks for nothing more', async () => {
      const server = new RecordsServer(recordsUpTo(5000));
      const cancelation = new AbortController();
      const onProgress = ({ rows }: RecordsProgress) => {
        if (rows === 2000) cancelation.abort();
      };
      const outcome = await exportFrom(server, { onProgress }).run(cancelation.signal);
      expect(outcome).to.eql({ kind: 'canceled', rows: 2000, total: 5000 });
      expect(server.asked).to.eql([undefined, '1000']);
    });

    it('hands nothing out, though the last page had come', async () => {
      const cancelation = new AbortController();
      const onProgress = () => {
        cancelation.abort();
      };
      const server = new RecordsServer(recordsUpTo(10));
      const outcome = await exportFrom(server, { onProgress }).run(cancelation.signal);
      expect(outcome.kind).to.equal('canceled');
    });

    it('takes in no page that comes too late', async () => {
      const server = new RecordsServer(recordsUpTo(2000));
      const cancelation = new AbortController();
      server.instead.set('1000', (page) => {
        cancelation.abort();
        return page;
      });
      const records = exportFrom(server);
      const outcome = await records.run(cancelation.signal);
      expect(outcome).to.eql({ kind: 'canceled', rows: 1000, total: 2000 });
      expect(await idsIn(records.partial())).to.have.length(1000);
    });

    it('asks nothing at all if it was canceled before it began', async () => {
      const server = new RecordsServer(recordsUpTo(10));
      const outcome = await exportFrom(server).run(AbortSignal.abort());
      expect(outcome.kind).to.equal('canceled');
      expect(server.asked).to.eql([]);
    });

    it('can go on later, and then has every record', async () => {
      const server = new RecordsServer(recordsUpTo(3000));
      const cancelation = new AbortController();
      server.instead.set('1000', (page) => {
        cancelation.abort();
        return page;
      });
      const records = exportFrom(server);
      await records.run(cancelation.signal);

      server.instead.clear();
      const outcome = await records.run(never);
      if (outcome.kind !== 'complete') throw new Error(outcome.kind);
      expect(await idsIn(outcome.file)).to.eql(recordsUpTo(3000).map(({ id }) => id));
    });
  });

  it('never has two pages on their way, however often it is started', async () => {
    const server = new RecordsServer(recordsUpTo(3000));
    const records = exportFrom(server);
    const outcomes = await Promise.all([records.run(never), records.run(never)]);
    expect(outcomes.map(({ kind }) => kind)).to.eql(['complete', 'complete']);
    expect(server.asked).to.eql([undefined, '1000', '2000']);
  });
});
