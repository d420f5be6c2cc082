/**
 * Every operation of the contract × every place where an id can stand × every id of somebody else.
 * Nothing of theirs comes back, nothing of theirs changes, nobody is asked about them for an answer.
 */
import { expect } from 'chai';

import { operations, takesId } from './contract-places.js';
import type { AskedOperation } from './contract-places.js';
import { requestOf, undeclared } from './requests.js';
import { keyOf } from './things.js';
import { opened, openedAgain } from './two-tenants.js';
import type { Opened, Surveyed, TwoTenants } from './two-tenants.js';

/** Statuses of what is nobody's business, is not there, or is not offered. */
const absent = [403, 404, 501];

interface Seen {
  readonly status: number;
  readonly body: string;
}

/** What a person could read anywhere in an answer. */
const legible = ({ headers }: Response, body: string): string =>
  `${[...headers].map(([name, value]) => `${name}: ${value}`).join('\n')}\n${body}`;

/** What somebody wrote who sent a request; to be told it again is to be told nothing. */
const written = async (request: Request): Promise<string> =>
  `${decodeURIComponent(request.url)} ${JSON.stringify([...request.headers])} ${await request.text()}`;

export interface MatrixOptions {
  /** A host as new. */
  readonly open: () => Promise<TwoTenants>;
  /** Whether that is quick, and equal requests have equal answers there. */
  readonly isExact: boolean;
}

