/** Loads the code of an island when its element is on the page, and only then. */
const islands: Record<string, () => Promise<unknown>> = {
  'cw-player': () => import('./islands/player'),
  'cw-transcript': () => import('./islands/transcript'),
  'cw-captions': () => import('./islands/captions'),
  'cw-code-copy': () => import('./islands/code-copy'),
  'cw-events': () => import('./islands/events'),
  'cw-upload': () => import('./islands/upload'),
};

/** Code in what authors write gets its copy button. */
function wrapCode(root: ParentNode): void {
  for (const code of root.querySelectorAll('.prose pre')) {
    if (code.parentElement?.localName === 'cw-code-copy') continue;
    const island = document.createElement('cw-code-copy');
    code.replaceWith(island);
    island.append(code);
  }
}

export function watchIslands(): void {
  const look = (root: ParentNode) => {
    wrapCode(root);
    for (const [tag, load] of Object.entries(islands))
      if (!customElements.get(tag) && root.querySelector(tag)) void load();
  };
  look(document);
  new MutationObserver((changes) => {
    if (changes.some((change) => change.addedNodes.length > 0)) look(document);
  }).observe(document.documentElement, { childList: true, subtree: true });
}
