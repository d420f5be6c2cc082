/** Answers of a vendor with some of their values changed, wrong, or left out, by chance. */
import type { Random } from '../../../mocks/generate/random.js';
import type { Through } from '../../../mocks/demo-backends/vendor-backend.js';

const pick = <Value>(random: Random, choices: readonly Value[]): Value | undefined =>
  choices[Math.floor(random() * choices.length)];

const decimals = [
  '0',
  '-0',
  '-3.5',
  '007.50',
  '1e3',
  '12345678901234567890.12',
  '0.0000001',
  'NaN',
];
const times = [
  '2026-02-30',
  '2026-03-10',
  '2026-03-29T02:30:00Z',
  '2026-03-18T15:30:00+05:45',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00.001Z',
  'yesterday',
];
const links = ['http://stranger.test/', 'javascript:alert(1)', '//stranger.test', 'https://'];
const texts = ['', ' ', 'x'.repeat(3000), '\u0000', '\u202e', '<b>', '__proto__', '\ud800'];
const numbers = [
  0,
  -1,
  1,
  0.1,
  -1e-7,
  1e21,
  Number.MAX_SAFE_INTEGER,
  1e15,
  253_402_300_800,
  -62_167_219_201,
  2_147_483_648,
];
const others = [null, true, 7, 'text', [], {}];

/** Something of the same sort, as a vendor might send it some day. */
function another(value: unknown, random: Random): unknown {
  if (typeof value === 'string') {
    if (/^-?\d+(\.\d+)?$/.test(value)) return pick(random, decimals);
    if (/^\d{4}-\d\d-\d\d/.test(value)) return pick(random, times);
    return pick(random, value.startsWith('http') ? links : texts);
  }
  if (typeof value === 'number') return pick(random, numbers);
  if (typeof value === 'boolean') return !value;
  if (!Array.isArray(value)) return {};
  const rows: unknown[] = value;
  return pick(random, [[], rows.toReversed(), [...rows, ...rows]]);
}

/** A JSON value of which about that share of the values is another one. */
function varied(value: unknown, random: Random, share: number): unknown {
  if (random() < share) {
    return random() < 0.7 ? another(value, random) : pick(random, others);
  }
  if (Array.isArray(value)) return value.map((one) => varied(one, random, share));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(() => random() >= share / 2);
  return Object.fromEntries(kept.map(([name, one]) => [name, varied(one, random, share)]));
}

/** The good answers of a vendor, varied. Some chances change hardly anything, others a third of it. */
export function variedBy(random: Random): Through {
  return (answer) => async (input, init) => {
    const response = await answer(input, init);
    const text = await response.text();
    const share = pick(random, [0, 0.005, 0.02, 0.1, 0.3]) ?? 0;
    const isJson = response.ok && text !== '';
    const body = isJson ? JSON.stringify(varied(JSON.parse(text), random, share)) : text;
    const { status, headers } = response;
    return new Response(body === '' ? null : body, { status, headers });
  };
}
