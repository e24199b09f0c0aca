import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../dom';
import { safe, sign, type Showing } from './showing';

/** Whether the answer is right, why, and where to read on; nothing before it is released. */
export function releaseView({ response }: Showing): TemplateResult | typeof nothing {
  const { released } = response;
  if (!released) return nothing;
  const { fraction, key } = released;
  const tone = fraction === null ? '' : fraction >= 1 ? 'ok' : fraction > 0 ? 'warn' : 'bad';
  const words = fraction === null ? text('runner.waits-for-person')
    : fraction >= 1 ? text('runner.is-right') : fraction > 0 ? text('runner.is-partly', Math.round(fraction * 100)) : text('runner.is-wrong');
  return html`<section class="release" aria-labelledby="release-head">
    <h3 id="release-head" tabindex="-1" class="notice ${tone}">${sign(tone === 'ok' ? 'check' : 'warn')}<span>${words}</span></h3>
    ${key.explanation ? html`<div class="prose">${safe(key.explanation)}</div>` : nothing}
    ${key.references.length > 0 ? html`<h3>${text('runner.references')}</h3><ul class="references">${key.references.map(({ title, url }) => html`
      <li><a href=${url} target="_blank" rel="noopener noreferrer">${title || url}</a></li>`)}</ul>` : nothing}
  </section>`;
}
