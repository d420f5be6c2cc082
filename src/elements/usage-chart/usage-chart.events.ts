import type { CalendarDate } from '../../billing/types.js';
import type { UsageRange } from '../../billing/usage-range.js';

/** Someone chose another range, and it can be asked for. */
export class RangeChangeEvent extends Event {
  /** The filter: a preset, or `custom`. */
  readonly range: UsageRange;
  /** The first day. */
  readonly from: CalendarDate;
  /** The last day, which is in the range as it is in the attribute. */
  readonly to: CalendarDate;

  constructor(range: UsageRange, from: CalendarDate, to: CalendarDate) {
    super('range-change', { bubbles: true, composed: true });
    this.range = range;
    this.from = from;
    this.to = to;
  }
}

/**
 * Someone wants the usage as a file. Unless the page cancels this, the element makes the file
 * itself and hands it over as a download.
 */
export class CsvExportEvent extends Event {
  /** The bars on screen, or every single record of the range. */
  readonly content: 'summary' | 'records';
  /** The meter's id. */
  readonly meter: string;
  /** The first day. */
  readonly from: CalendarDate;
  /** The last day, included. */
  readonly to: CalendarDate;
  /** The IANA time zone that the days are of. */
  readonly timeZone: string;

  constructor(init: Pick<CsvExportEvent, 'content' | 'meter' | 'from' | 'to' | 'timeZone'>) {
    super('csv-export', { bubbles: true, composed: true, cancelable: true });
    this.content = init.content;
    this.meter = init.meter;
    this.from = init.from;
    this.to = init.to;
    this.timeZone = init.timeZone;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'range-change': RangeChangeEvent;
    'csv-export': CsvExportEvent;
  }
}
