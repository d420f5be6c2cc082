import { tags } from './tags.js';

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

/** What is private is nobody's to read about. */
const publicMembers = {
  name: 'public-members',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members?.filter(
          ({ privacy }) => privacy !== 'private' && privacy !== 'protected',
        );
      }
    }
  },
};

export default {
  globs: [
    'src/elements/billing-element.ts',
    ...tags.map((tag) => `src/elements/${tag}/${tag}.ts`),
    'src/elements/**/*.{element,events}.ts',
  ],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [describedEvents, publicMembers],
};
