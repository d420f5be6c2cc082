import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';

import type { UsageChartElement } from '../../src/elements/usage-chart/usage-chart.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { parts, settled, texts } from '../support/mount.js';
import { serving } from '../support/serving.js';
import { chartOf, choose, dateField, fill, listening, withMeter } from '../support/usage-chart.js';

const problems = (el: UsageChartElement) => texts(el, 'problem');
const invalid = (el: UsageChartElement) =>
  (['from', 'to'] as const).filter(
    (field) => dateField(el, field).getAttribute('aria-invalid') === 'true',
  );

describe('<usage-chart> with a custom range', () => {
  beforeEach(() => {
    setClock(storyTime);
  });
  afterEach(restoreClock);

  it('begins with the days that are on screen, and asks nothing anew', async () => {
    const { asked, client } = listening();
    const el = await chartOf(client, { range: '2w' });
    await choose(el, 'Custom');
    expect(dateField(el, 'from').value).to.equal('2026-03-05');
    expect(dateField(el, 'to').value).to.equal('2026-03-18');
    expect(asked).to.have.length(1);
  });

  it('asks for both of its days', async () => {
    const { asked, client } = listening();
    const el = await chartOf(client, { range: 'custom' });
    await fill(el, 'from', '2026-02-01');
    await fill(el, 'to', '2026-02-28');
    expect(asked.at(-1)).to.include({ granularity: 'day', from: '2026-02-01', to: '2026-03-01' });
    expect([el.from, el.to]).to.eql(['2026-02-01', '2026-02-28']);
  });

  it('keeps its dates while another range is shown', async () => {
    const el = await chartOf(serving(), { range: 'custom', from: '2026-02-01', to: '2026-02-03' });
    await choose(el, '1 week');
    await choose(el, 'Custom');
    expect(dateField(el, 'from').value).to.equal('2026-02-01');
  });

  const impossible = [
    ['ends before it starts', '2026-03-10', '2026-03-09', ['', 'The end is before the start.']],
    [
      'lies in the future',
      '2026-03-10',
      '2026-03-19',
      ['', 'Choose Mar 18, 2026 or an earlier day.'],
    ],
    [
      'is longer than the meter allows',
      '2025-01-01',
      '2026-03-18',
      ['', 'Choose at most 366 days.'],
    ],
    ['has no start', '', '2026-03-18', ['Choose a date.', '']],
    [
      'is older than any bill',
      '1999-12-31',
      '2026-03-18',
      ['Choose Jan 1, 2000 or a later day.', ''],
    ],
  ] as const;
  for (const [name, from, to, expected] of impossible) {
    it(`says at the field when the range ${name}, and sends nothing`, async () => {
      const { asked, client } = listening();
      const el = await chartOf(client, { range: 'custom', from, to });
      expect(problems(el)).to.eql(expected);
      expect(invalid(el)).to.eql([expected[0] === '' ? 'to' : 'from']);
      expect(asked).to.eql([]);
      expect(texts(el, 'empty')).to.eql(['Choose dates to see the usage.']);
    });
  }

  it('says it to those who hear the field, too', async () => {
    const el = await chartOf(serving(), { range: 'custom', from: '2026-03-10', to: '2026-03-09' });
    const described = dateField(el, 'to').getAttribute('aria-describedby');
    expect(described).to.equal('to-problem');
    expect(parts(el, 'problem')[1]?.id).to.equal(described);
    expect(parts(el, 'problem')[1]?.getAttribute('role')).to.equal('alert');
  });

  it('leaves what was asked for last on screen, with its own dates', async () => {
    const { asked, client } = listening();
    const el = await chartOf(client, { range: 'custom', from: '2026-03-01', to: '2026-03-10' });
    const [total] = texts(el, 'total');
    let changes = 0;
    el.addEventListener('range-change', () => (changes += 1));
    await fill(el, 'to', '2026-02-01');
    expect(problems(el)).to.eql(['', 'The end is before the start.']);
    expect(texts(el, 'total')).to.eql([total]);
    expect(texts(el, 'facts')[0]).to.contain('Mar 1 – 10, 2026');
    expect([asked.length, changes]).to.eql([1, 0]);
    await fill(el, 'from', '2026-01-01');
    expect(problems(el)).to.eql(['', '']);
    expect([asked.length, changes]).to.eql([2, 1]);
  });

  it('ends yesterday where only whole days count', async () => {
    const el = await chartOf(serving(), {
      range: 'custom',
      'complete-only': '',
      from: '2026-03-01',
      to: '2026-03-18',
    });
    expect(problems(el)).to.eql(['', 'Choose Mar 17, 2026 or an earlier day.']);
    expect(dateField(el, 'to').max).to.equal('2026-03-17');
  });

  it('lets a year be typed before it says anything', async () => {
    const { asked, client } = listening(await withMeter({ maxRangeDays: 5000 }));
    const el = await chartOf(client, { range: 'custom', from: '2026-03-01', to: '2026-03-10' });
    dateField(el, 'from').focus();
    await sendKeys({ type: '02022025' });
    await settled(el);
    expect(dateField(el, 'from').value).to.equal('2025-02-02');
    expect(problems(el)).to.eql(['', '']);
    // The day and the month are dates already before the year is typed; no year on its way is.
    expect(asked.map(({ from }) => from).filter((from) => from < '2025')).to.eql([]);
    expect(asked.at(-1)?.from).to.equal('2025-02-02');
  });

  it('reads a field that was left half typed', async () => {
    const el = await chartOf(serving(), { range: 'custom', from: '2026-03-01', to: '2026-03-10' });
    dateField(el, 'from').focus();
    await sendKeys({ press: 'Delete' });
    await settled(el);
    expect(problems(el), 'while typing').to.eql(['', '']);
    dateField(el, 'to').focus();
    await settled(el);
    expect(problems(el), 'afterwards').to.eql(['Choose a date.', '']);
  });
});
