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

/** Runs in the page. It is at rest once nothing has been drawn anew for some frames. */
async function setOnPage({ direction, scheme }) {
  const quietFrames = 3;
  const longest = 2_000;
  let quiet = 0;
  const observer = new MutationObserver(() => {
    quiet = 0;
  });
  const watch = (root) => {
    observer.observe(root, { subtree: true, childList: true, attributes: true });
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) watch(shadowRoot);
  };
  watch(document);
  const root = document.documentElement;
  root.style.colorScheme = scheme;
  if (direction) root.dir = direction;
  const end = performance.now() + longest;
  while (quiet < quietFrames && performance.now() < end) {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    quiet += 1;
  }
  observer.disconnect();
}
