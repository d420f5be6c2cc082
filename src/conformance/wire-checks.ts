import { addDays, dateIn } from '../billing/dates.js';
import { inOrder, must, needs } from './check.js';
import type { Probe } from './probe.js';

/** The reads that carry a tag, as they can be asked of this account. */
async function tagged(probe: Probe): Promise<readonly string[]> {
  const { meters, timeZone } = await probe.account();
  const slots = (await probe.slots()).map((slot) => `/subscriptions/${slot}`);
  const today = dateIn(timeZone, probe.now.getTime());
  const usage = meters.slice(0, 1).map(({ id }) => {
    const range = `from=${addDays(today, -3)}&to=${addDays(today, -2)}`;
    return `/usage?meter=${encodeURIComponent(id)}&granularity=day&${range}`;
  });
  return ['/account', '/balances', ...slots, ...usage];
}

export const wireChecks = inOrder(
  {
    id: 'wire.etag',
    clause: 'What carries an ETag answers 304, without a body, to who has it already.',
    run: async (probe) => {
      const seen: string[] = [];
      for (const path of await tagged(probe)) {
        const first = await probe.ask(path);
        if (first.status >= 400) continue;
        const etag = first.headers.get('ETag');
        must(etag !== null, `${first.asked} has no ETag.`);
        const again = await probe.ask(path, { headers: { 'If-None-Match': etag } });
        must(again.status === 304, `${first.asked} answers ${again.status} to its own ETag.`);
        must(again.bytes.length === 0, `${first.asked} answers 304 with a body.`);
        seen.push(path.split('?', 1)[0] ?? path);
      }
      return seen.join(', ');
    },
  },
  {
    id: 'wire.stale-etag',
    clause: 'Who has something else gets the whole answer.',
    run: async (probe) => {
      for (const path of await tagged(probe)) {
        const first = await probe.ask(path);
        if (first.status >= 400) continue;
        const other = await probe.ask(path, { headers: { 'If-None-Match': '"another"' } });
        must(other.status === 200, `${first.asked} answers ${other.status} to another ETag.`);
        must(other.text.length > 0, `${first.asked} answers another ETag with nothing.`);
      }
      return '200';
    },
  },
  {
    id: 'wire.unknown-route',
    clause: 'An address that the contract does not know is not_found, as a problem.',
    run: async (probe) => {
      const { status } = await probe.refusal('/no-such-thing-anywhere', ['not_found']);
      must(status === 404, `It answers ${status}.`);
      return '404';
    },
  },
  {
    id: 'wire.unknown-slot',
    clause: 'A slot that the contract does not know is refused.',
    run: async (probe) =>
      (await probe.refusal('/subscriptions/no-such-slot', ['invalid_request', 'not_found'])).code,
  },
  {
    id: 'operation.unknown',
    clause: 'An operation that there is not is not_found.',
    run: async (probe) => {
      const codes = ['not_found', 'not_supported'];
      return (await probe.refusal('/operations/no-such-operation-anywhere', codes)).code;
    },
  },
  {
    id: 'access.stranger',
    clause: 'Who does not say who they are is unauthenticated.',
    run: async (probe) => {
      needs(probe.hasCredentials, 'No header says who asks.');
      const { status } = await probe.refusal('/account', ['unauthenticated'], { isStranger: true });
      must(status === 401, `It answers ${status}.`);
      return '401';
    },
  },
);
