import express from 'express';

import { handle } from './handle.js';
import { listener } from './listener.js';

const app = express();
// Before any parser of bodies: the handler reads them itself, as far as it lets them be long.
app.use('/api/billing', listener(handle));
app.listen(process.env.PORT ?? 3000, '127.0.0.1');
