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
  await executeServerCommand<boolean, Emulation>('emulate', emulation);
}

function flatten(node: AccessibleNode): AccessibleNode[] {
  return [node, ...(node.children ?? []).flatMap(flatten)];
}
