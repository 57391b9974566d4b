import { Icon } from '../ui/Icon.tsx';

interface Props {
  readonly previous: string;
  readonly current: string;
  readonly next: string;
  /** -1 back, 0 to now, 1 on. */
  readonly onGo: (step: -1 | 0 | 1) => void;
}

/** Back, to now, and on. */
export const PeriodNav = ({ previous, current, next, onGo }: Props) => (
  <div class="period">
    <button class="icon" type="button" aria-label={previous} title={previous} onClick={() => onGo(-1)}>
      <Icon name="back" />
    </button>
    <button class="btn sm" type="button" onClick={() => onGo(0)}>
      {current}
    </button>
    <button class="icon" type="button" aria-label={next} title={next} onClick={() => onGo(1)}>
      <Icon name="next" />
    </button>
  </div>
);
