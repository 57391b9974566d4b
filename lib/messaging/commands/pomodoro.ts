import * as v from 'valibot';

export const pomodoroCommands = [
  /** Begins with what runs. */
  v.strictObject({ type: v.literal('pomodoro.start') }),
  /** Ends the present phase, or the waiting, now. */
  v.strictObject({ type: v.literal('pomodoro.next') }),
  /** Ends the present phase at the instant it was to end, if that has passed: what the alarm says. */
  v.strictObject({ type: v.literal('pomodoro.elapsed') }),
  /** No more phases; what runs goes on. */
  v.strictObject({ type: v.literal('pomodoro.end') }),
] as const;
