/** The pages of documentation, taken apart: blocks of code, headings, links. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

import { filesOf, root } from '../support/source.js';

export interface Block {
  /** For example `docs/embed.md`. */
  readonly page: string;
  /** The line of the page on which the code begins. */
  readonly line: number;
  readonly language: string;
  /** The words behind the language: `runs=take-over` says `take-over` of `runs`. */
  readonly options: Readonly<Partial<Record<string, string>>>;
  readonly code: string;
  /** For titles of tests: `docs/embed.md:12 html`. */
  readonly name: string;
}

export interface Page {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The names that links may have behind `#`, as GitHub makes them of headings. */
  readonly anchors: readonly string[];
  /** Where its links and pictures lead to. */
  readonly links: readonly string[];
}

const fence = /^(?<indent> *)(?<ticks>`{3,})(?<info>.*)$/;

const onTop = readdirSync(root)
  // The licences of others are as they are.
  .filter((name) => name.endsWith('.md') && name !== 'THIRD-PARTY.md');
const ofExamples = readdirSync(`${root}examples`)
  .map((name) => `examples/${name}/README.md`)
  .filter((path) => existsSync(root + path));

/** Those in the root of the project and of each example, and all of `docs/`. */
export const pages: readonly Page[] = [
  ...[...onTop, ...ofExamples].map((path) => ({ path, text: readFileSync(root + path, 'utf8') })),
  ...filesOf('docs', '.md'),
].map(({ path, text }) => pageOf(path, text));

/** Every block in one of these languages. */
export function blocksIn(...languages: readonly string[]): Block[] {
  return pages.flatMap(({ blocks }) =>
    blocks.filter(({ language }) => languages.includes(language)),
  );
}

function pageOf(path: string, text: string): Page {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: { indent: number; ticks: string; info: string; line: number } | undefined;
  let code: string[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    const { indent = '', ticks = '', info = '' } = fence.exec(content)?.groups ?? {};
    if (open?.ticks === ticks && info.trim() === '') {
      blocks.push(blockOf(path, open.line, open.info, code));
      open = undefined;
    } else if (open) {
      code.push(content.slice(open.indent));
    } else if (ticks) {
      open = { indent: indent.length, ticks, info, line: index + 2 };
      code = [];
    } else {
      prose.push(content);
    }
  }
  if (open) throw new Error(`${path}:${open.line}: this block of code is not closed.`);
  return { path, text, blocks, anchors: anchorsOf(prose), links: linksOf(prose) };
}

function blockOf(page: string, line: number, info: string, code: readonly string[]): Block {
  const [language = '', ...words] = info.trim().split(/\s+/);
  const options: Record<string, string> = Object.fromEntries(
    words.map((word) => {
      const [key = '', value = ''] = word.split('=', 2);
      return [key, value];
    }),
  );
  return {
    page,
    line,
    language,
    options,
    code: code.join('\n'),
    name: `${page}:${line} ${language}`,
  };
}

function anchorsOf(prose: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return prose.flatMap((line) => {
    const [, heading] = /^#{1,6} (.+)$/.exec(line) ?? [];
    if (heading === undefined) return [];
    const slug = heading
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .trim()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return [count === 0 ? slug : `${slug}-${count}`];
  });
}

function linksOf(prose: readonly string[]): string[] {
  const text = prose.join('\n').replaceAll(/`[^`\n]*`/g, '');
  const written = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)|\b(?:src|srcset|href)="([^"]+)"/g;
  return [...text.matchAll(written)].map(([, inMarkdown, inHtml]) => inMarkdown ?? inHtml ?? '');
}
