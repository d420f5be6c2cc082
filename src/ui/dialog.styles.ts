import { css } from 'lit';

/** How the frame of a dialog looks; what is in it brings its own looks along. */
export const dialogFrame = css`
  .dialog {
    inline-size: min(32rem, 100vw - 2rem);
    max-inline-size: none;
    max-block-size: calc(100dvh - 2rem);
    padding: 0;
    overflow: hidden;
    border: var(--_border-width) solid var(--_card-border);
    border-radius: var(--_radius-card);
    background-color: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_dialog-shadow);
  }

  .dialog.wide {
    inline-size: min(66rem, 100vw - 2rem);
  }

  .dialog[open] {
    display: flex;
    flex-direction: column;
  }

  .dialog::backdrop {
    background-color: var(--_backdrop);
  }

  .dialog-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 4);
    padding: calc(var(--_space) * 4) calc(var(--_space) * 6);
    border-block-end: 1px solid var(--_border);
  }

  .dialog-head h2 {
    margin: 0;
    overflow-wrap: anywhere;
  }

  /* What is hidden in it for the eye alone must not make the frame around it scroll. */
  .dialog-body {
    position: relative;
    container-type: inline-size;
    padding: calc(var(--_space) * 6);
    overflow: auto;
    overscroll-behavior: contain;
  }

  .button.plain {
    flex: none;
    inline-size: var(--_control-size);
    padding: 0;
    border-color: transparent;
    color: var(--_text-muted);
  }

  @media (width < 36rem) {
    .dialog,
    .dialog.wide {
      inline-size: 100vw;
      block-size: 100dvh;
      max-block-size: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
  }
`;
