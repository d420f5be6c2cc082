import { addDays, dateIn } from '../billing/dates.js';
import type { CalendarDate, Meter, UsageRecord, UsageRecordPage } from '../billing/types.js';
import { inOrder, must, needs } from './check.js';
import { mustRefuseCursor, paged } from './paging.js';
import type { Probe } from './probe.js';

const path = '/usage/records';

interface Listed {
  readonly meter: Meter;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly timeZone: string;
  readonly total: number | undefined;
  /** Of the whole range, or the first thousand. */
  readonly records: readonly UsageRecord[];
  readonly isWhole: boolean;
}

/** The records of some recent days that have any. */
async function listed(probe: Probe): Promise<Listed> {
  const { meters, timeZone } = await probe.account();
  const meter = meters.find(({ records }) => records !== undefined);
  needs(meter !== undefined, 'No meter has records.');
  const to = dateIn(timeZone, probe.now.getTime());
  for (const days of [2, 7, 28, 60]) {
    const from = addDays(to, -Math.min(days, meter.maxRangeDays ?? days));
    const query = { meter: meter.id, from, to };
    const page = await probe.readOffered<UsageRecordPage>(path, { query });
    const { items, nextCursor } = page;
    if (items.length < 4 && days < 60) continue;
    needs(items.length > 0, `${meter.id} has no records of the last ${days} days.`);
    const counted = page.timeZone ?? timeZone;
    const isWhole = nextCursor === null;
    return { meter, from, to, timeZone: counted, total: page.total, records: items, isWhole };
  }
  throw new Error('The last range is always taken.');
}

export const recordChecks = inOrder(
  {
    id: 'records.shape',
    clause: 'GET /usage/records has values of the columns that the meter names, and no others.',
    run: async (probe) => {
      const { meter, records } = await listed(probe);
      const columns = (meter.records?.columns ?? []).map(({ id }) => id);
      for (const { id, values } of records) {
        const stranger = Object.keys(values).find((name) => !columns.includes(name));
        must(stranger === undefined, `The record ${id} has the column ${stranger}.`);
      }
      return `${records.length} of ${meter.id}`;
    },
  },
  {
    id: 'records.order',
    clause: 'Records come oldest first.',
    run: async (probe) => {
      const { records } = await listed(probe);
      const times = records.map(({ at }) => Date.parse(at));
      const back = times.findIndex((time, index) => time < (times[index - 1] ?? -Infinity));
      must(back === -1, `${records[back]?.at} comes after ${records[back - 1]?.at}.`);
      return `${records[0]?.at} to ${records.at(-1)?.at}`;
    },
  },
  {
    id: 'records.range',
    clause: 'Records are of [from, to), by the days of the zone that the answer names.',
    run: async (probe) => {
      const { from, to, timeZone, records } = await listed(probe);
      for (const { id, at } of records) {
        const date = dateIn(timeZone, Date.parse(at));
        must(date >= from && date < to, `${id} of ${date} is not of ${from} to ${to}.`);
      }
      return `${from} to ${to} in ${timeZone}`;
    },
  },
  {
    id: 'records.pages',
    clause: 'Page after page gives each record once, in order, and the last page ends with null.',
    run: async (probe) => {
      const { meter, from, to, records, isWhole } = await listed(probe);
      const limit = Math.max(1, Math.ceil(records.length / 3));
      const ids = await paged(probe, path, { meter: meter.id, from, to, limit }, isWhole ? 5 : 3);
      const whole = records.map(({ id }) => id);
      const differs = whole.findIndex((id, index) => index < ids.length && ids[index] !== id);
      must(
        differs === -1,
        `In pages of ${limit}, ${ids[differs]} stands where ${whole[differs]} does.`,
      );
      const isSame = !isWhole || ids.length === whole.length;
      must(isSame, `In pages of ${limit} there are ${ids.length}, at once ${whole.length}.`);
      return `${ids.length} in pages of ${limit}`;
    },
  },
  {
    id: 'records.total',
    clause: 'A total counts the records of the whole range.',
    run: async (probe) => {
      const { total, records, isWhole } = await listed(probe);
      needs(total !== undefined, 'The engine does not know it.');
      const isRight = isWhole ? total === records.length : total > records.length;
      must(isRight, `It says ${total}, and ${isWhole ? '' : 'more than '}${records.length} came.`);
      return `${total}`;
    },
  },
  {
    id: 'records.unknown-cursor',
    clause: 'GET /usage/records refuses a cursor that it did not give as invalid_request.',
    run: async (probe) => {
      const { meter, from, to } = await listed(probe);
      return mustRefuseCursor(probe, path, { meter: meter.id, from, to });
    },
  },
  {
    id: 'records.not-offered',
    clause: 'A meter without columns has no records: the question is refused.',
    run: async (probe) => {
      const { meters, timeZone } = await probe.account();
      const meter = meters.find(({ records }) => records === undefined);
      needs(meter !== undefined, 'Every meter has records.');
      const to = dateIn(timeZone, probe.now.getTime());
      const query = { meter: meter.id, from: addDays(to, -1), to };
      return `${(await probe.refusal(path, ['not_supported', 'invalid_request'], { query })).status}`;
    },
  },
);
