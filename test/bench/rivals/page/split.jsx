import { lazy } from 'react';

import { start } from './page.jsx';

const bars = import('./usage-bars.jsx');

start(lazy(async () => ({ default: (await bars).UsageBars })));
