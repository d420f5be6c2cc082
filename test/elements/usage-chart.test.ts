import { expect, oneEvent, waitUntil } from '@open-wc/testing';

import type { BillingApi } from '../../src/api/billing-api.js';
import { bucketStarts } from '../../src/billing/usage-range.js';
import type {
  RangeChangeEvent,
  UsageChartElement,
} from '../../src/elements/usage-chart/usage-chart.js';
import type { Face } from '../../src/ui/faces.js';
import { faces } from '../../src/ui/faces.js';
import { accessibleNodes } from '../support/browser-commands.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { inState, parts, press, settled, shownIn, texts } from '../support/mount.js';
import { failing, held, serving, unanswered } from '../support/serving.js';
import {
  chartOf,
  choose,
  listening,
  select,
  tableOf,
  withMeter,
  withSeries,
} from '../support/usage-chart.js';

const filters = (el: UsageChartElement) => texts(el, 'range');
const checked = (el: UsageChartElement) =>
  parts(el, 'range')
    .filter((label) => label.querySelector('input')?.checked)
    .map(({ textContent }) => textContent.trim());

/** A series of any length: one a day. */
const ones: BillingApi['usage'] = ({ meter, granularity, from, to }) => {
  const buckets = bucketStarts({ from, to, granularity }).map((start) => ({
    start,
    value: '1',
    partial: false,
  }));
  return Promise.resolve({ meter, granularity, from, to, timeZone: 'UTC', buckets });
};

