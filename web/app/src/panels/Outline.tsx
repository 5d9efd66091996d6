// The parts of the report as a tree, and what the checklist's items say.

import type { Section } from '../../../dist/types.js';
import { goTo } from '../actions.ts';
import { term, tr } from '../i18n.ts';
import { entry } from '../state.ts';

export function Outline() {
  const { sections, checklist } = entry.value!.report;
  return (
    <>
      {sections.length === 0 ? (
        <p class="empty">{tr('没有读到标题。', 'No headings were read.')}</p>
      ) : (
        <nav class="outline" aria-label={tr('大纲', 'Outline')}>
          <Branch list={sections} />
        </nav>
      )}
      {checklist.length > 0 && (
        <section class="values">
          <h3>
            {tr('清单事项', 'Checklist items')} <small>{checklist.length} / 50</small>
          </h3>
          <ul>
            {checklist.map(({ item, status, spans }) => (
              <li>
                <button type="button" class="value" disabled={!spans[0]} onClick={() => spans[0] && goTo(spans[0][0])}>
                  <span class="label">{tr(`第 ${item} 项`, `Item ${item}`)}</span>
                  <span class="shown">{term('item', status)}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Branch({ list }: { list: readonly Section[] }) {
  return (
    <ol>
      {list.map((section) => (
        <li>
          <button type="button" onClick={() => goTo(section.span[0])}>
            <span class="label">{section.label}</span>
            {section.title.value}
          </button>
          {section.children.length > 0 && <Branch list={section.children} />}
        </li>
      ))}
    </ol>
  );
}
