import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  framework: {
    name: '@storybook/web-components-vite',
    // The library's own settings leave the packages out, which a story needs.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  stories: ['../stories/**/*.stories.ts'],
  staticDirs: [
    // The worker must stand at the root to reach every request.
    { from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' },
    // One font for all, so that a story looks the same wherever it is opened.
    ...['400Regular', '500Medium', '600SemiBold', '700Bold'].map((weight) => ({
      from: `../node_modules/@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`,
      to: `/fonts/noto-sans-${weight.slice(0, 3)}.ttf`,
    })),
  ],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
} satisfies StorybookConfig;
