import { html, nothing, type TemplateResult } from 'lit';
import { text } from '../dom';
import { choiceView, seriesView } from './choice-view';
import { hotspotView, pictureOf } from './hotspot-view';
import { matchView } from './match-view';
import { orderView } from './order-view';
import { releaseView } from './release-view';
import { safe, type Showing } from './showing';
import { essayView, fillView, labView } from './words-view';

/** A question with what it is answered by, and why once that is released. */
export function questionView(showing: Showing, total: number, redraw: () => void): TemplateResult {
  const { question } = showing;
  const stem = question.kind === 'hotspot' ? pictureOf(question).words : question.stem;
  return html`<article class="question" data-position=${question.position} data-kind=${question.kind}>
    <h2 id="question-head" tabindex="-1">${text('runner.question-of', question.position + 1, total)}</h2>
    <div id="asked">
      ${question.title ? html`<p class="prompt" data-marks="title">${safe(question.title)}</p>` : nothing}
      ${stem ? html`<div class="stem prose ${question.title ? '' : 'alone'}" data-marks="stem">${safe(stem)}</div>` : nothing}
    </div>
    ${question.noReturn ? html`<p class="notice warn"><span>${text('runner.no-return')}</span></p>` : nothing}
    ${answerView(showing, redraw)}
    ${releaseView(showing)}
  </article>`;
}

function answerView(showing: Showing, redraw: () => void): TemplateResult {
  switch (showing.question.kind) {
    case 'single':
    case 'multiple':
      return choiceView(showing);
    case 'yes-no-series':
      return seriesView(showing);
    case 'order':
      return orderView(showing);
    case 'match':
      return matchView(showing);
    case 'fill':
    case 'numeric':
      return fillView(showing);
    case 'essay':
      return essayView(showing);
    case 'lab':
      return labView(showing);
    case 'hotspot':
      return hotspotView(showing, redraw);
  }
}
