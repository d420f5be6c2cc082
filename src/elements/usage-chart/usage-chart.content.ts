/** What the element draws with. It is fetched at the same time as the data. */
import { panels } from '../../ui/panels.styles.js';
import { styles as own } from './usage-chart.styles.js';

export { UsagePanel } from './usage-panel.js';

export const styles = [panels, own];
