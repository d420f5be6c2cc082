/** The handler under load, beside bare `node:http` that answers with the same bytes. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';

import { requests } from './handler-requests.js';
import { root } from './places.js';
import { inRounds } from './rounds.js';

const asked = 2_000;
const atOnce = 32;
const accounts = 10_000;

const servers = ['bare', 'web', 'handler'];

const titles = {
  account: 'the account',
  subscription: 'a subscription',
  balances: 'balances',
  usage: 'usage, 31 days',
  invoices: 'a page of 20 invoices',
  preview: 'a preview: JSON sent, checked where it comes from',
  topUp: 'a top-up: the same, and a key of its own',
  opening: "a page's opening: the first five in turn",
};

export const handler = {
  name: 'handler',
  title: 'The handler on a server',
  about: `
${accounts.toLocaleString('en')} accounts in turn, ${atOnce} requests at a time over kept connections of one machine, each server a
process of its own. "Bare" is \`node:http\` alone with the same bytes; "bridge" is the same with \`Request\` and \`Response\`,
which is what the way from \`node:http\` to web requests costs by itself. The handler looks who asks, reads path, query and
body, and tags the answer.
`,

  async measure({ rounds }) {
    const running = await Promise.all(servers.map(start));
    try {
      await sameBytes(running);
      const variants = Object.keys(requests).flatMap((operation) =>
        running.map(({ name, port }) => ({ name: `${operation} ${name}`, operation, port })),
      );
      return report(await inRounds(rounds, variants, load));
    } finally {
      for (const { end } of running) end();
    }
  },
};

async function start(name) {
  const program = fork(join(root, 'test/bench/handler-server.js'), [name]);
  const [port] = await once(program, 'message');
  return { name, port, end: () => program.disconnect() };
}

/** What is compared must be the same: an answer that is a refusal would be a quick one. */
async function sameBytes(running) {
  const agent = new Agent();
  for (const operation of Object.keys(requests)) {
    const bodies = await Promise.all(running.map(({ port }) => ask(port, agent, operation, 7)));
    if (new Set(bodies).size > 1) throw new Error(`${operation}: ${bodies.join('\n')}`);
  }
}

async function load({ operation, port }) {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const took = [];
  let sent = 0;
  const person = async () => {
    while (sent < asked) {
      const begin = performance.now();
      await ask(port, agent, operation, (sent += 1));
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

function ask(port, agent, operation, count) {
  const { body, headers, method, path } = requests[operation](count);
  // Far from each other, so that all of them come to be asked for.
  const account = `acc_${(count * 7919) % accounts}`;
  const place = { host: '127.0.0.1', port, agent, path: `/api/billing/accounts/${account}${path}` };
  return new Promise((resolve, reject) => {
    request({ ...place, method, headers }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${path} answers ${answer.statusCode}.`));
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => resolve(Buffer.concat(chunks).toString()));
    })
      .on('error', reject)
      .end(body);
  });
}

function report(figures) {
  const rows = Object.entries(titles).map(([operation, title]) => {
    const [bare, web, ours] = servers.map((name) => figures[`${operation} ${name}`]);
    const cells = [
      title,
      Math.round(bare.rate).toLocaleString('en'),
      (web.rate / bare.rate).toFixed(2),
      Math.round(ours.rate).toLocaleString('en'),
      (ours.rate / bare.rate).toFixed(2),
      ...[bare.median, ours.median, bare.slow, ours.slow].map((ms) => ms.toFixed(1)),
    ];
    return { operation, cells, share: ours.rate / bare.rate };
  });
  const of = (name) => rows.find(({ operation }) => operation === name).share;
  return {
    columns: [
      'what',
      'bare, a second',
      'bridge, × of bare',
      'handler, a second',
      'handler, × of bare',
      'median, ms: bare',
      'handler',
      '99 of 100 within, ms: bare',
      'handler',
    ],
    rows: rows.map(({ cells }) => cells),
    goals: [
      {
        says: "Requests a second of a page's opening, beside bare `node:http`",
        value: of('opening'),
        atLeast: 0.2,
        why: 'Most of the rest is the bridge to web requests, and the hash of the tag.',
      },
      {
        says: 'Writes a second with a key each, beside bare `node:http`',
        value: of('topUp'),
        atLeast: 0.15,
        why: 'Most of the rest is the bridge, whose bodies are streams, and the hash of what is confirmed.',
      },
    ],
  };
}
