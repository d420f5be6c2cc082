import { css } from 'lit';

import { form } from '../../ui/form.styles.js';

export const styles = css`
  ${form}

  .choices {
    display: grid;
    gap: calc(var(--_space) * 2);
  }

  .hint {
    display: block;
  }

  .losses-head {
    margin-block-end: calc(var(--_space) * 2);
    color: var(--_text);
    font-size: 1em;
    font-weight: var(--_bold);
  }

  .losses {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: var(--_space) calc(var(--_space) * 6);
    padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
    border-radius: var(--_radius);
    background-color: var(--_surface-sunken);
  }

  .reasons {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: var(--_space) calc(var(--_space) * 6);
  }

  .reason {
    display: flex;
    gap: calc(var(--_space) * 2.5);
    align-items: center;
    min-block-size: 2rem;
    cursor: pointer;
  }

  .reason input {
    flex: none;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  fieldset:disabled :is(.option, .reason) {
    color: var(--_text-muted);
    cursor: default;
  }

  textarea {
    inline-size: 100%;
    min-block-size: 5rem;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: var(--_border-width) solid var(--_control);
    border-radius: var(--_radius);
    background-color: var(--_surface);
    color: var(--_text);
    font: inherit;
    resize: block;
  }

  .button.danger {
    border-color: var(--_danger);
    background-color: var(--_danger);
    color: var(--_surface);
  }
`;
