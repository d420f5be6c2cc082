import { css } from 'lit';

/**
 * On paper an element is a document: dark on white whatever the page looks like, without anything to
 * press or to fill in, and with nothing cut off. It comes with what there is to show.
 */
export const paper = css`
  @media print {
    :host {
      --_surface: Canvas;
      --_given-text: CanvasText;
      --_shadow: none;

      color-scheme: light;
      background-color: var(--_surface);
      print-color-adjust: exact;
    }

    .button,
    button,
    input,
    select,
    textarea,
    progress,
    .skeleton,
    .details svg,
    .sort svg {
      display: none;
    }

    /* A link is read with where it leads. */
    a.button {
      display: inline;
      padding: 0;
      border: 0;
    }

    a[href]::after {
      content: ' (' attr(href) ')';
      overflow-wrap: anywhere;
    }

    h2,
    h3 {
      break-after: avoid;
    }

    tr,
    .balance,
    .offer {
      break-inside: avoid;
    }

    /* Once, at the end, and not at the foot of each sheet. */
    tfoot {
      display: table-row-group;
    }

    summary {
      list-style: none;
    }

    /* What is asked in a dialog lies over the page, and so is printed in its place. */
    .dialog[open] {
      position: absolute;
      inset: 0 auto auto 0;
      inline-size: 100%;
      block-size: auto;
      max-block-size: none;
      margin: 0;
      border: 0;
      overflow: visible;
      box-shadow: none;
    }

    .dialog::backdrop {
      background-color: Canvas;
      print-color-adjust: exact;
    }

    .dialog .dialog-body {
      overflow: visible;
    }
  }
`;
