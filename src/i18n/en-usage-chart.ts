import { plural } from './en-plural.js';
import type { Words } from './words.js';

/** What `usage-chart` says beside that, in English. */
export const usageChartTexts = {
  rangesByDay: 'Date',
  rangesByMonth: 'Month',
  /** The filters, by their value. */
  rangeNames: {
    '1w': '1 week',
    '2w': '2 weeks',
    '4w': '4 weeks',
    '1m': '1 month',
    '2m': '2 months',
    '3m': '3 months',
    '6m': '6 months',
    custom: 'Custom',
  } as Words,
  rangeFrom: 'From',
  rangeTo: 'To',
  dateMissing: 'Choose a date.',
  dateTooEarly: (first: string): string => `Choose ${first} or a later day.`,
  dateTooLate: (last: string): string => `Choose ${last} or an earlier day.`,
  endsBeforeStart: 'The end is before the start.',
  rangeTooLong: (days: number, shown: string): string =>
    plural(days, 'Choose a single day.', `Choose at most ${shown} days.`),
  chooseRange: 'Choose dates to see the usage.',
  meter: 'Meter',
  groupBy: 'Group by',
  groupByNone: 'None',
  total: 'Total',
  /** By what a bar stands for. */
  averagePer: { day: 'Average per day', month: 'Average per month' } as Words,
  inTimeZone: (zone: string): string => `Time zone ${zone}`,
  updated: (time: string): string => `Updated ${time}`,
  stillRunning: (bar: string): string => `${bar} is not over yet.`,
  soFar: (bar: string): string => `${bar} (so far)`,
  partialMark: 'so far',
  noData: 'No data',
  gaps: (count: number, shown: string, granularity: string): string =>
    plural(count, `No data for 1 ${granularity}.`, `No data for ${shown} ${granularity}s.`),
  perBar: (shown: string, granularity: string): string => `Each bar is ${shown} ${granularity}s.`,
  otherGroups: (shown: string): string => `Others (${shown})`,
  noUsage: 'No usage in this period.',
  noMeter: 'Usage is not measured for this account.',
  showAsTable: 'Show as table',
  showAsChart: 'Show as chart',
  chartHint: 'Left and right arrow keys move over the bars.',
  /** Names the chart for those who do not see it. */
  chartSummary: (
    meter: string,
    dates: string,
    total: string,
    average: string | undefined,
  ): string =>
    [`${meter}, ${dates}`, `${total} in total`, average && `${average} on average`]
      .filter(Boolean)
      .join(', '),
  /** What one bar says. */
  barSays: (bar: string, value: string): string => `${bar}: ${value}`,
  tableOf: (meter: string, dates: string): string => `${meter}, ${dates}`,
  barDates: { day: 'Date', month: 'Month' } as Words,
  moreRows: (shown: string): string => `Show more rows (${shown})`,
  rowsShown: (shown: string, all: string): string => `The first ${shown} of ${all} rows.`,
  exportCsv: 'Export CSV',
  exportSummary: 'Summary',
  exportRecords: 'All records',
  exportCancel: 'Cancel export',
  exporting: (rows: string, total: string | undefined): string =>
    total === undefined
      ? `Exporting records: ${rows} so far`
      : `Exporting records: ${rows} of ${total}`,
  exported: 'The file is saved.',
  exportMissing: (missing: number, shown: string): string =>
    plural(
      missing,
      'The export stopped: 1 record is missing.',
      `The export stopped: ${shown} records are missing.`,
    ),
  exportStopped: 'The export stopped: some records are missing.',
  exportFailed: 'The file could not be made.',
  exportPart: 'Save incomplete file',
  csvNote: 'Note',
};
