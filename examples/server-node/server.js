import { createServer } from 'node:http';

import { handle } from './handle.js';
import { listener } from './listener.js';

createServer(listener(handle)).listen(process.env.PORT ?? 3000, '127.0.0.1');
