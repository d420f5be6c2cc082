/** The part of ECharts that draws bars as SVG. Nothing else may import it, and only by `import()`. */
import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

// Not AriaComponent: what it says of a bill is no use, the table and the cursor speak instead.
use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

export { init };
