// The findings: what is wrong, its words, the arithmetic, how to mend it.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Span } from '../../../dist/types.js';
import { canUndo, goTo, replace, selectFinding, step, undo } from '../actions.ts';
import { dismiss } from '../dismissals.ts';
import { hasWords, SEVERITIES, type Finding } from '../findings.ts';
import { term, tr } from '../i18n.ts';
import { allFindings, dismissed, entry, findings, rules, selectedFinding } from '../state.ts';
import { Arithmetic } from './Arithmetic.tsx';

export function Findings() {
  const list = findings.value;
  const at = list.findIndex((f) => f.index === selectedFinding.value);
  if (entry.value!.report.kind === 'other' && allFindings.value.length === 0) {
    return <p class="empty">{tr('没有检查：不是信息公开年度报告。', 'Not checked: no annual report.')}</p>;
  }
  return (
    <>
      <div class="summary">
        <p>
          {SEVERITIES.map((severity) => (
            <span class={`tally ${severity}`}>
              {term('severity', severity)} <b>{list.filter((f) => f.severity === severity).length}</b>
            </span>
          ))}
        </p>
        <div class="steps">
          <span class="place">{at < 0 ? `${list.length}` : `${at + 1} / ${list.length}`}</span>
          <button type="button" onClick={() => step(-1)} disabled={list.length === 0} title={tr('上一项', 'Previous')}>
            ↑ <kbd>k</kbd>
          </button>
          <button type="button" onClick={() => step(1)} disabled={list.length === 0} title={tr('下一项', 'Next')}>
            ↓ <kbd>j</kbd>
          </button>
          <button type="button" onClick={undo} disabled={!canUndo()}>
            {tr('撤销修改', 'Undo')} {canUndo() && <small>{entry.value!.past.length}</small>}
          </button>
        </div>
      </div>
      {list.length === 0 && <Nothing />}
      <ol class="findings">
        {list.map((finding) => (
          <Row key={`${finding.anchor} ${finding.fingerprint}`} finding={finding} />
        ))}
      </ol>
      {dismissed.value.length > 0 && (
        <details class="dismissed">
          <summary>{tr(`已忽略 ${dismissed.value.length} 项`, `${dismissed.value.length} dismissed`)}</summary>
          <ul>
            {dismissed.value.map((finding) => (
              <li>
                <span>{tr(finding.message, finding.message_en)}</span>
                <button type="button" onClick={() => dismiss(finding.fingerprint, false)}>
                  {tr('恢复', 'Restore')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Checks />
    </>
  );
}

function Nothing() {
  const { checks } = entry.value!.report;
  const open = checks.filter((check) => check.uncertain + check.not_assessable > 0).length;
  return (
    <div class="empty good">
      <p class="big">{tr('没有发现问题', 'Nothing found')}</p>
      <p>
        {tr(
          `检查了 ${checks.length} 项规则${open ? `，其中 ${open} 项有无法判断之处` : ''}。`,
          `${checks.length} rules were applied${open ? `; ${open} could not judge every place` : ''}.`,
        )}
      </p>
    </div>
  );
}

/** What was looked at, also where all is well. */
function Checks() {
  const { checks } = entry.value!.report;
  if (checks.length === 0) return null;
  const title = (code: string) => {
    const rule = rules.value.find((rule) => rule.code === code);
    return rule ? tr(rule.title, rule.title_en) : '';
  };
  return (
    <details class="checks">
      <summary>{tr(`检查了 ${checks.length} 项规则`, `${checks.length} rules were applied`)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{tr('规则', 'Rule')}</th>
            <th scope="col">{tr('符合', 'Holds')}</th>
            <th scope="col">{tr('不符', 'Fails')}</th>
            <th scope="col">{tr('无法判断', 'Open')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr>
              <th scope="row">
                <code>{check.code}</code> {title(check.code)}
              </th>
              <td>{check.holds}</td>
              <td>{check.fails}</td>
              <td>{check.uncertain + check.not_assessable}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({ finding }: { finding: Finding }) {
  const open = selectedFinding.value === finding.index;
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={row} class={`finding ${finding.severity}${open ? ' opened' : ''}`}>
      <button type="button" class="head" aria-expanded={open} onClick={() => selectFinding(finding)}>
        <span class="number">{finding.index + 1}</span>
        <span class="said">
          <span class="kind">{term('severity', finding.severity)}</span>
          {tr(finding.message, finding.message_en)}
        </span>
      </button>
      {open && <Opened finding={finding} />}
    </li>
  );
}

function Opened({ finding }: { finding: Finding }) {
  const { text } = entry.value!.document;
  const rule = rules.value.find((rule) => rule.code === finding.code);
  const where = pathTo(finding.span);
  return (
    <div class="detail">
      {hasWords(finding) ? (
        <Words span={finding.span} text={text} />
      ) : (
        finding.span[0] > 0 && (
          <button type="button" class="words" onClick={() => goTo(finding.span[0])}>
            {tr('看看它应在的位置', 'Where it was expected')}
          </button>
        )
      )}
      {where && <p class="where">{where}</p>}
      <Arithmetic finding={finding} />
      {finding.code !== 'RM401' && finding.related.length > 0 && (
        <ul class="related">
          {finding.related.map(({ message, message_en, span }) => (
            <li>
              <span>{tr(message, message_en)}</span> <Words span={span} text={text} />
            </li>
          ))}
        </ul>
      )}
      {rule && <p class="help">{tr(rule.help, rule.help_en)}</p>}
      <Mend finding={finding} text={text} />
      <p class="meta">
        <code title={rule?.name}>{finding.code}</code> {rule && tr(rule.title, rule.title_en)}
      </p>
    </div>
  );
}

function Words({ span, text }: { span: Span; text: string }) {
  const words = text.slice(...span).replace(/\s+/g, ' ');
  return (
    <button type="button" class="words" onClick={() => goTo(span[0])}>
      <q>{words.length > 80 ? `${words.slice(0, 78)}……` : words}</q>
    </button>
  );
}

/** What can be done about it: apply the correction, write another, leave it. */
function Mend({ finding, text }: { finding: Finding; text: string }) {
  const [own, setOwn] = useState<string | null>(null);
  const { fix } = finding;
  const offered = fix && fix.applicability !== 'display_only' ? fix : null;
  const span = offered?.span ?? finding.span;
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), [own === null]);
  return (
    <>
      {offered && (
        <p class="fix">
          <del>{text.slice(...offered.span)}</del> → <ins>{offered.replacement || tr('（删除）', '(nothing)')}</ins>
        </p>
      )}
      <div class="actions">
        {offered && (
          <button type="button" class="primary" onClick={() => replace(offered.span, offered.replacement)}>
            {offered.applicability === 'safe' ? tr('改正', 'Correct') : tr('核对后改正', 'Correct (checked)')}
          </button>
        )}
        {hasWords(finding) && own === null && (
          <button type="button" onClick={() => setOwn(text.slice(...span))}>
            {tr('自己修改…', 'Edit…')}
          </button>
        )}
        {finding.fingerprint && (
          <button type="button" onClick={() => dismiss(finding.fingerprint, true)}>
            {tr('忽略', 'Dismiss')}
          </button>
        )}
      </div>
      {own !== null && (
        <form
          class="own"
          onSubmit={(event) => {
            event.preventDefault();
            void replace(span, own);
          }}
        >
          <label>
            {tr('改为', 'Replace with')}
            <textarea ref={field} rows={2} value={own} onInput={(event) => setOwn(event.currentTarget.value)} />
          </label>
          <div class="actions">
            <button type="submit" class="primary">
              {tr('修改原文', 'Change the text')}
            </button>
            <button type="button" onClick={() => setOwn(null)}>
              {tr('取消', 'Cancel')}
            </button>
          </div>
        </form>
      )}
    </>
  );
}

/** Titles of the parts that hold a span, outermost first. */
function pathTo([start, end]: Span): string {
  const path: string[] = [];
  let list = entry.value!.report.sections;
  for (;;) {
    const section = list.find(({ span }) => span[0] <= start && end <= span[1]);
    if (!section) return path.join(' › ');
    path.push(`${section.label ?? ''}${section.title.value}`);
    list = section.children;
  }
}
