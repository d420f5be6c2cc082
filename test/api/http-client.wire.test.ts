/** The client over real sockets: what no script of a `fetch` shows. */
import type { RequestListener, ServerResponse } from 'node:http';

import { expect } from 'chai';

import { systemClock } from '../../src/api/clock.js';
import type { Clock } from '../../src/api/clock.js';
import { createHttpClientWith } from '../../src/api/http-client.js';
import type { HttpClientSettings } from '../../src/api/http-client.js';
import { account, completed } from './support/answers.js';
import { errorOf, reasonOf } from './support/outcome.js';
import { startServer } from './support/wire-server.js';
import type { WireServer } from './support/wire-server.js';

const options = { idempotencyKey: 'confirmation-0001' };
/** Real timers, but no jitter to wait for. */
const clock: Clock = { ...systemClock, random: () => 0 };

let servers: WireServer[] = [];

async function serve(...script: RequestListener[]) {
  const server: WireServer = await startServer((request, response) => {
    const step = script[Math.min(server.asked.length, script.length) - 1];
    step?.(request, response);
  });
  servers.push(server);
  const api = (more: Partial<HttpClientSettings> = {}) =>
    createHttpClientWith({ apiBase: `${server.origin}/accounts/acc_1`, ...more }, clock);
  return { server, api };
}

function sendJson(response: ServerResponse, body: unknown, headers = {}): void {
  response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const good: RequestListener = (_request, response) => {
  sendJson(response, account);
};

const cutOff: RequestListener = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  response.write('{"id":', () => response.destroy());
};

const reset: RequestListener = (request) => {
  request.socket.destroy();
};

const stalled: RequestListener = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.write('{');
};

describe('the HTTP client over the wire', () => {
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.close()));
    servers = [];
  });

  it('reads an answer', async () => {
    const { api } = await serve(good);
    expect(await api().account()).to.include({ id: 'acc_1', currency: 'USD' });
  });

  it('tries a read again whose connection was reset', async () => {
    const { api, server } = await serve(reset, reset, good);
    expect((await api().account()).id).to.equal('acc_1');
    expect(server.asked).to.have.length(3);
  });

  it('takes a body that was cut off for a bad response, never for an answer', async () => {
    const { api } = await serve(cutOff);
    expect(await errorOf(api().account())).to.include({ code: 'bad_response', status: 200 });
  });

  it('tells of a refusal whose problem was cut off', async () => {
    const { api } = await serve((_request, response) => {
      response.writeHead(403, { 'Content-Type': 'application/json', 'Content-Length': '99' });
      response.write('{', () => response.destroy());
    });
    expect(await errorOf(api().account())).to.include({ code: 'forbidden', status: 403 });
  });

  it('takes broken gzip for a bad response', async () => {
    const { api } = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' });
      response.end(JSON.stringify(account));
    });
    expect((await errorOf(api().account())).code).to.equal('bad_response');
  });

  it('stops to read what has no end', async () => {
    const { api, server } = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      const chunk = ' '.repeat(1_000_000);
      const more = (): void => {
        if (!response.destroyed) response.write(chunk, more);
      };
      more();
    });
    expect((await errorOf(api().account())).code).to.equal('bad_response');
    await server.gaveUp(0);
  });

  it('closes the connection of a call that is given up', async () => {
    const { api, server } = await serve(stalled);
    const leaving = new AbortController();
    const left = reasonOf(api().account({ signal: leaving.signal }));
    while (server.asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    leaving.abort('gone');
    expect(await left).to.equal('gone');
    await server.gaveUp(0);
  });

  it('sends a write whose answer was lost once more, and the server knows it again', async () => {
    const ledger = new Set<unknown>();
    const pay: RequestListener = (request, response) => {
      ledger.add(request.headers['idempotency-key']);
      sendJson(response, completed);
    };
    const { api, server } = await serve((request, response) => {
      ledger.add(request.headers['idempotency-key']);
      cutOff(request, response);
    }, pay);
    expect((await api().payInvoice('in_1', {}, options)).status).to.equal('completed');
    expect(server.asked).to.have.length(2);
    expect([...ledger]).to.eql([options.idempotencyKey]);
  });

  it('never follows a redirect, and never takes the token to another origin', async () => {
    const other = await serve(good);
    for (const status of [301, 302, 303, 307, 308]) {
      const { api } = await serve((_request, response) => {
        response.writeHead(status, { Location: other.server.origin }).end();
      });
      const getToken = () => Promise.resolve('canary');
      expect((await errorOf(api({ getToken }).account())).code).to.equal('unauthenticated');
    }
    expect(other.server.asked).to.eql([]);
  });

  it('renews a token that ran out once, for all clients of a page', async () => {
    const { api, server } = await serve((request, response) => {
      if (request.headers.authorization === 'Bearer t2') sendJson(response, account);
      else response.writeHead(401).end();
    });
    let asked = 0;
    const getToken = () => Promise.resolve(`t${(asked += 1)}`);
    const clients = Array.from({ length: 20 }, () => api({ getToken }));
    await Promise.all(clients.map((client) => client.account()));
    expect([asked, server.asked.length]).to.eql([2, 40]);
  });

  it('asks for what is new by the tag of what it holds', async () => {
    const { api, server } = await serve((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else sendJson(response, account, { ETag: '"v1"' });
    });
    const client = api();
    expect(await client.account()).to.eql(await client.account());
    expect(server.asked[1]?.headers['if-none-match']).to.equal('"v1"');
  });

  it('tells of a server that is not there', async () => {
    const { api, server } = await serve(good);
    await server.close();
    expect(await errorOf(api().account())).to.include({ code: 'network', status: 0 });
  });
});
