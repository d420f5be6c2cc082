/** A host with two accounts behind it, and all that one of them could say of the other. */
import type { BillingApi } from '../../../src/api/billing-api.js';
import { createHttpClient } from '../../../src/api/http-client.js';
import { beginOne, namesOf, operationsOf, sampleOf } from './things.js';
import type { Days, Sample } from './things.js';

export type Who = 'ours' | 'theirs';

/** A host where two people are logged on, each for an account of their own. */
export interface TwoTenants {
  /** Where each one's billing is served; the account is in it where the host names it there. */
  readonly base: Readonly<Record<Who, string>>;
  /** What may be said to be another one's account, the account's own id first. */
  readonly claims: readonly string[];
  /** Words that stand in what the other one has and nowhere else: names, amounts, numbers. */
  readonly canaries: readonly string[];
  readonly days: Days;
  /** Answers a request of one of them. */
  readonly send: (who: Who, request: Request) => Promise<Response>;
  /** All that is kept of the other one, as a text to compare. */
  readonly kept: () => Promise<string>;
  /**
   * What was done on the other one's behalf since it was last asked for, and must not have been:
   * anything at all where the person got an answer, and anything but a look where it was refused.
   */
  readonly trespasses: (isRefused: boolean) => readonly string[];
}

/** Two accounts that have done what there is to do. */
export interface Surveyed extends TwoTenants {
  readonly sample: Readonly<Record<Who, Sample>>;
  /** What the other one was given names for, as far as ours are called otherwise. */
  readonly names: readonly string[];
}

export interface Opened extends Surveyed {
  /** Does as ours all that the other one did, and says what came of it. */
  readonly doTheSame: () => Promise<readonly string[]>;
}

function clientOf({ base, send }: TwoTenants, who: Who): BillingApi {
  return createHttpClient({
    apiBase: base[who],
    fetch: (input, init) => send(who, new Request(input, init)),
  });
}

/** A host, after the other one did all it can do and ours began a single thing. */
export async function opened(open: () => Promise<TwoTenants>): Promise<Opened> {
  const host = await open();
  const [ours, theirs] = [clientOf(host, 'ours'), clientOf(host, 'theirs')];
  const returnUrl = `${new URL(host.base.ours).origin}/back`;
  const ownSample = await sampleOf(ours, host.days, returnUrl);
  const theirSample = await sampleOf(theirs, host.days, returnUrl);
  // Before and after: a plan that was changed has other names than one that waits for it.
  const before = await namesOf(theirs, theirSample);
  const operations = await operationsOf(theirs, theirSample);
  const names = new Set([...before, ...operations, ...(await namesOf(theirs, theirSample))]);
  const operationId = await beginOne(ours, ownSample);
  const own = new Set([...(await namesOf(ours, ownSample)), operationId]);
  host.trespasses(true);
  return {
    ...host,
    sample: {
      ours: { ...ownSample, operationId },
      theirs: { ...theirSample, operationId: operations[0] ?? 'none' },
    },
    names: [...names].filter((name) => !own.has(name)),
    doTheSame: async () => [
      ...(await operationsOf(ours, ownSample)),
      ...(await namesOf(ours, ownSample)),
    ],
  };
}

/** A host that is as the known one was: the same was done, so the same names are known. */
export async function openedAgain(
  open: () => Promise<TwoTenants>,
  { names, sample }: Surveyed,
): Promise<Surveyed> {
  const host = await open();
  await operationsOf(clientOf(host, 'theirs'), sample.theirs);
  await beginOne(clientOf(host, 'ours'), sample.ours);
  host.trespasses(true);
  return { ...host, names, sample };
}
