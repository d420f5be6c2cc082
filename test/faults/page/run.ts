import type { Face } from '../../../src/ui/faces.js';
import type { ElementName } from '../fault.js';

/** What a page is to try. */
export interface RunPlan {
  readonly elements: readonly {
    readonly name: ElementName;
    readonly ends: readonly [first: Face, refresh: Face];
  }[];
  readonly asksAgain: boolean;
  readonly isOffline: boolean;
  readonly onRefreshOnly: boolean;
  readonly changesFigures: boolean;
  /** The origin of the API, where it is not the page's. */
  readonly other?: string | undefined;
}

/** What may not be, so that a table can count it. */
export const kinds = [
  'blank',
  'stuck',
  'foreign',
  'uncaught',
  'violation',
  'token',
  'state',
  'raw',
  'lost',
  'focus',
  'messages',
  'events',
  'requests',
  'neighbour',
] as const;

export interface Problem {
  readonly kind: (typeof kinds)[number];
  /** Where in the course of things, and what. */
  readonly text: string;
}

export interface ElementResult {
  readonly name: ElementName;
  /** How it stood after each part of the course. */
  readonly faces: readonly string[];
  readonly problems: readonly Problem[];
}

export interface RunResult {
  readonly elements: readonly ElementResult[];
  /** Redirects that were followed; told by the server. */
  readonly followed: number;
}
