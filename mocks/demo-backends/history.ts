import { addDays, dateIn } from '../../src/billing/dates.js';
import type { CalendarDate, InvoiceDetail, UsageRecord } from '../../src/billing/types.js';
import { createMemoryEngine } from '../memory-engine.js';
import type { WorldName } from '../memory-engine.js';

/** What an account has used and was billed so far, for a vendor's stand-in to tell again. */
export interface History {
  readonly account: string;
  /** Whose assistant is billed. */
  readonly name: string;
  readonly timeZone: string;
  /** Oldest first. */
  readonly records: readonly UsageRecord[];
  /** Oldest first. */
  readonly invoices: readonly InvoiceDetail[];
  /** Whether anything was ever bought. */
  readonly isEmpty: boolean;
}

const daysBack = 182;
const mostRows = 1000;

/** What happened to the account of a world, as the memory engine tells it. */
export async function historyOf(account: string, now: number): Promise<History> {
  const isEmpty = account === 'empty';
  const world: WorldName = isEmpty ? 'empty' : 'standard';
  const engine = createMemoryEngine({ world, now: () => now });
  const { name = account, timeZone } = await engine.account();
  const today = dateIn(timeZone, now);
  const range = { from: addDays(today, -daysBack), to: addDays(today, 1) };
  const records: UsageRecord[] = [];
  for (let cursor: string | null | undefined; !isEmpty && cursor !== null;) {
    const query = { meter: 'sessions', ...range, limit: mostRows };
    const page = await engine.usageRecords(cursor === undefined ? query : { ...query, cursor });
    records.push(...page.items);
    cursor = page.nextCursor;
  }
  const { items } = await engine.invoices({ limit: 100, order: 'asc' });
  const made = items.filter(({ status }) => status !== 'draft');
  const invoices = await Promise.all(made.map(({ id }) => engine.invoice(id)));
  return { account, name, timeZone, records, invoices, isEmpty };
}

/** How much was used on each day of a zone. */
export function dailyUse({ records }: History, timeZone: string): Map<CalendarDate, number> {
  const days = new Map<CalendarDate, number>();
  for (const { at, quantity = '1' } of records) {
    const day = dateIn(timeZone, Date.parse(at));
    days.set(day, (days.get(day) ?? 0) + Number(quantity));
  }
  return days;
}

/** The same by the first day of each month. */
export function monthlyUse(days: ReadonlyMap<CalendarDate, number>): Map<CalendarDate, number> {
  const months = new Map<CalendarDate, number>();
  for (const [day, value] of days) {
    const month = `${day.slice(0, 7)}-01`;
    months.set(month, (months.get(month) ?? 0) + value);
  }
  return months;
}

/** An amount with two decimals in the smallest unit, as vendors count it. */
export const cents = (amount: string): number => Number(amount.replace('.', ''));
