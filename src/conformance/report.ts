export type Outcome = 'passed' | 'failed' | 'skipped';

/** What became of one check. */
export interface CheckResult {
  /** For example `usage.zone`. */
  readonly id: string;
  /** What the contract says. */
  readonly clause: string;
  readonly outcome: Outcome;
  /** What was seen, or why there was nothing to see. */
  readonly seen: string;
}

/** What became of all checks. */
export interface ConformanceReport {
  readonly baseUrl: string;
  readonly results: readonly CheckResult[];
  /** The operations, by `operationId`, that were asked for and refused as `not_supported`. */
  readonly notServed: readonly string[];
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function reportOf(
  baseUrl: string,
  results: readonly CheckResult[],
  notServed: readonly string[],
): ConformanceReport {
  const count = (outcome: Outcome): number =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    baseUrl,
    results,
    notServed,
    passed: count('passed'),
    failed: count('failed'),
    skipped: count('skipped'),
  };
}

const marks: Readonly<Record<Outcome, string>> = {
  passed: 'ok  ',
  failed: 'FAIL',
  skipped: '-   ',
};

/** A report for people, failures last so that they are what one sees. */
export function reportText({
  baseUrl,
  results,
  notServed,
  passed,
  failed,
  skipped,
}: ConformanceReport): string {
  const lines = results.map(({ id, clause, outcome, seen }) => [
    `${marks[outcome]} ${id}`,
    `       ${clause}`,
    `       ${outcome === 'skipped' ? 'Skipped' : 'Seen'}: ${printable(seen)}`,
  ]);
  const broken = results.filter(({ outcome }) => outcome === 'failed');
  return [
    `Conformance of ${baseUrl}`,
    '',
    ...lines.flat(),
    '',
    ...(notServed.length > 0 ? [`Not served here: ${notServed.join(', ')}`] : []),
    ...broken.map(({ id, seen }) => `FAIL ${id}: ${printable(seen)}`),
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
    '',
  ].join('\n');
}

/** A server's words must not steer the terminal that they are shown in. */
const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
