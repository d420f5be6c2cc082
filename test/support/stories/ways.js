/** How somebody looks at a page: colours, direction, width. */

/** Lets a page that is open be seen in another way, and waits until it has come to rest. */
export async function lookAs(page, { colours, direction, width, height }) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    colorScheme: colours === 'dark' ? 'dark' : 'light',
    forcedColors: colours === 'forced' ? 'active' : 'none',
  });
  await page.evaluate(setOnPage, {
    scheme: colours === 'dark' ? 'dark' : 'light',
    direction,
  });
}

/** Runs in the page. Two frames: what watches sizes and schemes draws in the one after. */
async function setOnPage({ scheme, direction }) {
  const root = document.documentElement;
  root.style.colorScheme = scheme;
  if (direction) root.dir = direction;
  for (let frames = 0; frames < 2; frames += 1) {
    await new Promise((drawn) => requestAnimationFrame(drawn));
  }
}
