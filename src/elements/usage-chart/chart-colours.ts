import type { ColourPair } from '../../ui/contrast.js';

/** One colour a group; the first one where there are no groups. */
export const seriesTokens = ['1', '2', '3', '4', '5', '6', '7', '8'].map((n) => `--_series-${n}`);

/** The bars on their card, beside the pairs of colours that all elements use. */
export const chartPairs: readonly ColourPair[] = seriesTokens.map((token, at) => ({
  what: `group ${at + 1} of a chart on a card`,
  colour: `var(${token})`,
  ground: 'var(--_surface)',
  least: 3,
}));
