import { createServer } from 'vite';

/** The demo as `npm start` serves it. */
export interface Demo {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

export async function startDemo(): Promise<Demo> {
  const server = await createServer({
    configFile: 'vite.demo.config.ts',
    server: { port: 0, strictPort: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  const origin = server.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
  return { origin, close: () => server.close() };
}
