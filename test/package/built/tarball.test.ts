import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';

import { expect } from 'chai';

import { pages } from '../../docs/pages.js';
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

  it('holds the build, the papers and the documentation, nothing else', () => {
    const papers = [
      'ACCESSIBILITY.md',
      'ARCHITECTURE.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'LICENSE',
      'README.md',
      'SECURITY.md',
      'THIRD-PARTY.md',
      'package.json',
      'src/contract/openapi.yaml',
    ];
    expect(paths.filter((path) => !/^(dist|docs)\//.test(path))).to.have.members(papers);
    const docs = paths.filter((path) => path.startsWith('docs/'));
    expect(docs.filter((path) => !/\.md$|^docs\/images\/[\w-]+\.png$/.test(path))).to.eql([]);
  });

  it('holds what its pages link to, but for the code that the repository alone has', () => {
    const ofRepository = /^(examples|test)\/|^eslint\.layers\.js$/;
    const packedPages = pages.filter(({ path }) => paths.includes(path));
    expect(packedPages.map(({ path }) => path)).to.include.members(['README.md', 'docs/README.md']);
    const broken = packedPages.flatMap(({ path: from, links }) =>
      links
        .filter((link) => !/^(https?|mailto):|^#/.test(link))
        .map((link) => posix.join(posix.dirname(from), link.split('#', 1)[0] ?? ''))
        .filter((target) => !paths.includes(target) && !ofRepository.test(target))
        .map((target) => `${from}: ${target}`),
    );
    expect(broken).to.eql([]);
    // Who looks at the package first finds all that it is led to.
    const readme = packedPages.find(({ path }) => path === 'README.md');
    expect(readme?.links.filter((link) => ofRepository.test(link))).to.eql([]);
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
