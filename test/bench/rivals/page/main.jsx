import { start } from './page.jsx';
import { UsageBars } from './usage-bars.jsx';

start(UsageBars);
