// The page of an exam: one island, the scheme switch, keys. No Turbo: nothing may take this page away.
import { watchKeys } from './keys';
import { watchMenus, watchScheme } from './scheme';
import './exam/exam';

document.documentElement.dataset['js'] = '';
watchScheme();
watchMenus();
watchKeys();
