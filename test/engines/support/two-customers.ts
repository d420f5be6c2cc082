/**
 * A vendor with two customers: a stand-in for each, behind one address and one key. It is as careless
 * as a vendor may be: whoever asks for a thing by its id gets it, whosever it is, and whoever says
 * nothing of whose it is gets the other one's.
 */
import type { Who } from '../../support/tenants/two-tenants.js';

type Fetch = typeof globalThis.fetch;

export interface Customers {
  /** What each one's ids have in them, and nobody else's. */
  readonly marks: Readonly<Record<Who, RegExp>>;
  readonly fetches: Readonly<Record<Who, Fetch>>;
}

interface Call {
  readonly what: string;
  readonly isLook: boolean;
  readonly isRefused: boolean;
}

/** Questions that have a body. */
const questions = /\/(create_preview|preview|billingsessionsummary|getBillingSessionsDetails)$/;

function whoseIs({ marks }: Customers, path: string, rest: string): Who {
  for (const text of [path, rest]) {
    const isOf = { ours: marks.ours.test(text), theirs: marks.theirs.test(text) };
    // A thing is found by its id in the path; a list is of the customer that is named.
    if (isOf.theirs && (text === path || !isOf.ours)) return 'theirs';
    if (isOf.ours) return 'ours';
  }
  return 'theirs';
}

/** The vendor, and what it was asked about the other customer. */
export function twoCustomers(customers: Customers): {
  readonly fetch: Fetch;
  readonly trespasses: (isRefused: boolean) => readonly string[];
} {
  const { fetches, marks } = customers;
  let calls: Call[] = [];
  return {
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      const body = request.method === 'GET' ? '' : await request.clone().text();
      const [path, rest] = [decodeURIComponent(pathname), decodeURIComponent(search + body)];
      const whose = whoseIs(customers, path, rest);
      const response = await fetches[whose](request);
      if (marks.theirs.test(path + rest)) {
        calls.push({
          what: `${request.method} ${path} ${rest} → ${response.status}`,
          isLook: request.method === 'GET' || questions.test(path),
          isRefused: !response.ok,
        });
      }
      return response;
    },
    trespasses: (isRefused) => {
      const all = calls;
      calls = [];
      return all
        .filter((call) => !call.isRefused && !(call.isLook && isRefused))
        .map(({ what }) => what);
    },
  };
}
