/**
 * WebKitGTK by WebDriver in its plainest form: a driver for each browser, a browser for each page.
 * It runs inside of `with-webkit.sh`, which gives it a screen.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

import { findProgram } from './programs.js';

/** Milliseconds; a busy machine is slow, but not for ever. */
const longestCommand = 180_000;

/**
 * Starts a browser of its own; its page goes where it is told. Features that are not on by themselves
 * are asked for by name.
 */
export async function startWebKit({ features = [] } = {}) {
  if (process.env.WEBKIT_SESSION === undefined) {
    throw new Error('WebKit is driven inside of test/support/with-webkit.sh.');
  }
  const driver = await startDriver();
  try {
    const session = `${driver.base}/session`;
    const args = ['--automation', ...features.map((name) => `--features=+${name}`)];
    const webkit = { binary: browserPath(), args };
    const { sessionId } = await ask('POST', session, {
      // A page tells by itself when it is there.
      capabilities: {
        alwaysMatch: { pageLoadStrategy: 'none', 'webkitgtk:browserOptions': webkit },
      },
    });
    const command = (method, path, body) => ask(method, `${session}/${sessionId}${path}`, body);
    return {
      command,
      visit: (url) => command('POST', '/url', { url }),
      close: async () => {
        try {
          await command('DELETE', '');
        } finally {
          await driver.stop();
        }
      },
    };
  } catch (cause) {
    await driver.stop();
    throw cause;
  }
}

async function startDriver() {
  const port = await freePort();
  const program = findProgram('webkit');
  const running = spawn(program, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore' });
  const ended = once(running, 'exit');
  const kill = () => running.kill();
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  const latest = Date.now() + longestCommand;
  while (!(await isUp(port))) {
    const isLate = Date.now() > latest;
    if (isLate) await stop();
    if (isLate || running.exitCode !== null) {
      throw new Error(`${program} does not listen: ${running.exitCode ?? 'late'}.`);
    }
    await pause(50);
  }
  return { base: `http://127.0.0.1:${port}`, stop };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function isUp(port) {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => done(false));
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
  });
}

async function ask(method, url, body) {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(longestCommand),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value)}`);
  return value;
}

/** The driver's own browser is not on the path. */
function browserPath() {
  const named = process.env.WEBKIT_BROWSER_PATH;
  if (named !== undefined) return named;
  const { stdout } = spawnSync('dpkg', ['-L', 'libwebkit2gtk-4.1-0'], { encoding: 'utf8' });
  const found = stdout.split('\n').find((path) => path.endsWith('/MiniBrowser'));
  if (found === undefined) throw new Error('No MiniBrowser: set WEBKIT_BROWSER_PATH.');
  return found;
}
