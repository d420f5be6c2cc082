import { css } from 'lit';

/** How the guidelines look: with the elements' own tokens, so that they show the theme they are in. */
export const styles = css`
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :host {
    max-inline-size: 60rem;
    margin-inline: auto;
  }

  h1,
  h2,
  h3 {
    margin: 0;
    font-family: var(--_heading-font);
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_heading-spacing);
    line-height: 1.3;
  }

  h1 {
    font-size: 2em;
  }

  h2 {
    margin-block-start: calc(var(--_space) * 14);
    padding-block-end: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    font-size: 1.375em;
  }

  h3 {
    margin-block-start: calc(var(--_space) * 7);
    font-size: 1em;
  }

  p {
    max-inline-size: 42rem;
    margin-block: calc(var(--_space) * 3) 0;
  }

  .lead {
    color: var(--_text-muted);
    font-size: 1.125em;
  }

  .muted {
    color: var(--_text-muted);
  }

  code {
    font-size: 0.9em;
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    gap: calc(var(--_space) * 4);
    margin: calc(var(--_space) * 5) 0 0;
    padding: 0;
    list-style: none;
  }

  .card {
    overflow: hidden;
    border: var(--_border-width) solid var(--_card-border);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .card > div:last-child {
    padding: calc(var(--_space) * 4);
  }

  .swatch {
    block-size: 4.5rem;
    border-block-end: 1px solid var(--_border);
    forced-color-adjust: none;
  }

  .card h3 {
    margin: 0;
  }

  .card p {
    margin-block-start: calc(var(--_space) * 1);
  }

  .scroll {
    margin-block-start: calc(var(--_space) * 5);
    overflow-x: auto;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    padding: calc(var(--_space) * 2.5) calc(var(--_space) * 4) calc(var(--_space) * 2.5) 0;
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }

  thead th {
    color: var(--_text-muted);
    font-weight: var(--_bold);
  }

  tbody th {
    white-space: nowrap;
  }

  .bar {
    block-size: 1rem;
    border-radius: 2px;
    background: var(--_accent);
    forced-color-adjust: none;
  }

  .heading {
    font-family: var(--_heading-font);
    font-size: var(--_heading-size);
    font-weight: var(--_heading-weight);
    letter-spacing: var(--_heading-spacing);
  }

  .figure {
    font-family: var(--_figure-font);
    font-size: var(--_figure-size);
    font-weight: var(--_figure-weight);
  }

  .small {
    font-size: var(--_small);
  }

  .caption {
    color: var(--_text-muted);
    font-size: var(--_caption);
  }

  .shape {
    display: grid;
    place-items: center;
    inline-size: 8rem;
    block-size: 3rem;
    border: var(--_border-width) solid var(--_control);
    background: var(--_surface);
  }

  @media (max-width: 40rem) {
    tbody th {
      white-space: normal;
    }
  }
`;
