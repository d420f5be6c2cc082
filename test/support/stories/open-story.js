/** One story on a page of its own, as far as its `play` brings it. */

/** The moment that the mock worlds are told for; the backend in the page goes by it too. */
const STORY_TIME = '2026-03-18T15:30:00Z';
const LATEST = 20_000;
const SETTLED = 3_000;

/** What the toolbar would say, and no second run of axe by Storybook itself. */
const globals = 'a11y.manual:!true';

/**
 * Opens a story in a context of its own: nothing that one has stored reaches the next. `faults` is
 * what kept it from its end, `uncaught` fills as long as the page is open.
 */
export async function openStory(browser, address, id) {
  const context = await browser.newContext({
    viewport: { width: 1024, height: 768 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const uncaught = [];
  page.on('pageerror', (error) => uncaught.push(`uncaught: ${error.message}`));
  const story = { page, uncaught, faults: [], close: () => context.close() };
  try {
    await page.addInitScript(tellStoryTime, Date.parse(STORY_TIME));
    await page.addInitScript(watchStory);
    await page.goto(`${address}/iframe.html?id=${id}&viewMode=story&globals=${globals}`);
    const end = await within(LATEST, page.evaluate('window.storyEnd'));
    if (end !== 'success') story.faults.push(`ended with: ${end}`);
    // Faults are looked for in what the answers became; a story whose answers never come, as it is.
    await page.waitForLoadState('networkidle', { timeout: SETTLED }).catch(() => undefined);
  } catch (error) {
    story.faults.push(error.message);
  }
  return story;
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'nothing: it never finished');
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Runs in the page before anything else does: its clock starts at one moment and goes on until the
 * story has ended. Then it stands, and no long wait ends any more: how a story looks must not hang on
 * how fast a machine is.
 */
function tellStoryTime(storyTime) {
  const RealDate = Date;
  const longWait = 1_000;
  const ahead = storyTime - RealDate.now();
  let stoodAt;
  const now = () => stoodAt ?? RealDate.now() + ahead;
  window.stopStoryTime = () => {
    stoodAt ??= now();
  };
  window.Date = class extends RealDate {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(now());
    }

    static now() {
      return now();
    }
  };
  const { setTimeout } = window;
  window.setTimeout = (run, wait, ...given) =>
    setTimeout(() => {
      if (stoodAt === undefined || !(wait >= longWait)) run(...given);
    }, wait);
}

/** Runs in the page before anything else does: Storybook tells its channel how a story ended. */
function watchStory() {
  window.storyEnd = new Promise((end) => {
    const timer = setInterval(() => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return;
      clearInterval(timer);
      channel.on('storyFinished', ({ status }) => {
        window.stopStoryTime();
        end(status);
      });
      for (const event of ['playFunctionThrewException', 'storyThrewException', 'storyErrored']) {
        channel.on(event, ({ message, description }) => end(message ?? description));
      }
    }, 5);
  });
}
