import { css } from 'lit';

/** How the choice of days, meter and groups looks. */
export const styles = css`
  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    margin-block-end: calc(var(--_space) * 3);
  }

  .custom {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: calc(var(--_space) * 3);
  }

  /* In line with the controls beside it, which have their names above them. */
  .custom .segments {
    margin-block-start: calc(1.25rem + var(--_space));
  }

  legend,
  .date label,
  .choice span {
    display: block;
    float: none;
    padding: 0;
    margin-block-end: var(--_space);
    color: var(--_text-muted);
    font-size: var(--_caption);
    line-height: 1.25rem;
  }

  .segments {
    display: inline-flex;
    padding: 2px;
    border-radius: var(--_radius);
    background-color: color-mix(in srgb, var(--_track) 60%, var(--_surface));
  }

  .segment {
    position: relative;
    display: inline-flex;
  }

  .segment input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }

  .segment bdi {
    display: inline-flex;
    align-items: center;
    min-block-size: calc(var(--_control-size) - 4px);
    padding-inline: calc(var(--_space) * 3);
    border-radius: calc(var(--_radius) - 2px);
    color: var(--_text-muted);
    font-size: 0.9375em;
    font-weight: var(--_medium);
    white-space: nowrap;
    transition: background-color var(--_duration);
  }

  .segment:hover bdi {
    color: var(--_text);
  }

  .segment :checked + bdi {
    background-color: var(--_surface);
    box-shadow:
      inset 0 0 0 1px var(--_control),
      0 1px 2px color-mix(in srgb, var(--_given-text) 18%, transparent);
    color: var(--_text);
  }

  .segment :focus-visible + bdi {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  .field {
    min-block-size: var(--_control-size);
    max-inline-size: 100%;
    padding: var(--_space) calc(var(--_space) * 2);
    border: var(--_border-width) solid var(--_control);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: 0.9375em;
  }

  .field[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  .date {
    position: relative;
  }

  .problem {
    max-inline-size: 12rem;
    color: var(--_danger);
    font-size: var(--_caption);
    line-height: 1.25rem;
  }

  .problem:empty {
    display: none;
  }

  @container (max-width: 30rem) {
    .custom {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    }

    .custom .segments {
      grid-column: 1 / -1;
      justify-self: start;
      margin-block-start: 0;
    }

    .set,
    .set:not(.custom) .segments,
    .choice,
    .choice .field {
      inline-size: 100%;
    }

    .segments {
      flex-wrap: wrap;
    }

    .set:not(.custom) .segment,
    .set:not(.custom) .segment bdi {
      flex: 1;
      justify-content: center;
    }

    .segment bdi {
      padding-inline: calc(var(--_space) * 2);
    }

    .date {
      flex: 1;
    }

    .date .field {
      inline-size: 100%;
    }
  }

  /* Two and two, for three and one look like an accident. */
  @container (max-width: 22rem) {
    .segments:has(> :nth-child(4):last-child) {
      display: inline-grid;
      grid-template-columns: 1fr 1fr;
    }

    .segment bdi {
      white-space: normal;
      text-align: center;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .segment bdi {
      transition: none;
    }
  }

  @media (forced-colors: active) {
    .segments {
      outline: 1px solid ButtonBorder;
    }

    .segment :checked + bdi {
      forced-color-adjust: none;
      background-color: Highlight;
      color: HighlightText;
    }
  }

  @media print {
    .filters {
      display: none;
    }
  }
`;
