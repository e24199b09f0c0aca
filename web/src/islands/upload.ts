import * as Turbo from '@hotwired/turbo';
import { DetailedError, Upload } from 'tus-js-client';
import { announce, clock, make, text } from '../dom';

/** The server looks at the first megabyte and may refuse the file then; the pieces after it are larger. */
const FIRST_PIECE = 1 << 20;
const PIECE = 32 << 20;
const PAUSES = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000, 30_000, 60_000, 60_000];
const ENDINGS = '.mp4,.mov,.m4v,.mkv,.webm,.avi,.mpg';

/**
 * Sends a video by tus: `<cw-upload data-school="ada" data-next="/…?upload=">`. A lost connection, a pause and a page
 * that is loaded anew lose nothing: the same file goes on where it stopped. Then the page at `data-next` opens.
 */
class UploadArea extends HTMLElement {
  #upload: Upload | undefined;
  #sending = false;
  #began = { at: 0, bytes: -1 };
  #status = make('p', { class: 'muted', role: 'status' });
  #bar = make('progress', { max: '100', value: '0', 'aria-label': text('upload.progress'), hidden: '' });
  #pause = make('button', { class: 'btn', type: 'button', hidden: '' });
  #end = make('button', { class: 'btn ghost', type: 'button', hidden: '' }, text('upload.cancel'));
  #file = make('input', { type: 'file', id: 'upload-file', accept: ENDINGS, 'aria-describedby': 'upload-hint' });

  connectedCallback(): void {
    addEventListener('beforeunload', this.#warn);
    addEventListener('online', this.#goOn);
    document.addEventListener('turbo:before-visit', this.#ask);
    if (this.dataset['ready'] !== undefined) return;
    this.dataset['ready'] = '';
    this.#file.addEventListener('change', () => this.#choose(this.#file.files?.[0]));
    this.#pause.addEventListener('click', () => (this.#sending ? this.#stop() : this.#start()));
    this.#end.addEventListener('click', () => void this.#cancel());
    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.classList.add('over');
    });
    this.addEventListener('dragleave', () => this.classList.remove('over'));
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      this.classList.remove('over');
      if (!this.#sending) this.#choose(event.dataTransfer?.files[0]);
    });
    this.replaceChildren(
      make('div', { class: 'field' },
        make('label', { for: 'upload-file' }, text('upload.choose')),
        make('span', { class: 'hint', id: 'upload-hint' }, text('upload.hint')),
        this.#file),
      this.#bar, this.#status, make('div', { class: 'actions' }, this.#pause, this.#end));
  }

  disconnectedCallback(): void {
    removeEventListener('beforeunload', this.#warn);
    removeEventListener('online', this.#goOn);
    document.removeEventListener('turbo:before-visit', this.#ask);
    void this.#upload?.abort();
  }

  #choose(file: File | undefined): void {
    if (!file) return;
    if (!ENDINGS.split(',').some((ending) => file.name.toLowerCase().endsWith(ending))) {
      this.#say(text('upload.no-video', file.name), true);
      return;
    }
    const upload = new Upload(file, {
      endpoint: '/uploads',
      headers: { 'Coursewright-School': this.dataset['school'] ?? '' },
      metadata: { filename: file.name, filetype: file.type },
      chunkSize: FIRST_PIECE,
      retryDelays: PAUSES,
      removeFingerprintOnSuccess: true,
      onProgress: (sent, all) => this.#show(sent, all),
      onChunkComplete: () => (upload.options.chunkSize = PIECE),
      onError: (error) => this.#fail(error),
      onSuccess: () => this.#done(upload),
    });
    this.#upload = upload;
    void upload.findPreviousUploads().then((before) => {
      if (before[0]) upload.resumeFromPreviousUpload(before[0]);
      this.#start();
    });
  }

  #start(): void {
    this.#began = { at: performance.now(), bytes: -1 };
    this.#sending = true;
    this.#file.disabled = true;
    this.#bar.hidden = this.#pause.hidden = this.#end.hidden = false;
    this.#pause.textContent = text('upload.pause');
    this.#say(text('upload.begins'), false);
    this.#upload?.start();
  }

  #stop(): void {
    this.#sending = false;
    void this.#upload?.abort();
    this.#pause.textContent = text('upload.resume');
    this.#say(text('upload.paused'), false);
  }

  async #cancel(): Promise<void> {
    this.#sending = false;
    await this.#upload?.abort(true).catch(() => undefined);
    this.#rest();
    this.#say(text('upload.cancelled'), false);
    this.#file.focus();
  }

  #rest(): void {
    this.#sending = false;
    this.#upload = undefined;
    this.#file.disabled = false;
    this.#file.value = '';
    this.#bar.hidden = this.#pause.hidden = this.#end.hidden = true;
  }

  #show(sent: number, all: number): void {
    if (!this.#sending) return;
    if (this.#began.bytes < 0) this.#began.bytes = sent;
    const seconds = (performance.now() - this.#began.at) / 1000;
    const speed = (sent - this.#began.bytes) / Math.max(seconds, 0.1);
    this.#bar.value = (100 * sent) / Math.max(1, all);
    const left = speed > 0 ? clock((all - sent) / speed) : '–';
    this.#status.textContent = text('upload.sent', megabytes(sent), megabytes(all)) + ' · '
      + text('upload.speed', megabytes(speed), left);
  }

  #fail(error: Error): void {
    const answer = error instanceof DetailedError ? error.originalResponse : null;
    const status = answer?.getStatus() ?? 0;
    if (status === 0 || status === 423 || status >= 500) {
      this.#sending = false;
      this.#pause.textContent = text('upload.resume');
      this.#say(text(status === 507 ? 'upload.full' : 'upload.lost'), true);
      return;
    }
    this.#rest();
    if (status === 401) this.#say(text('upload.signed-out'), true);
    else this.#say(answer?.getBody().trim() || text('upload.lost'), true);
  }

  #done(upload: Upload): void {
    const code = upload.url?.split('/').pop() ?? '';
    this.#rest();
    Turbo.visit((this.dataset['next'] ?? '') + encodeURIComponent(code));
  }

  #goOn = (): void => {
    if (this.#upload && !this.#sending && this.#status.classList.contains('bad')) this.#start();
  };

  #warn = (event: Event): void => {
    if (this.#sending) event.preventDefault();
  };

  #ask = (event: Event): void => {
    if (this.#sending && !confirm(text('upload.leave'))) event.preventDefault();
  };

  #say(words: string, bad: boolean): void {
    this.#status.textContent = words;
    this.#status.classList.toggle('bad', bad);
    if (bad) announce(words);
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

customElements.define('cw-upload', UploadArea);
