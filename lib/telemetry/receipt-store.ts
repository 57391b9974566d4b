import { browser } from '../platform/browser.ts';
import type { ReceiptStore } from './ports.ts';
import { type Asked, parseAsked } from './question.ts';
import { parseReceipt } from './receipts.ts';

const RECEIPT_KEY = 'telemetryReceipt';
const ASKED_KEY = 'telemetryAsked';

const read = async (key: string): Promise<unknown> => (await browser.storage.local.get(key))[key];

export const localReceipts: ReceiptStore = {
  read: async () => parseReceipt(await read(RECEIPT_KEY)),
  write: (receipt) => browser.storage.local.set({ [RECEIPT_KEY]: receipt }),
};

export const localAsked = {
  read: async (): Promise<Asked | null> => parseAsked(await read(ASKED_KEY)),
  write: (asked: Asked): Promise<void> => browser.storage.local.set({ [ASKED_KEY]: asked }),
};
