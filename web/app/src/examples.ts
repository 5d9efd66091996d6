// Reports to try the page with. Original texts; the school is invented.

import draft from '../examples/draft.txt?raw';
import before from '../examples/2022.txt?raw';
import earlier from '../examples/2021.txt?raw';
import { tr } from './i18n.ts';

export const examples = [
  {
    name: () => tr('2022-2023草稿.txt', '2022-2023 draft.txt'),
    about: () => tr('澄溪理工学院，里面有错', 'a draft with mistakes'),
    text: draft,
  },
  {
    name: () => tr('2021-2022.txt', '2021-2022.txt'),
    about: () => tr('澄溪理工学院，已发布', 'a report as published'),
    text: before,
  },
  {
    name: () => tr('2020-2021.txt', '2020-2021.txt'),
    about: () => tr('澄溪理工学院，再早一年', 'the year before'),
    text: earlier,
  },
];
