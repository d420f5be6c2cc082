import type { RecordColumn } from '../../billing/types.js';
import type { KoreRecords } from './options.js';

const text = (id: string, name: string): RecordColumn => ({ id, name, type: 'text' });
const time = (id: string, name: string): RecordColumn => ({ id, name, type: 'date-time' });

/** The columns of Kore.ai's own file, in its order, less the message's id, which its API lacks. */
const everyColumn: readonly RecordColumn[] = [
  text('botId', 'Bot ID'),
  text('channel', 'Channel'),
  text('koreUserId', 'Kore User ID'),
  text('channelUserId', 'Channel User ID'),
  text('billingSessionType', 'Billing Session Type'),
  text('conversationSessionId', 'Conversation Session Id'),
  time('conversationSessionStartDateTime', 'Conversation Session Start Date Time'),
  time('conversationSessionEndDateTime', 'Conversation Session End Date Time'),
  text('billingSessionId', 'Billing Session Id'),
  time('billingSessionStartDateTime', 'Billing Session Start Date Time'),
  time('billingSessionEndDateTime', 'Billing Session End Date Time'),
];

export const recordColumns = ({ columns = everyColumn }: KoreRecords): readonly RecordColumn[] =>
  columns;
