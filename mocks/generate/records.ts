import type { RecordColumn, UsageRecord } from '../../src/billing/types.js';
import { hashOf, hexOf, nameOf, sequenceOf } from './random.js';
import type { Session } from './talks.js';
import { zonedTime } from './zoned-time.js';

/** What a world's talks bear in their rows. */
export interface RecordNames {
  readonly botId: string;
  readonly channels: readonly string[];
  /** The row that the product's documentation shows, for the talk of the last night. */
  readonly example?: ExampleTalk;
}

export interface ExampleTalk {
  readonly channel: string;
  readonly koreUserId: string;
  readonly channelUserId: string;
  readonly conversationSessionId: string;
  /** Of the talk's sessions, in order. */
  readonly billingSessionIds: readonly string[];
  readonly messageIds: readonly string[];
}

const column = (id: string, name: string, type: RecordColumn['type'] = 'text'): RecordColumn => ({
  id,
  name,
  type,
});

/** The twelve columns of a billing session, in the order of the product's own export. */
export const sessionColumns: readonly RecordColumn[] = [
  column('botId', 'Bot ID'),
  column('channel', 'Channel'),
  column('koreUserId', 'Kore User ID'),
  column('channelUserId', 'Channel User ID'),
  column('billingSessionType', 'Billing Session Type'),
  column('conversationSessionId', 'Conversation Session Id'),
  column('conversationSessionStartDateTime', 'Conversation Session Start Date Time', 'date-time'),
  column('conversationSessionEndDateTime', 'Conversation Session End Date Time', 'date-time'),
  column('billingSessionId', 'Billing Session Id'),
  column('billingSessionStartDateTime', 'Billing Session Start Date Time', 'date-time'),
  column('billingSessionEndDateTime', 'Billing Session End Date Time', 'date-time'),
  column('messageId', 'Message Id'),
];

/** The channel that a session is counted for. */
export function channelOf({ talk }: Session, names: RecordNames): string {
  return exampleOf(talk.key, names)?.channel ?? names.channels[talk.channel] ?? 'Other';
}

/** A session as a row, with its times as the zone's clock shows them. */
export function recordOf(session: Session, names: RecordNames, timeZone: string): UsageRecord {
  const { talk, block } = session;
  const example = exampleOf(talk.key, names);
  const chance = sequenceOf(hashOf(talk.key));
  const name = nameOf(`${talk.key}/${block}`);
  const id = example?.billingSessionIds[block] ?? name.slice(0, 12);
  const at = zonedTime(session.start, timeZone);
  return {
    id,
    at,
    quantity: '1',
    values: {
      botId: names.botId,
      channel: channelOf(session, names),
      koreUserId: example?.koreUserId ?? `u-${hexOf(chance())}-${hexOf(chance()).slice(4)}`,
      channelUserId: example?.channelUserId ?? channelUserOf(chance(), talk.channel),
      billingSessionType: 'Conversations',
      conversationSessionId: example?.conversationSessionId ?? nameOf(talk.key).slice(0, 12),
      conversationSessionStartDateTime: zonedTime(talk.start, timeZone),
      conversationSessionEndDateTime: zonedTime(talk.end, timeZone),
      billingSessionId: id,
      billingSessionStartDateTime: at,
      billingSessionEndDateTime: zonedTime(session.end, timeZone),
      messageId: example?.messageIds[block] ?? `ms-${name.slice(8)}`,
    },
  };
}

/** The talk that began before the midnight in which today began. */
function exampleOf(talkKey: string, { example }: RecordNames): ExampleTalk | undefined {
  return talkKey.endsWith('/night/0') ? example : undefined;
}

/** As channels name people: by phone, by number with leading zeros, by address. All made up. */
function channelUserOf(number: number, channel: number): string {
  const person = String(number % 1_000_000).padStart(6, '0');
  switch (channel % 4) {
    case 0:
      return `web-${hexOf(number)}`;
    case 1:
      return `+1415555${String(100 + (number % 100)).padStart(4, '0')}`;
    case 2:
      return person;
    default:
      return `person.${person}@example.com`;
  }
}
