/** Reads the element's attributes as a choice. What makes no sense is left out, and complained of. */
import { isCalendarDate, isTimeZone } from '../../billing/dates.js';
import { isUsageRange } from '../../billing/usage-range.js';
import type { Choice } from './selection.js';

/** The attributes as they are; `null` where one is missing. */
export interface ChoiceAttributes {
  readonly meter: string | null;
  readonly range: string | null;
  readonly ranges: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly groupBy: string | null;
  readonly view: string | null;
  readonly completeOnly: boolean;
}

export interface ReadChoice {
  readonly choice: Choice;
  /** One sentence for each attribute that makes no sense. */
  readonly complaints: readonly string[];
}

export function readChoice(
  attributes: ChoiceAttributes,
  wantedZone: string | undefined,
): ReadChoice {
  const complaints: string[] = [];
  const known = <Text extends string>(
    name: string,
    value: string | null | undefined,
    isKnown: (text: string) => text is Text,
  ): Text | undefined => {
    if (value === null || value === undefined) return undefined;
    if (isKnown(value)) return value;
    complaints.push(`${name} does not know "${value}".`);
    return undefined;
  };
  const words = attributes.ranges?.split(/[\s,]+/).filter((word) => word !== '') ?? [];
  const ranges = words.flatMap((word) => known('ranges', word, isUsageRange) ?? []);
  known('view', attributes.view, isView);
  const choice: Choice = {
    meter: attributes.meter ?? undefined,
    range: known('range', attributes.range, isUsageRange),
    ranges: ranges.length > 0 ? ranges : undefined,
    from: known('from', attributes.from, isDateOrNone),
    to: known('to', attributes.to, isDateOrNone),
    groupBy: attributes.groupBy ?? undefined,
    timeZone: known('time-zone', wantedZone, isZoneName),
    completeOnly: attributes.completeOnly,
  };
  return { choice, complaints };
}

/** A field that the person has emptied is a choice too, of which the field says what is wrong. */
const isDateOrNone = (text: string): text is string => text === '' || isCalendarDate(text);

const isZoneName = (text: string): text is string => isTimeZone(text);

const isView = (text: string): text is 'chart' | 'table' => text === 'chart' || text === 'table';
