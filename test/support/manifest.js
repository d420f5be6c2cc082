import { cli } from '@custom-elements-manifest/analyzer/cli.js';

/**
 * The custom elements manifest of the source as it is now, not as it was last written.
 *
 * @returns {Promise<unknown>}
 */
export function analyze() {
  return cli({ argv: ['analyze', '--quiet'], noWrite: true });
}
