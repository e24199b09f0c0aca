// Public pages of a school: everything works without this. It adds the scheme switch, islands, and what depends on the
// person: the pages themselves are stored and the same for all.
import { watchIslands } from './islands';
import { watchMenus, watchScheme } from './scheme';
import { showSession } from './session';

document.documentElement.dataset['js'] = '';
watchScheme();
watchMenus();
watchIslands();
void showSession();
