// Makes the videos of the manual: see README.md beside this file.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { videos } from './slides.mjs';

const manual = new URL('../main/resources/manual/', import.meta.url).pathname;
const FADE = 0.4;

const page = (title, text) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; width: 1920px; height: 1080px; background: #0f1420; color: #e8ecf6; display: grid; place-items: center; font-family: Inter, system-ui, sans-serif; }
  h1 { font-size: 120px; letter-spacing: -2px; margin: 0; } p { font-size: 44px; color: #9aa7c7; }
  .title { text-align: center; }
  .terminal { width: 1780px; min-height: 640px; background: #171d2d; border: 2px solid #2a3350; border-radius: 28px; padding: 0 0 60px; }
  .dots { display: flex; gap: 16px; padding: 30px 36px; } .dots i { width: 22px; height: 22px; border-radius: 50%; background: #38446a; }
  pre { font: 500 35px/1.7 "JetBrains Mono", "DejaVu Sans Mono", monospace; margin: 20px 56px; white-space: pre-wrap; }
  ok { color: #7fd6a4; } out { color: #aab6d3; } bar { color: #86a9ff; }</style>
  ${text ? `<div class="terminal"><div class="dots"><i></i><i></i><i></i></div><pre>${text}</pre></div>` : `<div class="title"><h1>${title}</h1><p>Your first school</p></div>`}`;

const clock = (seconds) => new Date(seconds * 1000).toISOString().slice(14, 23);

for (const [path, { title, slides }] of Object.entries(videos)) {
  const work = mkdtempSync(join(tmpdir(), 'slides-'));
  const inputs = slides.flatMap(([text, seconds], number) => {
    const html = join(work, `${number}.html`);
    const still = join(work, `${number}.png`);
    writeFileSync(html, page(title, text));
    execFileSync('chromium', ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync', '--hide-scrollbars',
      `--user-data-dir=${join(work, 'profile')}`, '--window-size=1920,1080', `--screenshot=${still}`, `file://${html}`],
    { stdio: 'ignore' });
    return ['-loop', '1', '-t', String(seconds + FADE), '-i', still];
  });
  let offset = 0;
  const fades = slides.slice(1).map((_, number) => {
    offset += slides[number][1];
    return `${number === 0 ? '[0]' : `[f${number}]`}[${number + 1}]xfade=duration=${FADE}:offset=${offset}[f${number + 1}]`;
  });
  execFileSync('ffmpeg', ['-y', '-v', 'error', ...inputs, '-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo',
    '-filter_complex', `${fades.join(';')};[f${slides.length - 1}]fps=25,format=yuv420p[v]`, '-map', '[v]',
    '-map', `${slides.length}:a`, '-shortest', '-c:v', 'libx264', '-preset', 'slow', '-crf', '26', '-g', '100',
    '-c:a', 'aac', '-b:a', '32k', '-movflags', '+faststart', `${manual}${path}.mp4`]);
  let at = 0;
  const cues = slides.map(([, seconds, caption]) => `${clock(at)} --> ${clock((at += seconds) - 0.1)}\n${caption}\n`);
  writeFileSync(`${manual}${path}.en.vtt`, `WEBVTT\n\n${cues.join('\n')}`);
}
