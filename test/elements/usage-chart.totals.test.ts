import { expect, waitUntil } from '@open-wc/testing';

import type { WorldName } from '../../mocks/memory-engine.js';
import { worlds } from '../../mocks/worlds/index.js';
import { sumDecimals } from '../../src/billing/decimal.js';
import '../../src/elements/usage-chart/usage-export.js';
import '../../src/export/papaparse.vendor.js';
import { builtInTags } from '../../src/i18n/languages.js';
import { parseCsv } from '../export/parse-csv.vendor.js';
import { restoreClock, setClock, storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import { parts, press, settled, texts } from '../support/mount.js';
import { amountIn } from '../support/numbers.js';
import { serving } from '../support/serving.js';
import { chartOf } from '../support/usage-chart.js';

/** A name as it was before a spreadsheet was kept from running it. */
const asRead = (cell: string): string => cell.replace(/^'(?=[-+=@])/, '');

describe('A total of usage is the same on screen, of its groups, and as CSV', () => {
  let downloads: Downloads;

  beforeEach(() => {
    setClock(storyTime);
    downloads = catchDownloads();
  });

  afterEach(() => {
    downloads.stop();
    restoreClock();
    document.documentElement.dir = '';
  });

  for (const world of Object.keys(worlds) as WorldName[]) {
    for (const tag of ['en', ...builtInTags]) {
      it(`of ${world} in ${tag}`, async () => {
        document.documentElement.dir = ['ar', 'he'].includes(tag) ? 'rtl' : 'ltr';
        const el = await chartOf(serving({}, world), {
          range: '6m',
          'group-by': 'channel',
          locale: tag,
        });
        await waitUntil(() => texts(el, 'total').length > 0, 'a total', { timeout: 10_000 });
        await settled(el);
        const shown = amountIn(texts(el, 'total')[0] ?? '', tag);

        press(el, 'export');
        await el.updateComplete;
        if (parts(el, 'export-summary').length > 0) press(el, 'export-summary');
        await waitUntil(() => downloads.saved.length === 1, 'the file', { timeout: 10_000 });
        const [head = [], ...rows] = parseCsv(
          (await downloads.text()).replace('\uFEFF', '').trimEnd(),
        );
        const sumOf = (column: number) => sumDecimals(rows.map((row) => row[column] ?? '0'));
        expect(sumOf(1)).to.equal(shown);
        // Between the total and the note each column is a group. Where nothing was used, no bar is drawn.
        const groups = head.slice(2, -1).map((name, group) => [asRead(name), sumOf(group + 2)]);
        const legend = [...(el.shadowRoot?.querySelectorAll('.legend li') ?? [])];
        expect(
          legend.map((group) => [
            group.querySelector('bdi')?.textContent,
            amountIn(group.querySelector('.number')?.textContent ?? '', tag),
          ]),
        ).to.have.deep.members(shown === '0' ? [] : groups);
      }).timeout(20_000);
    }
  }
});
