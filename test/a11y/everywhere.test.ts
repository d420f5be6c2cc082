/** What must hold wherever people look: in every element, in every dialog, however it is shown. */
import { expect, fixtureCleanup } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { LitElement } from 'lit';

import { focused, keys } from '../support/accessibility.js';
import { accessibleNodes, emulate } from '../support/browser-commands.js';
import { storyTime } from '../support/clock.js';
import { holdTime } from '../support/held-time.js';
import { scenes } from '../support/scenes.js';
import {
  beyondEdge,
  called,
  controlsIn,
  cutText,
  faintFocus,
  moving,
  numbersIn,
  overlappingText,
  pressable,
  skippedHeadings,
  smallTargets,
  stopsIn,
  unspokenLabels,
} from '../support/survey.js';

type Look = (el: LitElement) => readonly string[] | Promise<readonly string[]>;

/** What the person or their browser changes about what is shown, and what is looked at then. */
interface View {
  readonly show: () => Promise<unknown>;
  readonly looks: Readonly<Record<string, Look>>;
}

const wide = { width: 1280, height: 900 };
const still = { reducedMotion: 'reduce' } as const;
const root = document.documentElement;

/** Roles that say nothing without a name. */
const named = new Set(
  (
    'button link checkbox radio combobox textbox Date tab tabpanel tablist meter progressbar table ' +
    'dialog navigation region application heading DisclosureTriangle'
  ).split(' '),
);

const nameless: Look = async () =>
  (await accessibleNodes())
    .filter(({ name = '', role }) => named.has(role) && name.trim() === '')
    .map(({ role }) => role);

/** Numbers on screen that are not in the tree that is read. */
const unheard: Look = async (el) => {
  const nodes = await accessibleNodes();
  const heard = nodes.map(({ name = '' }) => name.replaceAll(/\s+/gu, ' ')).join('\n');
  return numbersIn(el).filter((number) => !heard.includes(number));
};

/** Controls that Tab does not come by, in the order of the page. */
const unreached: Look = async (el) => {
  const stops = stopsIn(el);
  const [first, ...others] = stops;
  if (!first) return [];
  first.focus();
  const reached = new Set<HTMLElement | null>([first]);
  // Not beyond the last one: there the browser takes the focus for itself. A date is several stops.
  for (let key = 0; reached.size <= others.length && key < stops.length * 4; key += 1) {
    await keys('Tab');
    reached.add(focused());
  }
  return others.filter((stop) => !reached.has(stop)).map(called);
};

/** As browsers of people who need it set text: WCAG 1.4.12. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`);

function spaceOut(scope: Element | ShadowRoot): void {
  for (const { shadowRoot } of [scope, ...scope.querySelectorAll('*')] as Element[]) {
    if (!shadowRoot) continue;
    shadowRoot.adoptedStyleSheets.push(spacing);
    spaceOut(shadowRoot);
  }
}

const views: Readonly<Record<string, View>> = {
  'in light': {
    show: () => emulate({ ...still, colorScheme: 'light' }),
    looks: {
      unreached,
      nameless,
      unheard,
      unspokenLabels,
      skippedHeadings,
      smallTargets,
      faintFocus,
      moving,
      overlappingText,
      cutText,
    },
  },
  'in dark': {
    show: () => emulate({ ...still, colorScheme: 'dark' }),
    looks: { faintFocus },
  },
  'in forced colours': {
    show: () => emulate({ ...still, forcedColors: 'active' }),
    looks: { faintFocus },
  },
  'at 200 %': {
    show: async () => {
      await emulate(still);
      root.style.fontSize = '200%';
    },
    looks: { cutText, overlappingText, beyondEdge },
  },
  'at 320 px': {
    show: async () => {
      root.style.removeProperty('font-size');
      await setViewport({ width: 320, height: 900 });
    },
    looks: { beyondEdge, cutText, overlappingText, smallTargets, faintFocus },
  },
  'on paper': {
    show: async () => {
      await setViewport(wide);
      await emulate({ media: 'print' });
    },
    looks: { pressable, cutText, overlappingText },
  },
  'with space in text': {
    show: async () => {
      await emulate(still);
      spaceOut(document.body);
    },
    looks: { cutText, overlappingText, beyondEdge },
  },
};

/** Charts and the like follow their size a frame later. */
async function laidOut(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) {
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}

