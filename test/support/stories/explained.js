/**
 * What axe cannot decide by itself, and what decides it here. An explanation is never a word alone:
 * each comes with a check of the very thing that axe has left open.
 */

/**
 * `kind` is which elements it speaks of, `left` axe's reason, `proof` names what runs in the
 * page on the element, and must find it right.
 */
const explanations = [
  {
    rule: 'color-contrast',
    kind: 'svg text',
    left: ['imgNode', 'elmPartiallyObscuring'],
    why: 'Text of a chart: axe takes any SVG for a picture, or for what lies over it. Its fill is measured on what is behind it.',
    proof: 'hasContrast',
  },
  {
    rule: 'color-contrast',
    kind: '.table :is(th, td, th *, td *)',
    left: ['bgOverlap', 'elmPartiallyObscured'],
    why: 'A cell of a table that scrolls under its own header: measured on the background of the table.',
    proof: 'hasContrast',
  },
  {
    rule: 'th-has-data-cells',
    kind: 'table:has(th[scope="rowgroup"])',
    left: [undefined],
    why: 'The heading of a group of rows has its cells in the rows below, which axe does not follow.',
    proof: 'everyHeaderHasCells',
  },
];

/** Gives a page what `explanationsOf` needs there. */
export async function prepareProofs(page) {
  await page.evaluate(
    `window.storyProofs = { hasContrast: ${hasContrast}, everyHeaderHasCells: ${everyHeaderHasCells} };`,
  );
}

/** For each of some undecided things why it is right, or undefined where nobody has shown it. */
export async function explanationsOf(page, nodes) {
  const open = nodes.map(({ id, target, any, all, none }) => {
    const left = [...any, ...all, ...none].map(({ data }) => data?.messageKey);
    const fitting = explanations.filter(
      ({ left: reasons, rule }) => rule === id && left.every((reason) => reasons.includes(reason)),
    );
    return { path: target.flat(), fitting };
  });
  return page.evaluate(explain, open);
}

/** Runs in the page. Each part of a path lies in the shadow root of the one before. */
function explain(nodes) {
  return nodes.map(({ fitting, path }) => {
    let root = document;
    let element = null;
    for (const selector of path) {
      element = root?.querySelector(selector);
      root = element?.shadowRoot;
    }
    return fitting.find(
      ({ kind, proof }) => element?.matches(kind) && window.storyProofs[proof](element),
    )?.why;
  });
}

/** Runs in the page: has this text enough contrast with the nearest background behind it? */
function hasContrast(element) {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const paint = (...colours) => {
    for (const colour of colours) {
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  const behind = [];
  for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(at);
    if (backgroundImage !== 'none' || opacity !== '1') return false;
    behind.unshift(backgroundColor);
  }
  const style = getComputedStyle(element);
  const ink = element instanceof SVGElement ? style.fill : style.color;
  const [text, ground] = [paint('Canvas', ...behind, ink), paint('Canvas', ...behind)];
  const [bright, dark] = [luminance(text), luminance(ground)].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05) >= 4.5;
}

/** Runs in the page: has each header of this table cells in its row, its column or its rows? */
function everyHeaderHasCells(table) {
  const cells = [...table.querySelectorAll('td, th[scope="row"]')];
  return [...table.querySelectorAll('th')].every((header) => {
    switch (header.scope) {
      case 'rowgroup':
        return cells.some((cell) => cell.closest('tbody') === header.closest('tbody'));
      case 'row':
        return header.parentElement.querySelector('td') !== null;
      case 'col':
        return cells.some(({ cellIndex }) => cellIndex === header.cellIndex);
      default:
        return false;
    }
  });
}
