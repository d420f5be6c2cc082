import type { BillingHost } from '../../state/connection.js';

/** The element as its panel knows it: what people choose is written to its properties. */
export interface UsageChartHost extends BillingHost {
  meter: string | null;
  range: string | null;
  readonly ranges: string | null;
  from: string | null;
  to: string | null;
  groupBy: string | null;
  view: string | null;
  readonly completeOnly: boolean;
}
