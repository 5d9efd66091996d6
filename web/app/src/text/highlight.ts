// Values painted over the text with the CSS Custom Highlight API: no element is added, overlaps are no trouble. Browsers
// without it show the text plain; the side list is the way to the values there.

import type { Span } from '../../../dist/types.js';
import { pointIn, type Leaf } from './build.ts';

export const available = 'highlights' in CSS && typeof Highlight === 'function';

/** Paints under a name; takes back what it painted before. */
export class Layer {
  readonly #highlight = available ? new Highlight() : null;

  constructor(name: string, priority: number) {
    if (!this.#highlight) return;
    this.#highlight.priority = priority;
    CSS.highlights.set(name, this.#highlight);
  }

  clear(): void {
    this.#highlight?.clear();
  }

  /** Paints a span as far as it lies in the leaves, which are sorted by place. Gives the ranges, for `unpaint`. */
  paint(leaves: readonly Leaf[], span: Span): Range[] {
    if (!this.#highlight) return [];
    const painted: Range[] = [];
    for (let i = firstLeaf(leaves, span[0]); i < leaves.length && leaves[i]!.start < span[1]; i += 1) {
      const leaf = leaves[i]!;
      const from = pointIn(leaf, Math.max(span[0], leaf.start));
      const to = pointIn(leaf, Math.min(span[1], leaf.end));
      if (!from || !to) continue;
      const range = new Range();
      range.setStart(...from);
      range.setEnd(...to);
      this.#highlight.add(range);
      painted.push(range);
    }
    return painted;
  }

  unpaint(ranges: readonly Range[]): void {
    for (const range of ranges) this.#highlight?.delete(range);
  }
}

/** Index of the first leaf that ends behind a position. */
export function firstLeaf(leaves: readonly Leaf[], at: number): number {
  let [low, high] = [0, leaves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (leaves[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