describe('<usage-chart>', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  describe('filters', () => {
    it('are those of the seed, the first one chosen', async () => {
      const el = await chartOf();
      expect(filters(el)).to.eql([
        '1 week',
        '2 weeks',
        '4 weeks',
        '1 month',
        '2 months',
        '3 months',
        '6 months',
        'Custom',
      ]);
      expect(checked(el)).to.eql(['1 week']);
    });

    const dates = {
      '1 week': ['2026-03-12', '2026-03-19', 'day'],
      '2 weeks': ['2026-03-05', '2026-03-19', 'day'],
      '4 weeks': ['2026-02-19', '2026-03-19', 'day'],
      '1 month': ['2026-03-01', '2026-04-01', 'month'],
      '2 months': ['2026-02-01', '2026-04-01', 'month'],
      '3 months': ['2026-01-01', '2026-04-01', 'month'],
      '6 months': ['2025-10-01', '2026-04-01', 'month'],
      Custom: ['2026-03-12', '2026-03-19', 'day'],
    };
    for (const [name, [from, to, granularity]] of Object.entries(dates)) {
      it(`ask for ${from} to ${to}, a bar a ${granularity}: ${name}`, async () => {
        const { asked, client } = listening();
        const el = await chartOf(client, { range: name === '1 week' ? '2w' : '1w' });
        await choose(el, name);
        expect(checked(el)).to.eql([name]);
        expect(asked.at(name === 'Custom' ? 0 : -1)).to.eql({
          meter: 'sessions',
          granularity,
          from,
          to,
          timeZone: 'America/New_York',
        });
      });
    }

    it("ask for the days of the account's zone, not of the browser's", async () => {
      const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
      expect(local, 'the browser is elsewhere').not.to.equal('America/New_York');
      // The 18th has begun in UTC, but not in New York; in Auckland it is as good as over.
      setClock('2026-03-18T02:00:00Z');
      const { asked, client } = listening();
      const el = await chartOf(client);
      expect(asked.at(-1)?.to).to.equal('2026-03-18');
      setClock('2026-03-18T15:00:00Z');
      el.setAttribute('time-zone', 'Pacific/Auckland');
      await settled(el);
      expect(asked.at(-1)).to.include({ to: '2026-03-20', timeZone: 'Pacific/Auckland' });
    });

    it("keep to the account's zone where the meter knows no other", async () => {
      const { asked, client } = listening(await withMeter({ timeZones: 'fixed' }));
      await chartOf(client, { 'time-zone': 'Pacific/Auckland' });
      expect(asked.map(({ timeZone }) => timeZone)).to.eql(['America/New_York']);
    });

    it('leave the running day or month out where only whole ones count', async () => {
      const { asked, client } = listening();
      const el = await chartOf(client, { 'complete-only': '' });
      await choose(el, '6 months');
      expect(asked.map(({ from, to }) => `${from} ${to}`)).to.eql([
        '2026-03-11 2026-03-18',
        '2025-09-01 2026-03-01',
      ]);
    });

    it('are only those that the meter has, and that the page wants', async () => {
      const el = await chartOf(await withMeter({ maxRangeDays: 31 }));
      expect(filters(el)).to.eql(['1 week', '2 weeks', '4 weeks', '1 month', 'Custom']);
      el.setAttribute('ranges', '4w 1w 6m');
      await settled(el);
      expect(filters(el)).to.eql(['4 weeks', '1 week']);
      expect(checked(el)).to.eql(['4 weeks']);
    });

    it('tell the page which days were chosen', async () => {
      const el = await chartOf();
      const heard = oneEvent<RangeChangeEvent>(el, 'range-change');
      await choose(el, '2 months');
      expect(await heard).to.include({ range: '2m', from: '2026-02-01', to: '2026-03-31' });
      expect(el.range).to.equal('2m');
    });

    it('stay silent when the page itself sets the range', async () => {
      const el = await chartOf();
      let count = 0;
      el.addEventListener('range-change', () => (count += 1));
      el.range = '2m';
      await settled(el);
      expect(checked(el)).to.eql(['2 months']);
      expect(count).to.equal(0);
    });

    it('have names and groups in the accessibility tree', async () => {
      await chartOf();
      const nodes = await accessibleNodes();
      const named = (role: string) =>
        nodes.filter((node) => node.role === role).map(({ name }) => name);
      expect(named('radio')).to.eql([
        '1 week',
        '2 weeks',
        '4 weeks',
        '1 month',
        '2 months',
        '3 months',
        '6 months',
        'Custom',
      ]);
      expect(named('group').filter(Boolean)).to.eql(['Date', 'Month', 'Custom']);
    });

    it('go on asking at midnight of the account', async () => {
      const { asked, client } = listening();
      const el = await chartOf(client);
      setClock('2026-03-19T04:00:00Z');
      el.requestUpdate();
      await settled(el);
      expect(asked.map(({ to }) => to)).to.eql(['2026-03-19', '2026-03-20']);
    });
  });

  describe('meters and groups', () => {
    it('can be chosen where there are several meters', async () => {
      const account = await serving().account();
      const [first] = account.meters;
      const meters = first ? [first, { ...first, id: 'requests', name: 'Requests' }] : [];
      const { asked, client } = listening(
        serving({
          account: () => Promise.resolve({ ...account, meters }),
          usage: (query) => serving().usage({ ...query, meter: 'sessions' }),
        }),
      );
      const el = await chartOf(client);
      await select(el, 'meter-filter', 'Requests');
      expect(asked.map(({ meter }) => meter)).to.eql(['sessions', 'requests']);
      expect(texts(el, 'caption')[0]).to.contain('Requests');
    });

    it('are stacked by a dimension of the meter, the largest first', async () => {
      const { asked, client } = listening();
      const el = await chartOf(client, { range: '6m' });
      expect(parts(el, 'legend')).to.eql([]);
      await select(el, 'group-filter', 'Channel');
      expect(asked.at(-1)?.groupBy).to.equal('channel');
      const [head = [], first = []] = tableOf(el);
      expect(head.slice(0, 3)).to.eql(['Month', 'Billing sessions', 'Web and mobile client']);
      expect(head).to.have.length(10);
      const [, total = '', ...shares] = first.map((cell) => cell.replace(',', ''));
      expect(shares.reduce((sum, share) => sum + Number(share), 0)).to.equal(Number(total));
      expect(texts(el, 'legend')[0]).to.match(/^Web and mobile client 1,\d{3} IVR /);
      await select(el, 'group-filter', 'None');
      expect(asked.at(-1)?.groupBy).to.equal(undefined);
    });
  });

  describe('figures', () => {
    it('are a total, an average of whole bars, dates, zone and age', async () => {
      const el = await chartOf(serving(), { range: '6m' });
      expect(texts(el, 'total')).to.eql(['4,577']);
      expect(texts(el, 'average')).to.eql(['795.2']);
      expect(texts(el, 'caption')[0]).to.contain('Average per month');
      const [facts] = texts(el, 'facts');
      expect(facts).to.contain('Oct 1, 2025 – Mar 31, 2026');
      expect(facts).to.contain('Time zone America/New_York');
      expect(facts).to.contain('Updated Mar 18, 2026, 11:00 AM');
    });

    it('are all in the table, with the running month named', async () => {
      const el = await chartOf(serving(), { range: '6m' });
      expect(tableOf(el)).to.eql([
        ['Month', 'Billing sessions'],
        ['October 2025', '722'],
        ['November 2025', '761'],
        ['December 2025', '760'],
        ['January 2026', '862'],
        ['February 2026', '871'],
        ['March 2026 (so far)', '601'],
        ['Total', '4,577'],
      ]);
      expect(texts(el, 'notes')).to.eql(['March 2026 is not over yet.']);
    });

    it("have the server's own total, whatever its bars add up to", async () => {
      const el = await chartOf(withSeries((series) => ({ ...series, total: '12345.50' })));
      expect(texts(el, 'total')).to.eql(['12,345.50']);
    });

    it('say which zone was really used', async () => {
      const el = await chartOf(withSeries((series) => ({ ...series, timeZone: 'UTC' })));
      expect(texts(el, 'facts')[0]).to.contain('Time zone UTC');
    });

    it('have a gap where the server sent nothing, and say so', async () => {
      const el = await chartOf(
        withSeries((series) => ({
          ...series,
          buckets: series.buckets.filter(({ start }) => start !== '2026-03-14'),
        })),
      );
      expect(tableOf(el)[3]).to.eql(['Mar 14, 2026', 'No data']);
      expect(texts(el, 'notes')[0]).to.contain('No data for 1 day.');
      expect(el.matches(':state(partial)')).to.equal(true);
      expect(shownIn(el)).to.contain('1 entry could not be shown.');
    });

    it('count a bucket that could not be read once', async () => {
      const el = await chartOf(
        withSeries((series) => ({ ...series, buckets: series.buckets.slice(1), setAside: 1 })),
      );
      expect(shownIn(el)).to.contain('1 entry could not be shown.');
    });

    it('say that nothing was used', async () => {
      const el = await chartOf(serving({}, 'empty'));
      expect(el.matches(':state(empty)')).to.equal(true);
      expect(texts(el, 'empty')).to.eql(['No usage in this period.']);
      expect(texts(el, 'total')).to.eql(['0']);
    });

    it('say that nothing is measured', async () => {
      const account = await serving().account();
      const { asked, client } = listening(
        serving({ account: () => Promise.resolve({ ...account, meters: [] }) }),
      );
      const el = await chartOf(client);
      expect(el.matches(':state(empty)')).to.equal(true);
      expect(texts(el, 'empty')).to.eql(['Usage is not measured for this account.']);
      expect(asked).to.eql([]);
    });

    it('are shown as a table and as a chart, the button saying which comes next', async () => {
      const el = await chartOf();
      const table = () => parts(el, 'table')[0]?.getBoundingClientRect().height ?? 0;
      expect(texts(el, 'view')).to.eql(['Show as table']);
      expect(table()).to.be.lessThan(2);
      press(el, 'view');
      await settled(el);
      expect(texts(el, 'view')).to.eql(['Show as chart']);
      expect(table()).to.be.greaterThan(100);
      expect(parts(el, 'chart')).to.eql([]);
      press(el, 'view');
      await settled(el);
      expect(parts(el, 'chart')).to.have.length(1);
      expect(el.view).to.equal('chart');
    });

    it('are in the accessibility tree beside the chart', async () => {
      await chartOf(serving(), { range: '6m' });
      const nodes = await accessibleNodes();
      expect(nodes.find(({ role }) => role === 'table')?.name).to.equal(
        'Billing sessions, Oct 1, 2025 – Mar 31, 2026',
      );
      const rows = nodes.filter(({ role }) => role === 'rowheader').map(({ name }) => name);
      expect(rows).to.include('October 2025');
      expect(nodes.some(({ role, name }) => role === 'cell' && name === '4,577')).to.equal(true);
    });

    it('come in pages where they are many', async () => {
      const client = await withMeter({ maxRangeDays: 2000 }, serving({ usage: ones }));
      const el = await chartOf(client, {
        view: 'table',
        range: 'custom',
        from: '2024-01-01',
        to: '2026-03-18',
      });
      expect(tableOf(el)).to.have.length(402);
      press(el, 'more');
      await settled(el);
      expect(tableOf(el)).to.have.length(802);
      expect(texts(el, 'more')).to.eql(['Show more rows (8)']);
      await choose(el, '1 week');
      await choose(el, 'Custom');
      expect(tableOf(el)).to.have.length(402);
    });
  });

  it('takes the texts of the page, also when they change', async () => {
    const el = await chartOf(serving(), { range: '6m', view: 'table' });
    for (const total of ['Summe', 'Gesamt']) {
      el.messages = { usage: 'Verbrauch', total, soFar: (bar) => `${bar}, bis jetzt` };
      await settled(el);
      expect(tableOf(el).at(-1)?.[0]).to.equal(total);
    }
    expect(shownIn(el)).to.contain('Verbrauch').and.to.contain('March 2026, bis jetzt');
  });

  it('takes its language from the nearest lang, also when that changes', async () => {
    const el = await chartOf(serving(), { range: '6m', view: 'table' });
    for (const [lang, month] of [
      ['de', 'Oktober 2025'],
      ['en', 'October 2025'],
    ] as const) {
      el.lang = lang;
      await waitUntil(() => tableOf(el)[1]?.[0] === month, month);
    }
  });

  it('ignores what makes no sense, and tells the author once', async () => {
    const warned: string[] = [];
    const warn = console.warn;
    console.warn = (text: string) => warned.push(text);
    try {
      const { asked, client } = listening();
      const el = await chartOf(client, {
        meter: 'horses',
        range: '5w',
        ranges: '1w 9w 2w',
        from: 'yesterday',
        'group-by': 'colour',
        'time-zone': 'Mars/Olympus',
        view: 'pie',
      });
      el.requestUpdate();
      await settled(el);
      expect(filters(el)).to.eql(['1 week', '2 weeks']);
      expect(asked).to.eql([
        {
          meter: 'sessions',
          granularity: 'day',
          from: '2026-03-12',
          to: '2026-03-19',
          timeZone: 'America/New_York',
        },
      ]);
    } finally {
      console.warn = warn;
    }
    expect(warned).to.have.members([
      '<usage-chart> ranges does not know "9w".',
      '<usage-chart> range does not know "5w".',
      '<usage-chart> from does not know "yesterday".',
      '<usage-chart> time-zone does not know "Mars/Olympus".',
      '<usage-chart> view does not know "pie".',
      '<usage-chart> meter does not know "horses".',
      '<usage-chart> group-by does not know "colour".',
    ]);
  });

  it('means the same in whatever order properties are set', async () => {
    const { asked, client } = listening();
    const el = document.createElement('usage-chart');
    document.body.append(el);
    el.to = '2026-03-10';
    el.range = 'custom';
    el.client = client;
    await el.updateComplete;
    el.from = '2026-03-01';
    await inState(el, 'ready');
    expect(asked.at(-1)).to.include({ from: '2026-03-01', to: '2026-03-11' });
    el.remove();
  });

  it("never shows one account's figures for another", async () => {
    const el = await chartOf(serving(), { range: '6m' });
    const answer = held<never>();
    el.client = serving({ usage: () => answer.promise }, 'trial');
    await el.updateComplete;
    expect(shownIn(el), 'on its way').not.to.contain('4,577');
    await settled(el);
    expect(el.matches(':state(loading)')).to.equal(true);
    expect(shownIn(el), 'account known').not.to.contain('4,577');
    answer.reject(new Error('lost'));
    await settled(el);
    expect(shownIn(el), 'failed').not.to.contain('4,577');
  });

  it('shows the last question only, whichever answer comes last', async () => {
    const slow = held<undefined>();
    const client = serving();
    const el = await chartOf({
      ...client,
      usage: async (query) => {
        if (query.granularity === 'month') await slow.promise;
        return client.usage(query);
      },
    });
    await choose(el, '6 months');
    expect(texts(el, 'total'), 'nothing of the week').to.eql([]);
    await choose(el, '2 weeks');
    const [total] = texts(el, 'total');
    slow.resolve(undefined);
    await settled(el);
    expect(texts(el, 'total')).to.eql([total]);
    expect(texts(el, 'facts')[0]).to.contain('Mar 5 – 18, 2026');
  });

  it('keeps its figures when a reload fails, and says so', async () => {
    const client = serving();
    const el = await chartOf(client, { range: '6m' });
    Object.assign(client, { usage: failing('upstream_unavailable') });
    el.reload();
    await settled(el);
    expect(el.matches(':state(stale)')).to.equal(true);
    expect(texts(el, 'total')).to.eql(['4,577']);
    expect(shownIn(el)).to.contain('Last updated at');
    Object.assign(client, { usage: serving().usage });
    press(el, 'retry');
    await settled(el);
    expect(el.matches(':state(ready)')).to.equal(true);
  });

  it('removes its figures and filters once the server refuses', async () => {
    const client = serving();
    const el = await chartOf(client, { range: '6m' });
    Object.assign(client, { usage: failing('forbidden', { status: 403 }) });
    el.reload();
    await inState(el, 'denied');
    expect(shownIn(el)).not.to.contain('4,577');
    expect(filters(el)).to.eql([]);
  });

  it('asks nothing anew when it is moved', async () => {
    const { asked, client } = listening();
    const el = await chartOf(client);
    const elsewhere = document.createElement('section');
    el.after(elsewhere);
    elsewhere.append(el);
    await settled(el);
    expect(asked).to.have.length(1);
    expect(el.matches(':state(ready)')).to.equal(true);
  });

  it('gives its request up when it leaves', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const el = await chartOf(
      serving({
        usage: (_query, options) => {
          signals.push(options?.signal);
          return unanswered(options);
        },
      }),
    );
    el.remove();
    await settled(el);
    expect(signals.map((signal) => signal?.aborted)).to.eql([true]);
  });

  const clients: Partial<Record<Face, () => Promise<BillingApi> | BillingApi>> = {
    loading: () => serving({ usage: unanswered }),
    ready: () => serving(),
    empty: () => serving({}, 'empty'),
    partial: () => withSeries((series) => ({ ...series, buckets: series.buckets.slice(1) })),
    error: () => serving({ usage: failing('upstream_unavailable') }),
    denied: () => serving({ account: failing('forbidden', { status: 403 }) }),
    'signed-out': () => serving({ account: failing('unauthenticated', { status: 401 }) }),
  };
  for (const [face, client] of Object.entries(clients)) {
    it(`is accessible and not blank when ${face}`, async () => {
      const el = await chartOf(await client());
      expect(faces.filter((name) => el.matches(`:state(${name})`))).to.eql([face]);
      expect(shownIn(el)).not.to.equal('');
      expect(shownIn(el)).not.to.match(/undefined|NaN|Invalid Date|\[object|null/);
      await expect(el).to.be.accessible();
    });
  }

  for (const [name, attributes] of Object.entries({
    'as a table': { view: 'table', range: '4w', 'group-by': 'channel' },
    grouped: { range: '6m', 'group-by': 'channel' },
    'with an impossible range': { range: 'custom', from: '2026-03-10', to: '2026-03-01' },
  })) {
    it(`is accessible ${name}`, async () => {
      const el = await chartOf(serving(), attributes);
      await expect(el).to.be.accessible();
    });
  }

  it('holds long, foreign and strange names', async () => {
    const el = await chartOf(serving({}, 'huge'), { 'group-by': 'channel', view: 'table' });
    expect(el.scrollWidth).to.be.at.most(el.clientWidth);
    await expect(el).to.be.accessible();
  });
});
