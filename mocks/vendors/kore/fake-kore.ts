/**
 * A stand-in for Kore.ai, made from its documentation alone: the summary answers for whatever a bot
 * was asked last, after a while; billing sessions come in no order.
 */
import { addDays, addMonths } from '../../../src/billing/dates.js';
import { json, scriptedEngine } from '../scripted-engine.js';
import type { EngineRequest, ScriptedEngine } from '../scripted-engine.js';

interface Question {
  readonly fromDate: string;
  readonly toDate: string;
  readonly unitType: readonly string[];
  readonly groupByPeriod: 'date_day' | 'date_month';
}

export interface FakeSession {
  readonly id: string;
  /** As Kore.ai writes it. */
  readonly start: string;
  /** Where it belongs. */
  readonly at: string;
  /** Left out, `IVR`. */
  readonly channel?: string;
}

const names: Readonly<Record<string, string>> = {
  session: 'sessions',
  request: 'requests',
  alert: 'alert_notifications',
  proactive: 'proactive_notifications',
  conversations: 'conversations',
};

export class FakeKore implements ScriptedEngine {
  /** Counts of sessions by day; days that aren't named have 1. */
  readonly counts = new Map<string, number>();
  /** The same by the first day of a month; months that aren't named have what that day has. */
  readonly months = new Map<string, number>();
  sessions: FakeSession[] = [];
  /** How often a summary is asked for until it is there. */
  pollsToWait = 1;
  /** The most sessions that one answer has. */
  atOnce = 100;
  status = 'success';
  /** What another process asks the same bot meanwhile. */
  intruder: Question | undefined;
  /** The one whose API this is, and those that a summary names. */
  bot = 'st-1';
  bots: readonly string[] = ['ALL'];
  /** Days without use are not in the answer. */
  isSparse = false;
  /** What answers are called; a question is `ds-1`. */
  answerId = 'ds-2';
  /** Answers that are older than the question. */
  staleAnswers = 0;
  readonly questions: Question[] = [];
  readonly #now: () => number;
  #last: Question | undefined;
  #polls = 0;
  readonly #script = scriptedEngine((request) => this.#answer(request));

  constructor(now: () => number) {
    this.#now = now;
  }

  get fetch(): typeof globalThis.fetch {
    return this.#script.fetch;
  }

  get requests(): readonly EngineRequest[] {
    return this.#script.requests;
  }

  #answer({ method, url, headers, body }: EngineRequest): Response {
    if (headers.get('auth') !== 'jwt-of-the-test') return json({}, 401);
    if (url.pathname.endsWith('/getBillingSessionsDetails')) {
      return this.#details(JSON.parse(body) as Record<string, string>);
    }
    if (method === 'POST') {
      const question = JSON.parse(body) as Question;
      this.questions.push(question);
      this.#last = this.intruder ?? question;
      this.#polls = 0;
      return json({ _id: 'ds-1', status: 'IN_PROGRESS', createdOn: this.#time() });
    }
    this.#polls += 1;
    if (this.#polls <= this.pollsToWait) {
      return json({ _id: 'ds-1', status: 'IN_PROGRESS', modifiedOn: this.#time() });
    }
    if (this.staleAnswers > 0) {
      this.staleAnswers -= 1;
      return json({ ...this.#summary(9), modifiedOn: '2026-03-01T00:00:00.000Z' });
    }
    return json({ ...this.#summary(0), _id: this.answerId, modifiedOn: this.#time() });
  }

  #summary(more: number): object {
    if (this.status !== 'success') return { status: this.status };
    const { fromDate = '', toDate = '', unitType = [], groupByPeriod } = this.#last ?? {};
    const isMonthly = groupByPeriod === 'date_month';
    const val: object[] = [];
    for (
      let date = isMonthly ? `${fromDate.slice(0, 7)}-01` : fromDate.slice(0, 10);
      date <= toDate.slice(0, 10);
      date = isMonthly ? addMonths(date, 1) : addDays(date, 1)
    ) {
      const known = (isMonthly ? this.months.get(date) : undefined) ?? this.counts.get(date);
      const value = (known ?? 1) + more;
      if (this.isSparse && value === 0) continue;
      const values = Object.fromEntries(unitType.map((name) => [names[name] ?? name, value]));
      val.push({ date: `${date}T00:00:00.000Z`, val: values });
    }
    return { status: 'success', response: { data: this.bots.map((bot) => ({ bot, val })) } };
  }

  #details({ fromDate = '', toDate = '', limit, skip }: Record<string, string>): Response {
    const found = this.sessions.filter(({ at }) => at >= fromDate && at <= toDate);
    const begin = Number(skip);
    const sessions = found.slice(begin, begin + Math.min(Number(limit), this.atOnce));
    return json({
      total: found.length,
      moreAvailable: begin + sessions.length < found.length,
      sessions: sessions.map(({ channel = 'IVR', id, start }) => ({
        botId: this.bot,
        channel,
        channelUserId: '+14155550123',
        billingSessionType: 'Conversations',
        billingSessionId: id,
        billingSessionStartDateTime: start,
        billingSessionEndDateTime: start,
      })),
    });
  }

  #time(): string {
    return new Date(this.#now()).toISOString();
  }
}
