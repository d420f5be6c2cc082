import { setCustomElementsManifest } from '@storybook/web-components-vite';
import type { Preview, StoryContext } from '@storybook/web-components-vite';

import manifest from '../dist/custom-elements.json';
import { worker } from '../mocks/browser.js';
import { billingHandlers } from '../mocks/handlers.js';
import type { Backend } from '../mocks/handlers.js';
import { argTypesOf } from './arg-types.js';
import ElementPage from './element-page.mdx';
import { htmlOf } from './snippet.js';
import { globalTypes, initialGlobals, onPage } from './toolbar.js';

setCustomElementsManifest(manifest);

// A chart measures its text once: what it measures with must be there before.
await Promise.all([
  worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: './mockServiceWorker.js' },
  }),
  ...[...document.fonts].map((font) => font.load()),
]);

export default {
  tags: ['autodocs'],
  globalTypes,
  initialGlobals,
  decorators: [onPage],
  // A story names its backend in `parameters.billing`: a world, and what is wrong with it.
  loaders: [
    ({ parameters }) => {
      const backend = parameters['billing'] as Backend | undefined;
      worker.resetHandlers(...billingHandlers(backend));
    },
  ],
  parameters: {
    a11y: { test: 'error' },
    // A frame for each story: on one page, all would get the last one's backend.
    docs: {
      page: ElementPage,
      extractArgTypes: argTypesOf,
      story: { inline: false, height: '24rem' },
      source: {
        transform: (code: string, { args, component }: StoryContext) =>
          typeof component === 'string' ? htmlOf(component, args) : code,
      },
    },
  },
} satisfies Preview;
