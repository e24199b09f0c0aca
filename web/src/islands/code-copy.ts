import { announce, icon, make, text } from '../dom';

/** A block of code with a button that copies it: of what a terminal shows, the commands alone. */
class CodeCopy extends HTMLElement {
  connectedCallback(): void {
    // what wraps a block moves it in after this element is there
    queueMicrotask(() => {
      const code = this.querySelector<HTMLElement>(':scope > pre');
      if (!code || this.querySelector(':scope > button') || !navigator.clipboard) return;
      const button = make('button', { type: 'button' }, icon('copy'), text('code.copy'));
      button.addEventListener('click', () => void copy(code, button));
      this.append(button);
    });
  }
}

async function copy(code: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const commands = [...code.querySelectorAll('.tok-command')].map((command) => command.textContent);
  await navigator.clipboard.writeText(commands.length > 0 ? commands.join('\n') : code.innerText.replace(/\n$/, ''));
  button.replaceChildren(icon('check'), text('code.copied'));
  announce(text('code.copied'));
  setTimeout(() => button.replaceChildren(icon('copy'), text('code.copy')), 2000);
}

customElements.define('cw-code-copy', CodeCopy);
