/** What the element draws with. It is fetched at the same time as the data. */
import { panels } from '../../ui/panels.styles.js';
import { styles as exporting } from './export.styles.js';
import { styles as figure } from './figure.styles.js';
import { styles as filters } from './filters.styles.js';
import { styles as table } from './table.styles.js';

export { UsagePanel } from './usage-panel.js';

export const styles = [panels, exporting, filters, figure, table];
