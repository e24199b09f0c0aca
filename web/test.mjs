// The rules of the islands, without a browser: bundles each test and lets node run it.
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const out = mkdtempSync(join(tmpdir(), 'web-test-'));
const tests = readdirSync('test').filter((file) => file.endsWith('.test.ts'));
await build({
  entryPoints: tests.map((file) => join('test', file)),
  outdir: out,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const ended = spawnSync(process.execPath, ['--enable-source-maps', '--test', '--test-reporter=spec', ...tests.map((file) => join(out, file.replace('.ts', '.mjs')))], { stdio: 'inherit' });
rmSync(out, { recursive: true });
process.exit(ended.status ?? 1);
