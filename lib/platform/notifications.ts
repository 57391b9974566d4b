import { browser, type Permissions } from './browser.ts';

const permission: Permissions.Permissions = { permissions: ['notifications'] };

export const mayNotify = (): Promise<boolean> => browser.permissions.contains(permission);

/** Asks the person; to be called from a click. */
export const askToNotify = (): Promise<boolean> => browser.permissions.request(permission);

/** Shows a notification, replacing the one of the same id; nothing where the person did not allow any. */
export async function notify(id: string, title: string, message: string): Promise<void> {
  if (!(await mayNotify())) return;
  const iconUrl = browser.runtime.getURL('/icons/running-128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, title, message });
}
