import type { ComponentType } from 'preact';
import type { Word } from '../../lib/platform/words.ts';
import type { IconName } from '../ui/Icon.tsx';
import { ProjectsSection } from './catalogue/ProjectsSection.tsx';
import { DataSection } from './data/DataSection.tsx';
import { GeneralSection } from './general/GeneralSection.tsx';
import { PrivacyRow } from './privacy/PrivacyRow.tsx';
import { PrivacySection } from './privacy/PrivacySection.tsx';
import { TimerSection } from './timer/TimerSection.tsx';

/** One part of the settings: reached as `options.html#<id>`. */
export interface Section {
  readonly id: 'general' | 'timer' | 'projects' | 'data' | 'privacy';
  readonly title: Word;
  readonly icon: IconName;
  /** Draws a `<section class="sec" id=…>` with its heading. */
  readonly Part: ComponentType;
  /** A page of its own; the others stand below each other on one. */
  readonly alone?: boolean;
  /** Stands for it on the page of the others. */
  readonly Row?: ComponentType;
}

/** In the order of the navigation. */
export const sections: readonly Section[] = [
  { id: 'general', title: 'general', icon: 'sliders', Part: GeneralSection },
  { id: 'timer', title: 'timerAndIdle', icon: 'clock', Part: TimerSection },
  { id: 'projects', title: 'projectsAndClients', icon: 'folder', Part: ProjectsSection },
  { id: 'data', title: 'data', icon: 'data', Part: DataSection },
  { id: 'privacy', title: 'privacy', icon: 'lock', Part: PrivacySection, alone: true, Row: PrivacyRow },
];
