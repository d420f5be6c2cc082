import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { pseudoTag, registerPseudoLocale } from '../../mocks/pseudo-locale.js';
import { storyTime } from '../support/clock.js';
import { catchDownloads } from '../support/downloads.js';
import type { Downloads } from '../support/downloads.js';
import { holdTime } from '../support/held-time.js';
import type { HeldTime } from '../support/held-time.js';
import { misfitsIn } from '../support/pseudo/fits.js';
import { markedData } from '../support/pseudo/marked-data.js';
import { markIntl } from '../support/pseudo/marked-intl.js';
import { foreignIn, hardCodedIn } from '../support/pseudo/said.js';
import { watchPrinting } from '../support/printing.js';
import type { Printing } from '../support/printing.js';
import { states } from '../support/states/index.js';
import { Stage } from '../support/states/stage.js';

const desktop = { width: 1400, height: 900 };
const widths = [240, 320, 360, 480, 768, 1024, 1280];

const headOf = (table: string): string => table.split('\r\n')[0] ?? '';

describe('In a language that is longer by 40 %', () => {
  let place: HTMLElement;
  let stage: Stage;
  let time: HeldTime;
  let downloads: Downloads;
  let printing: Printing;
  let unmark: () => void;
  const { open } = window;

  before(async () => {
    registerPseudoLocale();
    unmark = markIntl();
    // A page behind another one is not drawn, and asks for nothing.
    window.open = () => null;
    document.body.style.margin = '0';
    await setViewport(desktop);
  });
  after(async () => {
    unmark();
    window.open = open;
    document.body.style.removeProperty('margin');
    await setViewport({ width: 800, height: 600 });
  });

  beforeEach(() => {
    localStorage.clear();
    document.documentElement.lang = pseudoTag;
    time = holdTime(storyTime);
    downloads = catchDownloads();
    printing = watchPrinting();
    place = document.createElement('div');
    document.body.append(place);
    stage = new Stage(place, time, markedData);
  });
  afterEach(() => {
    place.remove();
    downloads.stop();
    printing.stop();
    time.release();
    document.documentElement.lang = 'en';
    document.documentElement.removeAttribute('dir');
    localStorage.clear();
  });

  /** What is hard-coded in what was printed, and in the heads of the files that were saved. */
  const hardCodedOutside = async (): Promise<string[]> => {
    const pages = printing.printed.flatMap(({ contentDocument }) => contentDocument ?? []);
    const tables = downloads.saved.filter(({ name }) => name.endsWith('.csv'));
    const heads = await Promise.all(tables.map(async ({ file }) => headOf(await file.text())));
    return [
      ...pages.flatMap((page) => hardCodedIn(page.documentElement)),
      ...heads.map(foreignIn).filter((rest) => rest !== ''),
    ];
  };

  /** Everything that is wrong at any width, in either direction. */
  const misfits = async (least: number): Promise<string[]> => {
    const found: string[] = [];
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      await stage.turn();
      for (const width of widths.filter((each) => each >= least)) {
        await widen(width);
        found.push(...misfitsIn(place).map((misfit) => `${width} ${dir}: ${misfit}`));
      }
    }
    if (stage.isOpen) await setViewport(desktop);
    return found;
  };

  /** Dialogs are as wide as the page lets them be, everything else as what it stands in. */
  const widen = async (width: number): Promise<void> => {
    place.style.inlineSize = `${width}px`;
    if (stage.isOpen) await setViewport({ width, height: 800 });
    if (stage.isDrawn) await stage.drawing();
  };

  for (const { least = 0, name, play } of states) {
    it(`${name}: every text is one of the messages, data, or of Intl, and fits`, async () => {
      await play(stage);
      expect([...hardCodedIn(place), ...(await hardCodedOutside())], 'hard-coded').to.eql([]);
      expect(await misfits(least), 'misfits').to.eql([]);
    });
  }
});