/** Tests that of two accounts of a host neither learns of the other one or touches it. */
export function itKeepsTenantsApart({ open, isExact }: MatrixOptions): void {
  const hosts = new Map<string, Promise<Surveyed>>();
  let first: Opened | undefined;

  /** One host for all reads, and one for each write, whose first request changes it. */
  const hostFor = ({ id, method }: AskedOperation): Promise<Surveyed> => {
    const name = method === 'GET' ? 'reads' : id;
    const host = hosts.get(name) ?? opened(open);
    // One that is not quickly made anew is the same one, changed back: the others are gone.
    if (!isExact) hosts.clear();
    hosts.set(name, host);
    return host;
  };

  /** A host that nobody wrote to. */
  const newHostFor = (operation: AskedOperation): Promise<Surveyed> =>
    isExact && operation.method !== 'GET' && first ? openedAgain(open, first) : hostFor(operation);

  /** Names that ours would have been given for the same, so that they are nobody's alone. */
  let common: readonly string[] = [];

  /** What the other one's things are called. */
  const namesOf = ({ names }: Surveyed): readonly string[] =>
    names.filter((name) => !common.includes(name));

  beforeAll(async () => {
    const tenants = await opened(open);
    first = tenants;
    common = isExact ? await tenants.doTheSame() : [];
    expect(namesOf(tenants), 'names of theirs').not.to.eql([]);
  });

  /** Sends a request as our person, and looks for anything of the other one's. */
  const asked = async (tenants: Surveyed, request: Request): Promise<Seen> => {
    const what = `${request.method} ${request.url}`;
    tenants.trespasses(true);
    const before = await tenants.kept();
    const sent = await written(request.clone());
    const response = await tenants.send('ours', request);
    const body = await response.text();
    const text = legible(response, body);
    // Shorter ones stand in the name of a request by chance.
    const names = namesOf(tenants).filter(({ length }) => length > 6);
    const secrets = [...tenants.claims, ...tenants.canaries, ...names];
    const leaked = secrets.filter((word) => text.includes(word) && !sent.includes(word));
    expect(leaked, `told by ${what}`).to.eql([]);
    expect(tenants.trespasses(response.status >= 400), `done for ${what}`).to.eql([]);
    expect(await tenants.kept(), `kept of the other one after ${what}`).to.equal(before);
    return { status: response.status, body };
  };

  const own = (
    tenants: Surveyed,
    operation: AskedOperation,
    put: Readonly<Record<string, string>> = {},
  ): Request => {
    const isKeyed = operation.places.some(({ name }) => name === 'Idempotency-Key');
    // On a host that was written to before, the key of both would bring the first answer again.
    const key =
      isExact || !isKeyed ? {} : { 'Idempotency-Key': `a-new-key-${crypto.randomUUID()}` };
    return requestOf(operation, tenants.base.ours, tenants.sample.ours, { ...key, ...put });
  };

  for (const operation of operations) {
    const { id, method, places } = operation;
    const title = (place: string): string => `the other one stays unknown to ${id}, by ${place}`;

    const elsewhere = { ...undeclared.elsewhere, ...(method !== 'GET' && undeclared.body) };
    for (const [place, put] of Object.entries(elsewhere)) {
      it(title(place), async () => {
        const host = await newHostFor(operation);
        const plain = isExact ? await asked(host, own(host, operation)) : undefined;
        for (const claim of host.claims) {
          const tenants = await newHostFor(operation);
          const seen = await asked(tenants, await put(own(tenants, operation), claim, tenants));
          if (plain) expect(seen, claim).to.eql(plain);
        }
      });
    }

    for (const [place, put] of Object.entries(undeclared.path)) {
      it(title(place), async () => {
        const tenants = await hostFor(operation);
        for (const claim of tenants.claims) {
          const request = await put(own(tenants, operation), claim, tenants);
          const { status } = await asked(tenants, request);
          expect(status, claim).to.be.oneOf(absent);
        }
      });
    }

    for (const { in: where, name } of places.filter(takesId)) {
      if (where === 'header') continue;
      it(title(`${name} in its ${where}`), async () => {
        const tenants = await newHostFor(operation);
        for (const theirs of [...tenants.claims, ...namesOf(tenants)]) {
          const { status } = await asked(tenants, own(tenants, operation, { [name]: theirs }));
          if (where === 'path') expect(status, theirs).to.be.oneOf(absent);
        }
      });
    }

    if (places.some(({ name }) => name === 'If-None-Match')) {
      it(title('the tag of what they have'), async () => {
        const tenants = await hostFor(operation);
        const { base, sample, send } = tenants;
        const theirs = await send('theirs', requestOf(operation, base.theirs, sample.theirs));
        tenants.trespasses(true);
        const plain = await asked(tenants, own(tenants, operation));
        const tag = theirs.headers.get('ETag') ?? 'none';
        const seen = await asked(tenants, own(tenants, operation, { 'If-None-Match': tag }));
        expect(seen).to.eql(plain);
        expect([theirs.status, plain.status]).to.be.deep.oneOf([
          [200, 200],
          [501, 501],
        ]);
      });
    }

    if (places.some(({ name }) => name === 'Idempotency-Key')) {
      it(title('the key of what they did'), async () => {
        const [one, other] = [await newHostFor(operation), await newHostFor(operation)];
        const seen = await asked(one, own(one, operation, { 'Idempotency-Key': keyOf(id) }));
        const key = 'a-key-that-nobody-else-has';
        const plain = await asked(other, own(other, operation, { 'Idempotency-Key': key }));
        if (isExact) expect(seen.status).to.equal(plain.status);
      });
    }
  }

  it('has two accounts of which only one has what is looked for', async () => {
    const tenants = await opened(open);
    const shown = { ours: '', theirs: '' };
    for (const who of ['ours', 'theirs'] as const) {
      for (const operation of operations.filter(({ method }) => method === 'GET')) {
        const request = requestOf(operation, tenants.base[who], tenants.sample[who]);
        const response = await tenants.send(who, request);
        shown[who] += legible(response, await response.text());
      }
    }
    const words = tenants.canaries;
    expect(
      words.filter((word) => !shown.theirs.includes(word)),
      'not of theirs',
    ).to.eql([]);
    expect(
      words.filter((word) => shown.ours.includes(word)),
      'of ours as well',
    ).to.eql([]);
  });
}
