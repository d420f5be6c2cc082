/**
 * Serves balances of 10,000 accounts at `/api/billing/accounts/{account}/balances`: by the handler,
 * or by nothing but `node:http` with the same bytes. Says its port to whoever started it.
 */
import { createServer } from 'node:http';

import { createBillingHandler } from '../../dist/server.js';
import { listener } from '../../examples/server-node/listener.js';

const accounts = new Map(
  Array.from({ length: 10_000 }, (_, index) => {
    const remaining = `${index}.50`;
    const balance = { id: 'credits', name: 'Credits', kind: 'money', currency: 'USD', remaining };
    return [`acc_${index}`, { items: [balance] }];
  }),
);

const handle = createBillingHandler({
  basePath: '/api/billing/accounts/{account}',
  authorize: (_request, claimed) => (accounts.has(claimed) ? { account: claimed } : null),
  engine: ({ account }) => ({
    account: () => Promise.reject(new Error('Not asked for.')),
    balances: () => Promise.resolve(accounts.get(account)),
  }),
});

const web = listener(async (request) => {
  const account = new URL(request.url).pathname.split('/')[4];
  return Response.json(accounts.get(account));
});

function bare({ url }, answer) {
  const body = JSON.stringify(accounts.get(url.split('/')[4]));
  answer.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
}

const server = createServer({ handler: listener(handle), web, bare }[process.argv[2]]);
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.once('disconnect', () => process.exit());
