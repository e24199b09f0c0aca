// Builds styles and scripts into dist/: hashed names, compressed once, listed in assets.json with their SRI hashes.
// `node build.mjs --watch` builds again after each change, without compression.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { watch } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const out = 'dist';
const watching = process.argv.includes('--watch');
const target = ['es2022', 'chrome123', 'firefox121', 'safari17.5'];
const shared = {
  bundle: true,
  minify: !watching,
  metafile: true,
  outdir: out,
  entryNames: '[name]-[hash]',
  chunkNames: 'chunk-[hash]',
  assetNames: '[name]-[hash]',
  target,
  logLevel: 'warning',
  write: true,
};

/** Turbo puts a style element into every page for its progress bar, which our policy forbids; ours is in frame.css. */
const withoutStyleElement = {
  name: 'turbo-without-style-element',
  setup(plugins) {
    plugins.onLoad({ filter: /@hotwired.turbo.dist.turbo\.es2017-esm\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace('this.installStylesheetElement();', '');
      if (contents === source) throw new Error('Turbo installs its style element in another way: look at build.mjs');
      return { contents, loader: 'js' };
    });
  },
};

/** The player's style sheet asks a third party for its font; ours serves it as well (stage.css). */
const withoutForeignFonts = {
  name: 'player-without-foreign-fonts',
  setup(plugins) {
    plugins.onLoad({ filter: /shaka-player.dist.controls\.modern\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/@font-face\s*\{[^}]*\}/g, ''),
      loader: 'css',
    }));
  },
};

/** Styles first: scripts that load a style lazily have to know its hashed name. */
async function buildAll() {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const styles = await build({
    ...shared,
    entryPoints: ['src/css/site.css', 'src/css/app.css', 'src/css/exam.css', 'src/css/player.css'],
    plugins: [withoutForeignFonts],
    loader: { '.woff2': 'file', '.svg': 'file' },
  });
  const assets = entries(styles.metafile);
  const scripts = await build({
    ...shared,
    entryPoints: ['src/site.ts', 'src/shell.ts', 'src/exam.ts'],
    format: 'esm',
    splitting: true,
    sourcemap: watching ? 'inline' : false,
    plugins: [withoutStyleElement],
    define: { PLAYER_CSS: JSON.stringify(`/assets/${assets['player.css'].file}`) },
  });
  // not a module: workers of that kind are too young
  const worker = await build({ ...shared, entryPoints: ['src/exam/worker.ts'], format: 'iife' });
  Object.assign(assets, entries(scripts.metafile), entries(worker.metafile));
  for (const font of await fonts()) assets[font.name] = { file: font.file };
  for (const name of await readdir('src/static')) assets[name] = { file: await hashed(join('src/static', name)) };
  await seal(assets);
  return assets;
}

/** Entry points of a metafile: name as written in templates -> file and what it imports at once. */
function entries(metafile) {
  const found = {};
  for (const [path, output] of Object.entries(metafile.outputs)) {
    if (!output.entryPoint) continue;
    const name = basename(output.entryPoint).replace(/\.ts$/, '.js');
    const imports = output.imports.filter((one) => one.kind === 'import-statement').map((one) => basename(one.path));
    found[name] = { file: basename(path), ...(imports.length ? { imports } : {}) };
  }
  return found;
}

/** Fonts that pages preload, by the name without its hash. */
async function fonts() {
  return (await readdir(out))
    .filter((file) => file.endsWith('.woff2'))
    .map((file) => ({ file, name: file.replace(/-[0-9A-Z]{8}\.woff2$/, '.woff2') }));
}

async function hashed(path) {
  const bytes = await readFile(path);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8).toUpperCase();
  const file = basename(path).replace(/(\.[^.]+)$/, `-${hash}$1`);
  await cp(path, join(out, file));
  return file;
}

/** Adds integrity, writes the compressed variants and the list. */
async function seal(assets) {
  for (const asset of Object.values(assets)) {
    const bytes = await readFile(join(out, asset.file));
    asset.integrity = 'sha384-' + createHash('sha384').update(bytes).digest('base64');
  }
  if (!watching) {
    for (const file of (await readdir(out)).filter((each) => /\.(js|css|svg)$/.test(each))) {
      const bytes = await readFile(join(out, file));
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
      await writeFile(join(out, `${file}.br`), await promisify(brotliCompress)(bytes, quality));
      await writeFile(join(out, `${file}.gz`), await promisify(gzip)(bytes, { level: 9 }));
    }
  }
  const list = Object.fromEntries(Object.entries(assets).sort(([a], [b]) => a.localeCompare(b)));
  await writeFile(join(out, 'assets.json.part'), JSON.stringify(list, null, 2) + '\n');
  await rename(join(out, 'assets.json.part'), join(out, 'assets.json'));
}

await buildAll();
if (watching) {
  let timer;
  watch('src', { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => buildAll().catch((failed) => console.error(failed.message)), 80);
  });
}
