// Functions that run inside Firefox's own window, with the rights of the browser. They are sent as text.

interface Accessible {
  readonly name: string | null;
  readonly computedARIARole: string;
  readonly firstChild: Accessible | null;
  readonly nextSibling: Accessible | null;
}

interface Extension {
  readonly backgroundState: string;
  terminateBackground(options: object): Promise<void>;
}

interface BrowsingContext {
  readonly embedderElement: object;
}

interface DataPermissions {
  readonly permissions: readonly string[];
  readonly origins: readonly string[];
  readonly data_collection: readonly string[];
}

interface ExtensionPermissions {
  add(id: string, permissions: DataPermissions, extension: Extension): Promise<void>;
  remove(id: string, permissions: DataPermissions, extension: Extension): Promise<void>;
}

interface CertificateDatabase {
  addCertFromBase64(certificate: string, trust: string): void;
}

interface AccessibilityService {
  getAccessibleFor(node: object): Accessible | null;
}

declare const Cc: Record<string, { getService<Service>(type: unknown): Service }>;
declare const Ci: Record<string, unknown>;
declare const Services: {
  readonly prefs: { setIntPref(name: string, value: number): void };
};
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } | null };
declare const ChromeUtils: {
  importESModule(address: string): {
    NavigableManager: { getBrowsingContextById(id: string): BrowsingContext | null };
    ExtensionPermissions: ExtensionPermissions;
  };
};

export interface Seen {
  readonly role: string;
  readonly name: string;
}

declare global {
  var heldAccessibility: AccessibilityService | undefined;
}

/** Serves assistive technology from now on: Firefox ends the service, in all processes, once nobody holds it. */
export function holdAccessibility(): void {
  globalThis.heldAccessibility = Cc['@mozilla.org/accessibilityService;1']?.getService(Ci.nsIAccessibilityService);
}

/** Everything that assistive technology is told of a page, in reading order; null while it is told nothing yet. */
export function accessibleTree(contextId: string): Seen[] | null {
  const address = 'chrome://remote/content/shared/NavigableManager.sys.mjs';
  const { NavigableManager } = ChromeUtils.importESModule(address);
  const context = NavigableManager.getBrowsingContextById(contextId);
  const frame = context && globalThis.heldAccessibility?.getAccessibleFor(context.embedderElement);
  if (!frame?.firstChild) return null;
  const seen: Seen[] = [];
  const walk = (node: Accessible) => {
    seen.push({ role: node.computedARIARole, name: node.name ?? '' });
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
  };
  walk(frame.firstChild);
  return seen;
}

export function workerState(id: string): string {
  return WebExtensionPolicy.getByID(id)?.extension.backgroundState ?? 'absent';
}

export async function terminateWorker(id: string): Promise<void> {
  const options = { ignoreDevToolsAttached: true, disableResetIdleForTest: true };
  await WebExtensionPolicy.getByID(id)?.extension.terminateBackground(options);
}

/** To be trusted for servers. */
export function trustAuthority(certificate: string): void {
  const database = Cc['@mozilla.org/security/x509certdb;1']?.getService<CertificateDatabase>(Ci.nsIX509CertDB);
  database?.addCertFromBase64(certificate, 'CT,,');
}

export async function setDataPermission({ id, granted }: { id: string; granted: boolean }): Promise<void> {
  const address = 'resource://gre/modules/ExtensionPermissions.sys.mjs';
  const { ExtensionPermissions } = ChromeUtils.importESModule(address);
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (!extension) throw new Error('the extension is not there');
  const permissions = { permissions: [], origins: [], data_collection: ['technicalAndInteraction'] };
  await ExtensionPermissions[granted ? 'add' : 'remove'](id, permissions, extension);
}

export function setIntegerPreference({ name, value }: { name: string; value: number }): void {
  Services.prefs.setIntPref(name, value);
}
