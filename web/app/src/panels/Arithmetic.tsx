// A sum as a table: each part, what they make together, what the text says. Only shown, never judged: that is the audit's.

import type { Measure, Span } from '../../../dist/types.js';
import { goTo } from '../actions.ts';
import type { Finding } from '../findings.ts';
import { term, tr } from '../i18n.ts';
import { entry } from '../state.ts';

export function Arithmetic({ finding }: { finding: Finding }) {
  if (finding.code !== 'RM401') return null;
  const { measures } = entry.value!.report;
  const { text } = entry.value!.document;
  const at = (span: Span) => measures.find((m) => m.span[0] === span[0] && m.span[1] === span[1]);
  const total = at(finding.span);
  const parts = finding.related.map(({ span }) => at(span));
  if (!total || parts.some((part) => part === undefined)) return null;
  const known = parts as Measure[];
  const sum = added(known.map(({ value }) => value));
  const off = added([sum, -total.value]);
  const row = (measure: Measure, sign: string) => (
    <tr>
      <td class="sign">{sign}</td>
      <td>{measure.channel ? term('channel', measure.channel) : (measure.subject ?? '')}</td>
      <td class="figure">
        <button type="button" onClick={() => goTo(measure.span[0])} title={text.slice(...measure.span)}>
          {shown(measure.value)}
        </button>
      </td>
    </tr>
  );
  return (
    <table class="sum">
      <caption>{tr('核算', 'Arithmetic')}</caption>
      <tbody>{known.map((part, i) => row(part, i === 0 ? '' : '+'))}</tbody>
      <tfoot>
        <tr>
          <td class="sign">=</td>
          <td>{tr('分项合计', 'Sum of the parts')}</td>
          <td class="figure">{shown(sum)}</td>
        </tr>
        {row(total, '≠')}
        <tr class="off">
          <td />
          <td>{tr('相差', 'Difference')}</td>
          <td class="figure">{off > 0 ? `+${shown(off)}` : shown(off)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Decimal numbers added without the noise of binary fractions. */
function added(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) * 1e6) / 1e6;
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 6 });
}
