import 'billing-elements/plan-usage.js';
import 'billing-elements/usage-chart.js';
