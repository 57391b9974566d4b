import { t, type Word } from '../../lib/platform/words.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

interface Page {
  readonly name: Word;
  readonly href: string;
  readonly icon: IconName;
}

/** The larger pages, in the order of the design; they open in tabs of their own. */
const pages: readonly Page[] = [
  { name: 'timesheet', href: 'report.html#timesheet', icon: 'calendar' },
  { name: 'reports', href: 'report.html#reports', icon: 'chart' },
];
const settings: Page = { name: 'settings', href: 'options.html', icon: 'sliders' };

const PageLink = ({ name, href, icon }: Page) => (
  <a class="icon" href={href} target="_blank" aria-label={t(name)} title={t(name)} rel="noopener">
    <Icon name={icon} />
  </a>
);

/** Ways out of the popup. `onOpenPanel`: null where there is no side panel to open, or this is it. */
export const HeaderNav = ({ onOpenPanel }: { readonly onOpenPanel: (() => void) | null }) => (
  <nav class="pop-nav" aria-label={t('openPages')}>
    {pages.map((page) => (
      <PageLink key={page.name} {...page} />
    ))}
    {onOpenPanel && (
      <button
        class="icon"
        type="button"
        aria-label={t('openSidePanel')}
        title={t('openSidePanel')}
        onClick={onOpenPanel}
      >
        <Icon name="panel" />
      </button>
    )}
    <PageLink {...settings} />
  </nav>
);