describe('Everywhere', () => {
  /** What is wrong, by view and look, each with its scene. */
  const faults = new Map<string, string[]>();
  let controls = 0;

  before(async function visitEveryScene() {
    this.timeout(120_000);
    await setViewport(wide);
    const time = holdTime(storyTime);
    for (const [name, scene] of Object.entries(scenes)) {
      localStorage.clear();
      const el = await scene(time);
      controls += controlsIn(el).length;
      for (const [view, { looks, show }] of Object.entries(views)) {
        await show();
        await laidOut();
        for (const [look, see] of Object.entries(looks)) {
          const seen = (await see(el)).map((fault) => `${name}: ${fault}`);
          const key = `${look} ${view}`;
          faults.set(key, [...(faults.get(key) ?? []), ...seen]);
        }
      }
      fixtureCleanup();
    }
    time.release();
  });

  after(async () => {
    localStorage.clear();
    root.removeAttribute('style');
    await emulate({});
    await setViewport({ width: 1024, height: 768 });
  });

  /** Fails too where nothing was looked at. */
  function expectNone(key: string): void {
    expect(faults.get(key), key).to.eql([]);
  }

  it('Everywhere (WCAG 2.1.1): Tab reaches every control; radios of a group and tabs of a row are one stop', () => {
    expect(controls, 'controls looked at').to.be.above(200);
    expectNone('unreached in light');
  });

  it('Everywhere (WCAG 4.1.2): every control, table, dialog, meter and heading has a name', () => {
    expectNone('nameless in light');
  });

  it('Everywhere (WCAG 1.3.1): every number on screen is in the tree that is read', () => {
    expectNone('unheard in light');
  });

  it('Everywhere (WCAG 2.5.3): the name of a control has the words that are on it', () => {
    expectNone('unspokenLabels in light');
  });

  it('Everywhere (WCAG 2.4.6): no heading skips a level', () => {
    expectNone('skippedHeadings in light');
  });

  it('Everywhere (WCAG 2.5.8): every target has 24 by 24 px, or stands far enough from the others', () => {
    expectNone('smallTargets in light');
  });

  it('Everywhere (WCAG 2.5.8): targets are as large at 320 px', () => {
    expectNone('smallTargets at 320 px');
  });

  it('Everywhere (WCAG 2.4.7): what has the focus has a ring of 2 px at 3:1, in light', () => {
    expectNone('faintFocus in light');
  });

  it('Everywhere (WCAG 2.4.7): what has the focus has a ring of 2 px at 3:1, in dark', () => {
    expectNone('faintFocus in dark');
  });

  it('Everywhere (WCAG 2.4.7): what has the focus has a ring of 2 px at 3:1, in forced colours', () => {
    expectNone('faintFocus in forced colours');
  });

  it('Everywhere (WCAG 2.4.7): what has the focus has a ring of 2 px at 3:1, at 320 px', () => {
    expectNone('faintFocus at 320 px');
  });

  it('Everywhere (WCAG 2.3.3): nothing moves or takes its time where the person wants no motion', () => {
    expectNone('moving in light');
  });

  it('Everywhere (WCAG 1.4.4): text of twice the size is not cut', () => {
    expectNone('cutText at 200 %');
  });

  it('Everywhere (WCAG 1.4.4): text of twice the size lies on no other text', () => {
    expectNone('overlappingText at 200 %');
  });

  it('Everywhere (WCAG 1.4.4): text of twice the size stays within the window', () => {
    expectNone('beyondEdge at 200 %');
  });

  it('Everywhere (WCAG 1.4.10): at 400 %, 320 px wide, nothing but tables scrolls sideways', () => {
    expectNone('beyondEdge at 320 px');
  });

  it('Everywhere (WCAG 1.4.10): at 400 %, 320 px wide, no text is cut', () => {
    expectNone('cutText at 320 px');
  });

  it('Everywhere (WCAG 1.4.10): at 400 %, 320 px wide, no text lies on another', () => {
    expectNone('overlappingText at 320 px');
  });

  it('Everywhere (WCAG 1.4.12): with more space between lines, words and letters no text is cut', () => {
    expectNone('cutText with space in text');
  });

  it('Everywhere (WCAG 1.4.12): with more space between lines, words and letters no text lies on another', () => {
    expectNone('overlappingText with space in text');
  });

  it('Everywhere (WCAG 1.4.12): with more space between lines, words and letters all stays within the window', () => {
    expectNone('beyondEdge with space in text');
  });

  it('Everywhere (print): on paper there is nothing to press, to fill in or to wait for', () => {
    expectNone('pressable on paper');
  });

  it('Everywhere (print): on paper no text is cut, and none lies on another', () => {
    expectNone('cutText on paper');
    expectNone('overlappingText on paper');
  });

  it('Everywhere (WCAG 1.4.4): as it is at first no text is cut, and none lies on another', () => {
    expectNone('cutText in light');
    expectNone('overlappingText in light');
  });
});
