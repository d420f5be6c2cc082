import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

import '../src/elements/billing-console/billing-console.js';
import { face } from './faces.js';

type Story = StoryObj;

/** The same console in each of the themes that come along; the toolbar puts any story into them. */
const meta: Meta = {
  title: 'Looks/Themes',
  render: () => html`<billing-console api-base="/api/billing/accounts/acc_1"></billing-console>`,
  parameters: { docs: { story: { inline: false, height: '60rem' } } },
};

export default meta;

const inTheme = (theme: string): Story => ({
  ...face('ready', 'usage-chart'),
  globals: { theme },
});

/** Without any theme: what the elements look like by themselves. */
export const None: Story = inTheme('none');

export const Neutral: Story = inTheme('neutral');

export const HighContrast: Story = inTheme('high-contrast');

/** A cloud for developers. */
export const Kiln: Story = inTheme('kiln');

/** A house of the old school. */
export const Marlow: Story = inTheme('marlow');

/** An app for everybody. */
export const Pippin: Story = inTheme('pippin');
