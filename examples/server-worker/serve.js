// Runs the worker on this machine, in the runtime of Cloudflare Workers.
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';

const { outputFiles } = await build({
  entryPoints: ['worker.js'],
  bundle: true,
  format: 'esm',
  write: false,
  conditions: ['worker'],
});
const worker = new Miniflare({
  modules: true,
  script: outputFiles[0].text,
  compatibilityDate: '2025-07-01',
  host: '127.0.0.1',
  port: Number(process.env.PORT ?? 3000),
});
await worker.ready;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await worker.dispose();
    process.exit();
  });
}
