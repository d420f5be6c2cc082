/** The handler under load, beside bare `node:http` that answers with the same bytes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { join } from 'node:path';

import { root } from './places.js';
import { inRounds } from './rounds.js';

const requests = 4_000;
const atOnce = 32;

const names = {
  bare: '`node:http` alone, the same bytes',
  web: '`node:http` with `Request` and `Response`',
  handler: '`createBillingHandler`',
};

export const handler = {
  name: 'handler',
  title: 'The handler on a server',
  about: `
Balances of 10,000 accounts in turn, ${atOnce} requests at a time over kept connections of one machine, each server a
process of its own. The handler looks who asks, reads the path, tags the answer; "with \`Request\` and \`Response\`"
is what the bridge from \`node:http\` costs by itself.
`,

  async measure({ rounds }) {
    const servers = await Promise.all(Object.keys(names).map(start));
    try {
      return report(await inRounds(rounds, servers, load));
    } finally {
      for (const { end } of servers) end();
    }
  },
};

async function start(name) {
  const program = fork(join(root, 'test/bench/handler-server.js'), [name]);
  const [port] = await once(program, 'message');
  return { name, port, end: () => program.disconnect() };
}

async function load({ port }) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const took = [];
  let sent = 0;
  const person = async () => {
    while (sent < requests) {
      const account = (sent += 1) % 10_000;
      const begin = performance.now();
      await ask({ port, agent, path: `/api/billing/accounts/acc_${account}/balances` });
      took.push(performance.now() - begin);
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: atOnce }, person));
  const seconds = (performance.now() - begin) / 1000;
  agent.destroy();
  took.sort((one, other) => one - other);
  const at = (share) => took[Math.floor(share * (took.length - 1))];
  return { rate: took.length / seconds, median: at(0.5), slow: at(0.99) };
}

function ask(options) {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', ...options }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`It answers ${answer.statusCode}.`));
      answer.on('end', resolve).resume();
    }).on('error', reject);
  });
}

function report(figures) {
  const { bare, handler: ours } = figures;
  return {
    columns: ['what', 'requests a second', '× of bare', 'median, ms', '99 of 100 within, ms'],
    rows: Object.entries(figures).map(([name, { rate, median, slow }]) => [
      names[name],
      Math.round(rate).toLocaleString('en'),
      (rate / bare.rate).toFixed(2),
      median.toFixed(1),
      slow.toFixed(1),
    ]),
    goals: [
      {
        says: 'Requests a second, beside bare `node:http`',
        value: ours.rate / bare.rate,
        atLeast: 0.2,
        why: 'Most of the rest is the bridge to web requests, and the hash of the tag.',
      },
    ],
  };
}
