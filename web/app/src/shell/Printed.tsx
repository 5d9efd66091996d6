// What only paper shows: whose report, when it was checked and by which rules, and the findings as a list.

import { term, tr } from '../i18n.ts';
import { current, entry, findings, version } from '../state.ts';

export function PrintedHead() {
  return (
    <header class="printed">
      <h1>{tr('报告检查结果', 'Findings')}</h1>
      <p>
        {current.value!.name} · {new Date().toISOString().slice(0, 10)} · report-model {version.value}
      </p>
    </header>
  );
}

export function PrintedFindings() {
  const { text } = entry.value!.document;
  return (
    <section class="printed">
      <h2>{tr(`发现（${findings.value.length}）`, `Findings (${findings.value.length})`)}</h2>
      <ol>
        {findings.value.map((f) => (
          <li value={f.index + 1}>
            <b>{term('severity', f.severity)}</b> {tr(f.message, f.message_en)} <code>{f.code}</code>
            {f.span[1] > f.span[0] && <q>{text.slice(...f.span).slice(0, 120)}</q>}
          </li>
        ))}
      </ol>
    </section>
  );
}
