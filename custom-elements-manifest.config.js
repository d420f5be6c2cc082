/**
 * The analyzer also lists each `dispatchEvent(new XEvent(…))`, without a name or under that of the
 * first argument. An event of ours is one that its element's comment describes.
 */
const describedEvents = {
  name: 'described-events',
  moduleLinkPhase({ moduleDoc }) {
    for (const declaration of moduleDoc.declarations ?? []) {
      if (!declaration.events) continue;
      declaration.events = declaration.events.filter(({ description }) => description);
    }
  },
};

export default {
  globs: [
    'src/elements/billing-element.ts',
    'src/elements/*/!(*.*).ts',
    'src/elements/**/*.{element,events}.ts',
  ],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [describedEvents],
};
