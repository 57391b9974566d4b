import { expect, test } from 'vitest';
import { breaksLock } from '../../../lib/domain/locked.ts';
import { entry } from './entries.ts';

const locked = { ...entry({ projectId: 'p' }), invoice: { number: '7', day: '2026-11-30', paid: false, locked: true } };
const nothing = new Set<string>();

test('an invoiced entry keeps its project, unless that is taken out of the catalogue', () => {
  const moved = { ...locked, projectId: 'q' };
  expect(breaksLock(locked, moved, nothing)).toBe(true);
  expect(breaksLock(locked, moved, new Set(['another']))).toBe(true);
  expect(breaksLock(locked, moved, new Set(['p']))).toBe(false);
  expect(breaksLock(locked, { ...moved, description: 'else' }, new Set(['p'])), 'and nothing besides').toBe(true);
});

test('unlocked, or about another mark of the invoice, it may be changed', () => {
  const open = { ...locked, invoice: { ...locked.invoice, locked: false } };
  expect(breaksLock(open, { ...open, projectId: 'q' }, nothing)).toBe(false);
  expect(breaksLock(locked, open, nothing)).toBe(false);
});
