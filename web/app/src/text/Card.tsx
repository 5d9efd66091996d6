// The card above the text: who reports, for when, and which of the prescribed parts are there.

import { goTo } from '../actions.ts';
import { years } from '../facts.ts';
import { term, tr } from '../i18n.ts';
import { current, entry } from '../state.ts';

export function Card() {
  const { report, document } = entry.value!;
  const { institution, title, period, parts } = report;
  const other = report.kind === 'other';
  return (
    <header class="card">
      <p class="file">
        {current.value!.name}
        {document.format !== 'text' && <span> · {document.format}</span>}
        {document.encoding && document.encoding !== 'UTF-8' && (
          <span> · {tr(`按 ${document.encoding} 读取`, `read as ${document.encoding}`)}</span>
        )}
        {document.pages.length > 0 && <span> · {tr(`${document.pages.length} 页`, `${document.pages.length} pages`)}</span>}
      </p>
      <h1>{institution?.name ?? title?.value ?? tr('未写明学校', 'No institution named')}</h1>
      {other ? (
        <p class="other">
          {tr(
            '这份文件不像高校信息公开年度报告，因此没有检查。请确认选对了文件。',
            'This does not look like a university’s annual report on information disclosure, so nothing was checked. Is it the right file?',
          )}
        </p>
      ) : (
        <>
          <dl class="facts">
            <div>
              <dt>{tr('年度', 'Year')}</dt>
              <dd>{years(report) || tr('未写明', 'not stated')}</dd>
            </div>
            <div>
              <dt>{tr('统计期限', 'Period')}</dt>
              <dd>{period ? `${period.start} — ${period.end}` : tr('未写明', 'not stated')}</dd>
            </div>
            {institution?.province && (
              <div>
                <dt>{tr('省份', 'Province')}</dt>
                <dd>{institution.province.short_name}</dd>
              </div>
            )}
          </dl>
          <ol class="parts" aria-label={tr('规定的各部分', 'Prescribed parts')}>
            {parts.map((part) => (
              <li class={`${part.state}${part.required ? '' : ' optional'}`}>
                <button type="button" disabled={!part.span} onClick={() => part.span && goTo(part.span[0])}>
                  <span class="sign" aria-hidden="true">
                    {SIGNS[part.state]}
                  </span>
                  <span class="name">{part.title}</span>
                  <span class="state">{term('state', part.state)}</span>
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </header>
  );
}

const SIGNS = { present: '✓', merged: '⊂', missing: '✕', not_prescribed: '–', unknown: '?' } as const;
