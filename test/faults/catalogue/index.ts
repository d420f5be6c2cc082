import type { Fault } from '../fault.js';
import { json, send } from '../fault.js';
import { answerFaults } from './answers.js';
import { dataFaults } from './data.js';
import { lineFaults } from './lines.js';
import { timeFaults } from './times.js';

/** Where a server answers with somebody else's data. Their names all say so. */
const mixUps: readonly Fault[] = [
  {
    name: 'the answers of another account',
    onRefreshOnly: true,
    answer: async (exchange) => {
      const { body } = await exchange.good();
      const foreign = body
        .replace(/^\{"id":"acc_1"/u, '{"id":"acc_2"')
        .replace(/"(name|description|label)":"/gu, '$&Foreign ');
      send(exchange, 200, json, foreign);
    },
  },
];

export const faults: readonly Fault[] = [
  ...lineFaults,
  ...answerFaults,
  ...mixUps,
  ...dataFaults,
  ...timeFaults,
];
