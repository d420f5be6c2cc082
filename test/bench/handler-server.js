/**
 * Serves 10,000 accounts at `/api/billing/accounts/{account}`: by the handler, or by nothing but
 * `node:http` with the same bytes. Says its port to whoever started it.
 */
import { createServer } from 'node:http';

import { createBillingHandler } from '../../dist/server.js';
import { listener } from '../../examples/server-node/listener.js';
import { answerAt, answers } from './handler-requests.js';

const accounts = new Set(Array.from({ length: 10_000 }, (_, index) => `acc_${index}`));

const handle = createBillingHandler({
  basePath: '/api/billing/accounts/{account}',
  authorize: (_request, claimed) => (accounts.has(claimed) ? { account: claimed } : null),
  engine: ({ account }) => ({
    account: async () => answers.account(account),
    subscription: async () => answers.subscription(account),
    balances: async () => answers.balances(account),
    usage: async () => answers.usage(account),
    invoices: async () => answers.invoices(account),
    previewChange: async () => answers.preview(account),
    changePlan: async () => answers.topUp(account),
    topUp: async () => answers.topUp(account),
    payInvoice: async () => answers.topUp(account),
  }),
});

const web = listener(async (request) => {
  await request.text();
  return Response.json(answerAt(new URL(request.url).pathname));
});

function bare(message, answer) {
  const send = () => {
    const body = JSON.stringify(answerAt(message.url.split('?', 1)[0]));
    answer.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
  };
  if (message.method === 'GET') send();
  else message.on('end', send).resume();
}

const server = createServer({ handler: listener(handle), web, bare }[process.argv[2]]);
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.once('disconnect', () => process.exit());
