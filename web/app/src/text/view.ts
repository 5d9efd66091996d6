// The text on the screen: built in groups, so that ten megabytes freeze nothing; painted only where it is looked at.

import type { Document, Report, Span } from '../../../dist/types.js';
import type { Fact, FactKind } from '../facts.ts';
import type { Finding } from '../findings.ts';
import { blocksOf, positionOf, render, type Block, type Leaf } from './build.ts';
import { available, firstLeaf, Layer } from './highlight.ts';

/** Blocks in a group: some screens of text. */
const GROUP = 60;
/** How long the page may be busy with building before it breathes. */
const BREATH = 12;

interface Group {
  node: HTMLElement;
  leaves: Leaf[];
  painted: Map<string, Range[]> | null;
}

const layers = new Map<string, Layer>();
function layer(name: string, priority: number): Layer {
  let found = layers.get(name);
  if (!found) layers.set(name, (found = new Layer(name, priority)));
  return found;
}

export class TextView {
  readonly #host: HTMLElement;
  readonly #leafOf = new Map<Node, Leaf>();
  readonly #leaves: Leaf[] = [];
  readonly #groups: Group[] = [];
  readonly #observer: IntersectionObserver;
  #blocks: Block[] = [];
  #built = 0;
  #text = '';
  #findings: readonly Finding[] = [];
  #facts: readonly Fact[] = [];
  #shown: ReadonlySet<FactKind> = new Set();
  #timer = 0;

  constructor(host: HTMLElement) {
    this.#host = host;
    host.classList.toggle('painted', available);
    const look = (entries: IntersectionObserverEntry[]) => {
      for (const { target, isIntersecting } of entries) {
        const group = this.#groups.find(({ node }) => node === target);
        if (group) isIntersecting ? this.#paint(group) : this.#unpaint(group);
      }
    };
    this.#observer = new IntersectionObserver(look, { rootMargin: '600px 0px' });
  }

  /** Shows a document. What is scrolled to stays where it is when only findings changed. */
  show(document: Document, report: Report, findings: readonly Finding[], facts: readonly Fact[]): void {
    this.clear();
    this.#text = document.text;
    this.#findings = findings;
    this.#facts = facts;
    this.#blocks = blocksOf(document, report);
    this.#build(performance.now() + 4 * BREATH);
  }

  /** Chooses the kinds of facts that are painted. */
  kinds(shown: ReadonlySet<FactKind>): void {
    this.#shown = shown;
    for (const group of this.#groups) {
      if (!group.painted) continue;
      this.#unpaint(group);
      this.#paint(group);
    }
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
    for (const group of this.#groups) this.#unpaint(group);
    for (const name of ['selected', 'related', 'found']) layers.get(name)?.clear();
    this.#host.replaceChildren();
    this.#leafOf.clear();
    this.#leaves.length = 0;
    this.#groups.length = 0;
    this.#built = 0;
  }

  /** Builds until the time is up, then goes on when the page has breathed. */
  #build(until: number): void {
    while (this.#built < this.#blocks.length && (performance.now() < until || this.#built === 0)) this.#group();
    if (this.#built < this.#blocks.length) {
      this.#timer = setTimeout(() => this.#build(performance.now() + BREATH), 0) as unknown as number;
    }
  }

  #group(): void {
    const node = document.createElement('div');
    node.className = 'group';
    const leaves: Leaf[] = [];
    const blocks = this.#blocks.slice(this.#built, this.#built + GROUP);
    const [start, end] = [blocks[0]!.start, blocks.at(-1)!.end];
    const findings = this.#findings.filter(({ span }) => span[0] <= end && span[1] >= start);
    for (const block of blocks) node.append(render(block, this.#text, findings, leaves));
    this.#built += blocks.length;
    for (const leaf of leaves) this.#leafOf.set(leaf.node, leaf);
    this.#leaves.push(...leaves);
    this.#groups.push({ node, leaves, painted: null });
    this.#host.append(node);
    this.#observer.observe(node);
  }

  #buildTo(at: number): void {
    while (this.#built < this.#blocks.length && (this.#leaves.at(-1)?.end ?? -1) < at) this.#group();
  }

  #paint(group: Group): void {
    if (group.painted || group.leaves.length === 0) return;
    group.painted = new Map();
    const [start, end] = [group.leaves[0]!.start, group.leaves.at(-1)!.end];
    const paint = (name: string, priority: number, span: Span) => {
      if (span[1] <= start || span[0] >= end) return;
      const ranges = layer(name, priority).paint(group.leaves, span);
      group.painted!.set(name, [...(group.painted!.get(name) ?? []), ...ranges]);
    };
    for (const { kind, span } of this.#facts) if (this.#shown.has(kind)) paint(`fact-${kind}`, kind === 'point' ? 0 : 1, span);
    for (const { severity, span } of this.#findings) if (span[1] > span[0]) paint(`mark-${severity}`, 5, span);
  }

  #unpaint(group: Group): void {
    for (const [name, ranges] of group.painted ?? []) layer(name, 1).unpaint(ranges);
    group.painted = null;
  }

  /** Paints what is selected, or what a search found. */
  paint(name: 'selected' | 'related' | 'found', spans: readonly Span[]): void {
    const painted = layer(name, name === 'found' ? 2 : 3);
    painted.clear();
    for (const span of spans) {
      this.#buildTo(span[1]);
      painted.paint(this.#leaves, span);
    }
  }

  /** Scrolls to a position. */
  goTo(at: number): void {
    this.#buildTo(at);
    const leaf = this.#leaves[Math.min(firstLeaf(this.#leaves, at), this.#leaves.length - 1)];
    if (!leaf) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const mark = leaf.node.querySelector(`mark, button`) && this.#nearest(leaf, at);
    (mark ?? leaf.node).scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  }

  /** The child of a leaf that holds a position: a long paragraph as a whole may not fit on the screen. */
  #nearest(leaf: Leaf, at: number): Element | null {
    let place = leaf.start;
    for (const child of leaf.node.childNodes) {
      place += child.textContent?.length ?? 0;
      if (place >= at && child instanceof Element) return child;
    }
    return null;
  }

  /** The position of the text under a point of the screen. */
  positionAt(x: number, y: number): number | null {
    const page = document as Document_;
    const caret = page.caretPositionFromPoint?.(x, y);
    if (caret) return positionOf(this.#leafOf, caret.offsetNode, caret.offset);
    const range = page.caretRangeFromPoint?.(x, y);
    return range ? positionOf(this.#leafOf, range.startContainer, range.startOffset) : null;
  }
}

type Document_ = globalThis.Document & {
  caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?: (x: number, y: number) => Range | null;
};
