import { expect } from 'chai';

import { saveFile } from '../../src/export/save-file.js';

interface Click {
  readonly address: string;
  readonly name: string;
  /** What the address held when it was clicked. */
  readonly content: Promise<string>;
}

/** What a link is to `saveFile`. No browser here: that it downloads is shown end to end. */
class StandInLink {
  href = '';
  download = '';
  readonly #clicks: Click[];

  constructor(clicks: Click[]) {
    this.#clicks = clicks;
  }

  click(): void {
    const content = fetch(this.href).then((response) => response.text());
    this.#clicks.push({ address: this.href, name: this.download, content });
  }
}

describe('saving a file', () => {
  const { setTimeout } = globalThis;
  let clicks: Click[];
  let later: (() => void)[];

  beforeEach(() => {
    clicks = [];
    later = [];
    const createElement = () => new StandInLink(clicks);
    Object.defineProperty(globalThis, 'document', { value: { createElement }, configurable: true });
    Reflect.set(globalThis, 'setTimeout', (run: () => void) => later.push(run));
  });

  afterEach(() => {
    Reflect.set(globalThis, 'setTimeout', setTimeout);
    Reflect.deleteProperty(globalThis, 'document');
  });

  it('downloads it once, under a name that every system takes', async () => {
    saveFile(new Blob(['a,b']), 'us\u202Eage/1.csv');
    expect(clicks.map(({ name }) => name)).to.eql(['usage-1.csv']);
    expect(await clicks[0]?.content).to.equal('a,b');
  });

  it('keeps its address until the browser has read it, and no longer', async () => {
    saveFile(new Blob(['a,b']), 'usage.csv');
    const address = clicks[0]?.address ?? '';
    expect((await fetch(address)).ok).to.equal(true);
    for (const run of later) run();
    const answer = await fetch(address).then(
      () => 'still there',
      () => 'gone',
    );
    expect(answer).to.equal('gone');
  });
});
