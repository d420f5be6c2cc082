/// <reference types="vite/client" />
/** The themes that come with the elements, as far as there are any: each file joins by itself. */
// As it is written: a bundler would lower `light-dark()` for browsers that the elements do not run in.
const files = import.meta.glob<string>('../src/themes/*.css', {
  eager: true,
  query: '?raw',
  import: 'default',
});

const themes = new Map(
  Object.entries(files).map(([path, css]) => [path.replace(/^.*\/|\.css$/g, ''), css]),
);

/** The names of the themes, which are those of their files. */
export const themeNames: readonly string[] = [...themes.keys()];

/** The text of a theme; none where there is no such theme. */
export const themeText = (name: string): string => themes.get(name) ?? '';

const sheet = new CSSStyleSheet();

/** Lets the page be in a theme, in place of the one before. */
export function setTheme(name: string): void {
  sheet.replaceSync(themeText(name));
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
}
