import { createServer } from 'vite';

/** The demo as `npm start` serves it. */
export interface Demo {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** @param engine - What it stands on: a word for `BILLING_ENGINE`. */
export async function startDemo(engine = 'memory'): Promise<Demo> {
  process.env['BILLING_ENGINE'] = engine;
  const server = await createServer({
    configFile: 'vite.demo.config.ts',
    server: { port: 0, strictPort: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  const origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  return { origin, close: () => server.close() };
}
