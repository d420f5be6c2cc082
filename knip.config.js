import { tags } from './tags.js';

/** Finds files, exports and packages that nobody uses. */
export default {
  entry: [
    'src/{all,index,server/index}.ts',
    'src/conformance/{bin,index}.ts',
    'test/bench/handler-server.js',
    'src/engines/*.ts',
    ...tags.map((tag) => `src/elements/${tag}/${tag}.ts`),
    // What scripts, pages and tests name in other ways than by an import.
    'custom-elements-manifest.config.js',
    '.storybook/*.ts',
    'mocks/demo/*.ts',
    'stories/*.stories.ts',
    'test/**/*.test.ts',
    'test/faults/page/main.ts',
    'test/support/engine-gate.ts',
    'test/support/policy-gate.ts',
    'vitest.faults.config.ts',
    'test/bench/{handler-server.js,pages/**/*.js}',
    'test/docs/{placeholders,runs}/*',
    'test/mutation/{stryker.config.js,vitest.config.ts}',
    'web-test-runner.config.js',
  ],
  project: ['*.{js,ts}', '.storybook/*.ts', '{mocks,src,stories,test}/**/*.{js,ts}'],
  // Written by a program.
  ignore: ['src/contract/openapi.ts'],
  // Their files are looked up by path, or named in `types/`, which is complete only in `dist/`.
  ignoreDependencies: [
    '@expo-google-fonts/noto-sans',
    '@stdy/cli',
    '@stryker-mutator/vitest-runner',
    'axe-core',
    'dejavu-fonts-ttf',
    'pg',
    'svelte',
    'vue',
  ],
  ignoreBinaries: [
    'apt-get',
    'dpkg',
    'pdffonts',
    'pdfimages',
    'pdfinfo',
    'pdftotext',
    'redis-server',
  ],
};
