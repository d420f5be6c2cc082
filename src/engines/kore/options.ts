import type { Account, RecordColumn } from '../../billing/types.js';
import type { EngineConnection } from '../shared/client.js';

/** What Kore.ai counts, by the names of its answers. */
export type KoreMeterId =
  'sessions' | 'conversations' | 'requests' | 'alert_notifications' | 'proactive_notifications';

export interface KoreMeter {
  readonly id: KoreMeterId;
  readonly name: string;
  readonly unit?: string;
}

/** The single billing sessions, whose dates Kore.ai writes without saying how. */
export interface KoreRecords {
  /** The meter that they belong to; left out, `sessions`. */
  readonly meter?: KoreMeterId;
  /** How `03-10-2021 2:05:03 pm` is to be read. Dates in ISO 8601 are taken as they are. */
  readonly dateOrder: 'day-month' | 'month-day';
  /** The zone that such dates are in. */
  readonly timeZone: string;
  /** Columns in order, by the names that Kore.ai gives them; left out, all of them in English. */
  readonly columns?: readonly RecordColumn[];
}

export interface KoreOptions extends EngineConnection {
  /** The JWT of the app, signed with its secret on the server; a function may sign it anew. */
  readonly token: string | (() => string | Promise<string>);
  /** Where the platform stands; left out, `https://platform.kore.ai`. */
  readonly baseUrl?: string;
  /** The one bot (app) whose billing this is: `st-…`. */
  readonly bot: string;
  /** Whose scope the token has: of the bot itself, or of the admin console. Left out, `bot`. */
  readonly scope?: 'bot' | 'admin';
  /** The documentation has two names for one field; left out, the one of its samples. */
  readonly groupKey?: 'groupByBot' | 'groupByApp';
  /** The account's id for the page; left out, the bot's. */
  readonly accountId?: string;
  readonly name?: string;
  readonly contact?: Account['contact'];
  /** Of bills: Kore.ai's API has none. */
  readonly currency: string;
  /** The meters that are shown; left out, all five with names in English. */
  readonly meters?: readonly KoreMeter[];
  /** Left out, single billing sessions are not served. */
  readonly records?: KoreRecords;
  /** Milliseconds that a summary may take; left out, 30 seconds. */
  readonly patience?: number;
}
