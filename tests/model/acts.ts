import type { Make } from './act.ts';
import { catalogueActs } from './catalogue-acts.ts';
import { entryActs } from './entry-acts.ts';
import { favouriteActs } from './favourite-acts.ts';
import { manyActs } from './many-acts.ts';
import { timerActs } from './timer-acts.ts';

export const acts = { ...timerActs, ...entryActs, ...manyActs, ...favouriteActs, ...catalogueActs } as const;

export type ActName = keyof typeof acts;
export const makeAct = (name: ActName): Make => acts[name];
