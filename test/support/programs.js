/**
 * Finds the programs that the tests drive, a browser and what reads files back: the one its variable
 * names, else one on PATH, else, as root where there is apt-get, the one that Debian installs.
 * Nothing here downloads a browser.
 *
 * `node test/support/programs.js chromium pdftotext unzip` makes sure of them before a long run.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const programs = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    packages: ['chromium'],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    packages: ['firefox-esr'],
  },
  webkit: {
    variable: 'WEBKIT_DRIVER_PATH',
    names: ['WebKitWebDriver'],
    packages: ['webkit2gtk-driver'],
  },
  screen: {
    variable: 'XVFB_PATH',
    names: ['Xvfb'],
    packages: ['xvfb'],
  },
  bus: {
    variable: 'DBUS_RUN_SESSION_PATH',
    names: ['dbus-run-session'],
    packages: ['dbus'],
  },
  pdftotext: {
    variable: 'PDFTOTEXT_PATH',
    names: ['pdftotext'],
    packages: ['poppler-utils'],
  },
  unzip: {
    variable: 'UNZIP_PATH',
    names: ['unzip'],
    packages: ['unzip'],
  },
};

const isRoot = process.getuid?.() === 0;

/** Root has no sandbox; the other flags keep Chromium from calling out by itself. */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env });
}

/** The path of a program. Throws, and says what to do, where there is none. */
export function findProgram(name) {
  const { variable, names, packages } = programs[name];
  const named = process.env[variable];
  if (named && !canRun(named)) throw new Error(`${variable}=${named} is not a program.`);
  if (named) return named;

  if (!onPath(...names) && isRoot && onPath('apt-get')) {
    aptGet('update');
    aptGet('install', '-y', '--no-install-recommends', ...packages);
  }
  const found = onPath(...names);
  if (found) return found;
  throw new Error(
    `No ${name}: set ${variable}, or put ${names.join(', or ')} on PATH; ` +
      `on Debian, as root: apt-get install -y ${packages.join(' ')}`,
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.argv.slice(2).forEach(findProgram);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
