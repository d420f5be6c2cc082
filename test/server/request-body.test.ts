import { expect } from 'chai';

import { handlerOver, problemOf, refusalOf, unasked, without, write } from './support.js';

const path = '/billing/balances/credits/top-up';
const order = { optionId: 'pack_100' };
const ofType = (type: string) => write(path, order, { headers: { 'Content-Type': type } });

const asksNobody = handlerOver({ topUp: unasked });

/** A write whose body comes in pieces, so that it says nothing of its length. */
function inPieces(...pieces: readonly string[]): Request {
  const bytes = pieces.map((piece) => new TextEncoder().encode(piece));
  const body = new ReadableStream({
    start(stream) {
      for (const piece of bytes) stream.enqueue(piece);
      stream.close();
    },
  });
  const { headers, url } = without('Content-Length', write(path, order));
  return new Request(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
}

describe('The body of a request', () => {
  for (const type of [
    'application/json',
    'application/json; charset=utf-8',
    'Application/JSON ; charset=UTF-8',
  ]) {
    it(`may be of the type "${type}"`, async () => {
      expect((await handlerOver()(ofType(type))).status).to.equal(200);
    });
  }

  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=application/json',
    'application/jsonp',
    'text/plain; application/json',
    '',
  ]) {
    it(`is refused as "${type}", which a form of another site may send`, async () => {
      expect(await refusalOf(await asksNobody(ofType(type)))).to.eql([
        415,
        'invalid_request',
        undefined,
      ]);
    });
  }

  it('is refused where it does not say its type', async () => {
    const headers = new Headers(write(path, order).headers);
    headers.delete('Content-Type');
    const body = new TextEncoder().encode(JSON.stringify(order));
    const request = new Request(`http://host.test${path}`, { method: 'POST', headers, body });
    expect((await asksNobody(request)).status).to.equal(415);
  });

  it('is refused where it is not JSON, or not the UTF-8 that JSON is written in', async () => {
    const broken = write(path, '{"optionId":');
    const latin = new Uint8Array(
      [...'{"optionId":"'].map((sign) => sign.charCodeAt(0)).concat(0xe9, 0x22, 0x7d),
    );
    for (const request of [broken, new Request(write(path, order), { body: latin })]) {
      const problem = await problemOf(await asksNobody(request));
      expect([problem.status, problem.code]).to.eql([400, 'invalid_request']);
      expect(problem.errors).to.eql([{ pointer: '', detail: 'Is not JSON.' }]);
    }
  });

  it('is put together where it comes in pieces', async () => {
    const handle = handlerOver({
      topUp: (id, { optionId = '' }) =>
        Promise.resolve({ id: `${id} ${optionId}`, status: 'completed' }),
    });
    const response = await handle(inPieces('{"opti', 'onId":"pack', '_100"}'));
    expect(await response.json()).to.eql({ id: 'credits pack_100', status: 'completed' });
  });

  describe('of at most 64 bytes', () => {
    const handle = handlerOver({}, { mostBodyBytes: 64 });
    const long = (length: number) => JSON.stringify(order).padEnd(length);

    it('is taken with 64', async () => {
      const headers = { 'Content-Length': '64' };
      expect((await handle(write(path, long(64), { headers }))).status).to.equal(200);
      expect((await handle(inPieces(long(32), ' '.repeat(32)))).status).to.equal(200);
    });

    it('is refused with 65, whether it says so or not', async () => {
      const headers = { 'Content-Length': '65' };
      for (const request of [
        write(path, long(65)),
        write(path, order, { headers }),
        inPieces(long(64), ' '),
      ]) {
        expect(await refusalOf(await handle(request))).to.eql([413, 'invalid_request', undefined]);
      }
    });
  });

  it('may be of 64 KiB where the host says nothing else, and no longer', async () => {
    const text = JSON.stringify(order);
    expect((await handlerOver()(write(path, text.padEnd(65_536)))).status).to.equal(200);
    expect((await asksNobody(write(path, text.padEnd(65_537)))).status).to.equal(413);
  });
});
