import { css } from 'lit';

/** How the page of the theme builder looks: it keeps to system colours, the colours are the theme's. */
export const styles = css`
  :host {
    --line: color-mix(in srgb, CanvasText 16%, Canvas);
    --edge: color-mix(in srgb, CanvasText 55%, Canvas);
    --quiet: color-mix(in srgb, CanvasText 72%, Canvas);
    --raised: color-mix(in srgb, CanvasText 4%, Canvas);

    display: grid;
    grid-template-columns: minmax(0, 19rem) minmax(0, 1fr);
    gap: 1.5rem;
    align-items: start;
    padding: clamp(1rem, 3vw, 2rem);
    font-size: 0.875rem;
    line-height: 1.45;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h1,
  h2 {
    margin: 0;
    line-height: 1.25;
    font-weight: 600;
  }

  h1 {
    font-size: 1.375rem;
    letter-spacing: -0.01em;
  }

  h2 {
    font-size: 1rem;
  }

  p {
    margin: 0;
  }

  .hint {
    color: var(--quiet);
  }

  aside {
    display: grid;
    gap: 1.125rem;
    padding: 1.25rem;
    border: 1px solid var(--line);
    border-radius: 0.75rem;
    background: Canvas;
  }

  /* Always at hand, beside a long page. */
  @media (min-width: 56rem) {
    aside {
      position: sticky;
      inset-block-start: 1rem;
      max-block-size: calc(100vh - 2rem);
      overflow-y: auto;
    }
  }

  .results {
    display: grid;
    gap: 1.5rem;
  }

  .preview {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr));
    gap: 2rem;
    align-items: start;
    padding: clamp(1rem, 3vw, 2rem);
    border: 1px solid var(--line);
    border-radius: 0.75rem;
    background: var(--page);
    color: var(--ink);
  }

  section {
    display: grid;
    gap: 0.75rem;
  }

  .field,
  fieldset {
    display: grid;
    gap: 0.375rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .field > span,
  legend,
  .colours thead th:first-child {
    padding: 0;
    font-weight: 600;
  }

  legend {
    margin-block-end: 0.375rem;
  }

  select {
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--edge);
    border-radius: 0.5rem;
    background: Canvas;
    color: CanvasText;
    font: inherit;
  }

  .segments {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    padding: 2px;
    border-radius: 0.5rem;
    background: color-mix(in srgb, CanvasText 9%, Canvas);
  }

  .segments label {
    position: relative;
    flex: 1;
    display: grid;
  }

  .segments input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .segments span {
    display: grid;
    place-items: center;
    min-block-size: 1.875rem;
    padding-inline: 0.5rem;
    border-radius: 0.375rem;
    color: var(--quiet);
  }

  .segments :checked + span {
    background: Canvas;
    color: CanvasText;
    box-shadow: 0 1px 2px color-mix(in srgb, CanvasText 22%, transparent);
  }

  .segments :focus-visible + span,
  :focus-visible {
    outline: 2px solid CanvasText;
    outline-offset: 2px;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: 0.25rem 0;
    font-weight: 400;
    text-align: start;
  }

  .colours :is(th, td):not(:first-child) {
    inline-size: 3.25rem;
    color: var(--quiet);
    text-align: center;
  }

  input[type='color'] {
    display: block;
    inline-size: 2.5rem;
    block-size: 1.75rem;
    margin-inline: auto;
    padding: 2px;
    border: 1px solid var(--edge);
    border-radius: 0.375rem;
    background: Canvas;
    cursor: pointer;
  }

  details {
    border-block: 1px solid var(--line);
    padding-block: 0.625rem;
  }

  summary {
    font-weight: 600;
    cursor: pointer;
  }

  details[open] > summary {
    margin-block-end: 0.5rem;
  }

  .button {
    min-block-size: 2.25rem;
    padding: 0.375rem 0.875rem;
    border: 1px solid CanvasText;
    border-radius: 0.5rem;
    background: CanvasText;
    color: Canvas;
    font: inherit;
    font-weight: 500;
    cursor: pointer;
  }

  pre,
  .scroll {
    max-block-size: 20rem;
    margin: 0;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: 0.5rem;
    background: var(--raised);
  }

  pre {
    padding: 0.875rem 1rem;
    font-size: 0.8125rem;
    line-height: 1.55;
  }

  .scroll :is(th, td) {
    padding: 0.375rem 0.875rem;
    border-block-end: 1px solid var(--line);
  }

  .scroll thead th {
    color: var(--quiet);
    font-weight: 600;
  }

  .scroll .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .verdict {
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--line);
    border-inline-start: 4px solid light-dark(#17693b, #6fd39b);
    border-radius: 0.5rem;
    background: var(--raised);
    font-weight: 500;
  }

  .verdict.bad {
    border-inline-start-color: light-dark(#b3261e, #ff9a90);
  }

  .corrections {
    display: grid;
    gap: 0.375rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .corrections li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }

  .corrections li > span:first-child {
    min-inline-size: 9rem;
  }

  .swatch {
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
    forced-color-adjust: none;
  }

  @media (max-width: 56rem) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  @media (forced-colors: active) {
    .segments {
      outline: 1px solid ButtonBorder;
    }

    .segments :checked + span {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
