import { execFileSync } from 'node:child_process';

import { expect } from 'chai';

import { root } from '../../support/source.js';

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

describe('The tarball', () => {
  const answer = execFileSync('npm', ['pack', '--dry-run', '--json'], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(answer) as Packed[];
  const paths = (packed?.files ?? []).map(({ path }) => path);

  it('holds the build and the papers, nothing else', () => {
    const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'THIRD-PARTY.md', 'package.json'];
    expect(paths.filter((path) => !path.startsWith('dist/'))).to.have.members(papers);
  });

  it('holds the entries, their types, the contract and the manifest', () => {
    expect(paths).to.include.members([
      'dist/index.js',
      'dist/index.d.ts',
      'dist/all.js',
      'dist/server.js',
      'dist/kit/bin.js',
      'dist/kit/conformance.js',
      'dist/conformance/index.d.ts',
      'dist/cdn/billing-elements.js',
      'dist/cdn/import-map.json',
      'dist/custom-elements.json',
      'dist/vscode.html-custom-data.json',
      'dist/web-types.json',
      'dist/react.d.ts',
      'dist/svelte.d.ts',
      'dist/vue.d.ts',
      'dist/tags.d.ts',
      'dist/openapi.yaml',
      'dist/themes/neutral.css',
    ]);
  });
});
