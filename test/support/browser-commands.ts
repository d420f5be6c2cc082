/** What a browser test asks of the browser itself. Viewport and keys: `@web/test-runner-commands`. */
import { executeServerCommand } from '@web/test-runner-commands';

export interface AccessibleNode {
  readonly role: string;
  readonly name?: string;
  readonly value?: string | number;
  readonly description?: string;
  readonly level?: number;
  readonly checked?: boolean | 'mixed';
  readonly selected?: boolean;
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly focused?: boolean;
  readonly modal?: boolean;
  readonly busy?: boolean;
  readonly required?: boolean;
  readonly invalid?: string;
  readonly live?: string;
  readonly valuetext?: string;
  readonly valuemin?: number;
  readonly valuemax?: number;
  readonly children?: readonly AccessibleNode[];
}

export interface Emulation {
  readonly media?: 'print' | 'screen';
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
}

/** Every node of the page's accessibility tree in reading order, meters and tables included. */
export async function accessibleNodes(): Promise<AccessibleNode[]> {
  const root = await executeServerCommand<AccessibleNode, undefined>('accessibility-tree');
  return flatten(root);
}

/** Shows the page as such a person's browser would; what is not named goes back to normal. */
export async function emulate(emulation: Emulation): Promise<void> {
  const { colorScheme } = emulation;
  // A page that follows the person says so: else it is light, whatever they prefer.
  Object.assign(document.documentElement.style, {
    colorScheme: colorScheme ?? '',
    backgroundColor: colorScheme === undefined ? '' : 'Canvas',
  });
  await executeServerCommand<boolean, Emulation>('emulate', emulation);
}

/** What is on screen now, as a picture to read pixels off. */
export async function picture(): Promise<ImageBitmap> {
  const png = await executeServerCommand<string, undefined>('picture');
  const bytes = Uint8Array.from(atob(png), (letter) => letter.codePointAt(0) ?? 0);
  return createImageBitmap(new Blob([bytes], { type: 'image/png' }));
}

/** What another program reads in a PDF, its presentation forms turned back into letters. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  const letters = Array.from(bytes, (byte) => String.fromCodePoint(byte)).join('');
  const text = await executeServerCommand<string, string>('pdf-text', btoa(letters));
  return text.normalize('NFKC');
}

/** How many rounds to go: the whole number where the environment says `THOROUGH`, else a part that CI has time for. */
export async function rounds(part: number, whole: number): Promise<number> {
  return (await executeServerCommand<boolean, undefined>('is-thorough')) ? whole : part;
}

function flatten(node: AccessibleNode): AccessibleNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}
