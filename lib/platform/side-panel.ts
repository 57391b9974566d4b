import { browser } from './browser.ts';

interface Panels {
  /** Chromium. */
  readonly sidePanel?: { open(options: { readonly windowId: number }): Promise<void> };
  /** Firefox. */
  readonly sidebarAction?: { open(): Promise<void> };
}

/** How to open the side panel of this window from a click; null where the browser has none. */
export async function panelOpener(): Promise<(() => void) | null> {
  const { sidePanel, sidebarAction } = browser as unknown as Panels;
  if (sidebarAction) return () => void sidebarAction.open();
  // Asked for beforehand: after the click the browser waits for nothing.
  const { id } = await browser.windows.getCurrent();
  return sidePanel && id !== undefined ? () => void sidePanel.open({ windowId: id }) : null;
}
