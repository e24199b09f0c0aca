declare module '@hotwired/turbo' {
  export const config: { drive: { progressBarDelay: number } };
  export const session: { refresh(url: string, requestId?: string): void };
  export function visit(url: string, options?: { action?: 'advance' | 'replace' }): void;
  export function renderStreamMessage(message: string): void;
}

/** Address of the player's style sheet, known when scripts are built. */
declare const PLAYER_CSS: string;
