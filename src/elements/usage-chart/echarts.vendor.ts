/** The part of ECharts that draws bars as SVG. Nothing else may import it, and only by `import()`. */
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init as start, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/**
 * Starts a chart. What it is made of is made known here and not beside: a host's bundler, which
 * `sideEffects` tells that importing this does nothing, would leave that out. Once more does no harm.
 */
export const init: typeof start = (...args) => {
  // Not AriaComponent: what it says of a bill is no use, the table and the cursor speak instead.
  use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);
  return start(...args);
};
