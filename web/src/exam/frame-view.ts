import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../dom';
import { counted } from './answers';
import { moment } from './rest-view';
import { sign } from './showing';
import type { Sitting } from './sitting';
import type { Tool } from './tools';

/** What the bars above and below a question can do. */
export interface Bars {
  toggleClock(): void;
  toggleNavigator(): void;
  tool(tool: Tool): void;
  flag(): void;
  previous(): void;
  next(): void;
  review(): void;
  check(): void;
}

/** How the bars stand. */
export interface Standing {
  clockHidden: boolean;
  navigator: boolean;
  tool: Tool | undefined;
  reviewing: boolean;
}

/** Whether what was given lies on the server, in words. */
export function savedWords({ post, waiting, phase }: Sitting): string {
  if (['elsewhere', 'loading', 'handing', 'ended', 'unreachable'].includes(phase)) return '';
  if (!post.keeps) return text('runner.device-full');
  if (post.line === 'gone') return text('runner.gone');
  if (post.line === 'lost') return waiting === 0 ? text('runner.offline') : counted(waiting, 'runner.offline.one', 'runner.offline.many');
  if (waiting > 0) return text('runner.saving');
  return post.savedAt ? text('runner.saved', moment(post.savedAt.toISOString())) : '';
}

export function headView(sitting: Sitting, standing: Standing, bars: Bars): TemplateResult {
  const { post, waiting, paper, phase, position } = sitting;
  const tone = !post.keeps || post.line !== 'ok' ? 'warn' : waiting > 0 ? 'busy' : 'ok';
  const { policy } = sitting.state ?? {};
  const answering = phase === 'answering' || phase === 'elsewhere';
  const toolItem = (tool: Tool, icon: string, words: string) => html`
    <button type="button" aria-pressed=${standing.tool === tool} @click=${() => bars.tool(tool)}>${sign(icon)}${words}</button>`;
  return html`<header class="exam-head">
    <h1>${paper.form?.exam ?? ''}</h1>
    ${answering && paper.total > 0 ? html`<span class="where">${text('runner.n-of', position + 1, paper.total)}</span>` : nothing}
    <span class="grow"></span>
    <span class="saved ${tone}" aria-hidden="true">${savedWords(sitting)}</span>
    ${policy && sitting.left !== null ? html`<span class="time"><span class="timer" role="timer" data-clock="left" ?hidden=${standing.clockHidden}></span>
      <button type="button" class="btn ghost clock-switch only-wide" aria-pressed=${standing.clockHidden} @click=${() => bars.toggleClock()}>${sign('clock')}<span>${text(standing.clockHidden ? 'runner.clock-show' : 'runner.clock-hide')}</span></button></span>` : nothing}
    ${answering ? html`<button type="button" class="btn ghost navigator-switch only-wide" aria-expanded=${standing.navigator} @click=${() => bars.toggleNavigator()}>${sign('grid')}<span>${text('runner.navigator')}</span></button>` : nothing}
    <details class="menu"><summary class="btn ghost icon-only">${sign('menu')}<span class="hidden-text">${text('runner.tools')}</span></summary>
      <div class="sheet">
        ${policy && sitting.left !== null ? html`<button type="button" class="only-small" @click=${() => bars.toggleClock()}>${sign('clock')}${text(standing.clockHidden ? 'runner.clock-show' : 'runner.clock-hide')}</button>` : nothing}
        ${policy?.calculator && answering ? toolItem('calculator', 'calculator', text('runner.calculator')) : nothing}
        ${policy?.notes && answering ? toolItem('notes', 'note', text('runner.notes')) : nothing}
        ${answering ? toolItem('highlight', 'marker', text('runner.highlight')) : nothing}
        ${answering ? html`<button type="button" @click=${() => bars.review()}>${sign('check')}${text('runner.review')}</button>` : nothing}
        <button type="button" data-keys-list>${sign('keyboard')}${text('runner.keys')}</button>
        <button type="button" class="scheme">${sign('moon')}${text('runner.scheme')}</button>
        <a href="/learn">${sign('back')}${text('runner.leave-page')}</a>
      </div></details>
  </header>`;
}

export function footView(sitting: Sitting, standing: Standing, bars: Bars): TemplateResult | typeof nothing {
  const { phase, question } = sitting;
  if (!question || (phase !== 'answering' && phase !== 'elsewhere') || standing.reviewing) return nothing;
  const { flagged, released, answer } = sitting.response(question.position);
  const count = question.options.length;
  const order = sitting.open;
  const at = order.findIndex(({ position }) => position === question.position);
  const checks = sitting.state?.policy.feedback === 'EACH' && !released && phase === 'answering';
  const key = (name: string) => html`<kbd aria-hidden="true">${name}</kbd>`;
  return html`<footer class="exam-foot">
    <button type="button" class="btn" ?disabled=${at <= 0 || sitting.state?.policy.back === false} @click=${() => bars.previous()}>${flip('back')}<span>${text('runner.previous')}</span>${key('P')}</button>
    <button type="button" class="btn flag-switch" aria-pressed=${flagged} ?disabled=${phase !== 'answering'} @click=${() => bars.flag()}>${sign('flag')}<span>${text(flagged ? 'runner.flagged' : 'runner.flag')}</span>${key(count >= 6 ? '⇧F' : 'F')}</button>
    <button type="button" class="btn navigator-switch only-small" aria-expanded=${standing.navigator} @click=${() => bars.toggleNavigator()}>${sign('grid')}<span>${text('runner.navigator')}</span></button>
    <span class="grow"></span>
    <button type="button" class="btn review-switch only-wide" @click=${() => bars.review()}><span>${text('runner.review')}</span>${key('R')}</button>
    ${checks ? html`<button type="button" class="btn primary check" ?disabled=${answer === null} @click=${() => bars.check()}><span>${text('runner.check')}</span></button>` : nothing}
    <button type="button" class="btn next ${checks ? '' : 'primary'}" @click=${() => bars.next()}><span>${text(at === order.length - 1 ? 'runner.to-review' : 'runner.next')}</span>${key('N')}${flip('next')}</button>
  </footer>`;
}

function flip(name: string): TemplateResult {
  return html`<svg class="icon flip" aria-hidden="true"><use href="${document.documentElement.dataset['icons'] ?? ''}#${name}"></use></svg>`;
}
