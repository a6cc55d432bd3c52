import { compareStartHref, homeHref, methodologyHref, searchPageHref, toolsHref } from '../../lib/address/href';
import { ToolCombobox } from '../search/tool-combobox.client';
import { ThemeSwitch } from './theme-switch.client';

/** On narrow screens the navigation is a popover, so it opens without JavaScript; on wide ones it always stands. */
export function Header({ search }: { search: boolean }) {
  return (
    <header className="site-header no-print">
      <div className="site-header-row">
        <a href={homeHref} className="wordmark">
          Unfragile
        </a>
        <div className="header-search">
          {search && (
            <form action={searchPageHref} method="get">
              <ToolCombobox id="header-search" label="Search tools" placeholder="Search tools" name="q" then={{ type: 'open' }} shortcut />
            </form>
          )}
        </div>
        <a href={searchPageHref} className="header-search-link">
          Search
        </a>
        <button type="button" className="header-menu-button" popoverTarget="site-menu">
          Menu
        </button>
        <nav id="site-menu" popover="auto" aria-label="Main" className="site-menu">
          <a href={toolsHref}>Tools</a>
          <a href={compareStartHref}>Compare</a>
          <a href={methodologyHref}>Methodology</a>
          <ThemeSwitch />
        </nav>
      </div>
    </header>
  );
}
