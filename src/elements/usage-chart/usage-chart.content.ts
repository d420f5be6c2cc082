/** What the element draws with. It is fetched at the same time as the data. */
export { UsagePanel } from './usage-panel.js';
export { styles } from './usage-chart.styles.js';
