/** WebKitGTK for @web/test-runner, with what its stock commands ask of a page. */
import { startWebKit } from './webkit.js';

/** As WebDriver calls them. */
const keys = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const buttons = ['left', 'middle', 'right'];

/** One browser, one page: a test file after the other. */
export function webkitLauncher() {
  const active = new Set();
  let browser;
  let page;
  return {
    name: 'WebKit',
    // It is no Puppeteer, but has a page that can be told the same.
    type: 'puppeteer',
    concurrency: 1,
    startSession: async (id, url) => {
      // Tests hear by it where a page is about to go.
      browser ??= await startWebKit({ features: ['NavigationAPI'] });
      page ??= pageOf(browser.command);
      active.add(id);
      await page.setViewport({ width: 800, height: 600 });
      await browser.visit(url);
    },
    startDebugSession: () => {
      throw new Error('Only in Chromium can tests be debugged.');
    },
    isActive: (id) => active.has(id),
    getBrowserUrl: () => browser.command('GET', '/url'),
    getPage: () => page,
    stopSession: async (id) => {
      active.delete(id);
      // No key stays pressed. What still runs on the page ends when the next one comes.
      await browser.command('DELETE', '/actions');
      return {};
    },
    stop: () => browser?.close(),
  };
}

function pageOf(command) {
  const act = (source) => command('POST', '/actions', { actions: [source] });
  const press = (...actions) => act({ type: 'key', id: 'keys', actions });
  const point = (...actions) =>
    act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  const key = (type, name) => ({ type, value: keys[name] ?? name });
  const button = (type, { button: name = 'left' } = {}) => ({
    type,
    button: buttons.indexOf(name),
  });
  const moved = (x, y) => ({ type: 'pointerMove', x, y, duration: 0, origin: 'viewport' });
  const innerSize = () =>
    command('POST', '/execute/sync', { script: 'return [innerWidth, innerHeight]', args: [] });

  return {
    /** The window is larger than the page, by what only shows once it is there. */
    setViewport: async ({ width, height }) => {
      const [innerWidth, innerHeight] = await innerSize();
      if (innerWidth === width && innerHeight === height) return;
      const rect = await command('GET', '/window/rect');
      const wanted = {
        width: rect.width - innerWidth + width,
        height: rect.height - innerHeight + height,
      };
      const given = await command('POST', '/window/rect', wanted);
      if (given.width !== wanted.width || given.height !== wanted.height) {
        throw new Error(`The window of WebKit is never ${width} by ${height}.`);
      }
      for (;;) {
        const [nowWide, nowHigh] = await innerSize();
        if (nowWide === width && nowHigh === height) return;
      }
    },
    keyboard: {
      down: (name) => press(key('keyDown', name)),
      up: (name) => press(key('keyUp', name)),
      press: (name) => press(key('keyDown', name), key('keyUp', name)),
      type: (text) =>
        press(...[...text].flatMap((letter) => [key('keyDown', letter), key('keyUp', letter)])),
    },
    mouse: {
      move: (x, y) => point(moved(x, y)),
      down: (options) => point(button('pointerDown', options)),
      up: (options) => point(button('pointerUp', options)),
      click: (x, y, options) =>
        point(moved(x, y), button('pointerDown', options), button('pointerUp', options)),
      reset: () => command('DELETE', '/actions'),
    },
    screenshot: () => command('GET', '/screenshot'),
  };
}
