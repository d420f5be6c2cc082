/** Tests that one engine alone can run, and why. Each of them must be there: what is gone is told. */

export type OtherEngine = 'Firefox' | 'WebKit';

export interface LeftOut {
  readonly why: string;
  readonly engines: readonly OtherEngine[];
  /** Names of tests, with those of what they stand in, by their file. */
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

export const leftOut: readonly LeftOut[] = [];
