// What Maven calls: installs what the lock file says and builds, each only when something changed since.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

const changed = (path) => statSync(join(here, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
const newest = (folder) =>
  Math.max(0, ...readdirSync(join(here, folder), { recursive: true }).map((file) => changed(join(folder, file))));

function run(command, ...words) {
  const ended = spawnSync(command, words, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
  if (ended.error) console.error(`${command}: ${ended.error.message}`);
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}

if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) run('npm', 'ci', '--loglevel=error');
const built = changed('dist/assets.json');
if (built < Math.max(newest('src'), changed('build.mjs'), changed('package-lock.json'))) run('node', 'build.mjs');
