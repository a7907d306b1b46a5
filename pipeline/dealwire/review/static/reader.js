// The article in the page: loaded piece by piece, its records marked, places in it counted in code points as records do.

import { get } from "./api.js";
import { byId, el, visible } from "./dom.js";
import { LETTERS } from "./labels.js";

const LINE = 70; // code points in a line, to guess the height of a piece not loaded yet

export class Reader {
  constructor(pane, root) {
    this.pane = pane;
    this.root = root;
    this.nodes = new WeakMap(); // text node → code point at which it starts
    new ResizeObserver(() => this.#keep()).observe(pane);
    this.watch = new IntersectionObserver((seen) => this.#seen(seen), { root: pane, rootMargin: "1200px 0px" });
  }

  /** Show another article. */
  open(article) {
    this.watch.disconnect();
    this.n = article.n;
    this.length = article.length;
    this.items = article.items; // the session's own Map
    this.marks = new Map(); // item id → its elements
    this.hand = null;
    this.pieces = article.chunks.map(([start, end], k) => ({ k, start, end, loaded: null, cps: null, nodes: [] }));
    this.root.replaceChildren(...this.pieces.map((piece) => this.#blank(piece)));
    this.pane.scrollTop = 0;
  }

  #blank(piece) {
    piece.element = el("div", { class: "piece blank", "data-k": piece.k });
    piece.element.style.blockSize = `${Math.ceil((piece.end - piece.start) / LINE) * 1.7}em`;
    this.watch.observe(piece.element);
    return piece.element;
  }

  #seen(entries) {
    for (const { isIntersecting, target } of entries) {
      if (isIntersecting && target.isConnected) this.load(Number(target.dataset.k));
    }
  }

  /** The piece, loaded. */
  load(k) {
    const piece = this.pieces[k];
    piece.loaded ??= get(`/api/articles/${this.n}/text/${piece.start}-${piece.end}`).then(({ text }) => {
      piece.cps = Array.from(text);
      if (this.pieces[k] === piece) this.paint(piece);
      this.watch.unobserve(piece.element);
      return piece;
    });
    return piece.loaded;
  }

  pieceAt(place) {
    let low = 0;
    let high = this.pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.pieces[middle].start <= place) low = middle;
      else high = middle - 1;
    }
    return this.pieces[low];
  }

  /** The article's text between two places, as far as it is loaded. */
  slice(start, end) {
    let text = "";
    for (let k = this.pieceAt(start)?.k ?? 0; k < this.pieces.length && this.pieces[k].start < end; k++) {
      const piece = this.pieces[k];
      if (piece.cps) text += piece.cps.slice(Math.max(0, start - piece.start), end - piece.start).join("");
    }
    return text;
  }

  /** Draw a piece: a paragraph a line, the stretches that records cover as marks. */
  paint(piece) {
    for (const item of piece.items ?? []) this.marks.delete(item.item);
    piece.nodes = [];
    piece.items = [...this.items.values()].filter((item) => item.start < piece.end && piece.start < item.end);
    const lines = [];
    let at = piece.start;
    let gap = false;
    for (const line of piece.cps.join("").split("\n")) {
      const length = Array.from(line).length;
      if (line.trim()) lines.push(this.#line(piece, line, at, at + length, gap));
      gap = !line.trim();
      at += length + 1;
    }
    piece.element.replaceChildren(...lines);
    piece.element.style.blockSize = "";
    piece.element.className = "piece";
    if (this.hand) this.#markHand(this.hand, true);
  }

  #line(piece, line, start, end, gap) {
    const paragraph = el("p", { class: gap ? "gap" : "" });
    const items = piece.items.filter((item) => item.start < end && start < item.end);
    const edges = new Set([start, end]);
    for (const item of items) edges.add(Math.max(start, item.start)).add(Math.min(end, item.end));
    const cuts = [...edges].sort((a, b) => a - b);
    const cps = items.length ? Array.from(line) : null;
    for (let i = 0; i + 1 < cuts.length; i++) {
      const text = cps ? cps.slice(cuts[i] - start, cuts[i + 1] - start).join("") : line;
      const covering = items.filter((item) => item.start <= cuts[i] && cuts[i + 1] <= item.end);
      paragraph.append(...this.#stretch(piece, text, cuts[i], covering));
    }
    return paragraph;
  }

  #stretch(piece, text, start, covering) {
    let at = start;
    const nodes = visible(text, (node, length) => {
      this.nodes.set(node, at);
      piece.nodes.push({ node, start: at, end: at + length });
      at += length;
    });
    if (!covering.length) return nodes;
    const item = covering.find((one) => one.verdict !== "rejected") ?? covering[0];
    const mark = el("mark", { "data-item": item.item, "data-letter": LETTERS[item.label] }, nodes);
    this.#dress(mark, item);
    for (const one of covering) this.marks.set(one.item, [...(this.marks.get(one.item) ?? []), mark]);
    return [mark];
  }

  #dress(mark, item) {
    mark.className = `${item.label} ${item.verdict}${item.flag ? " flagged" : ""}${item.queued === false ? " aside" : ""}`;
  }

  /** Show an item as it stands now, painting its piece again if its span or its being there changed. */
  update(before, after) {
    const moved = !before || !after || before.start !== after.start || before.end !== after.end || before.label !== after.label;
    if (!moved) {
      for (const mark of this.marks.get(after.item) ?? []) {
        if (mark.dataset.item === after.item) this.#dress(mark, after);
      }
      return;
    }
    const pieces = [before, after].filter(Boolean).flatMap(({ start, end }) => [this.pieceAt(start), this.pieceAt(end - 1)]);
    for (const piece of new Set(pieces)) if (piece.cps) this.paint(piece);
  }

  /** Put an item in hand: marked as such and scrolled to. */
  async take(item) {
    if (this.hand) this.#markHand(this.hand, false);
    this.hand = item;
    if (!item) return;
    await this.load(this.pieceAt(item.start).k);
    if (this.hand !== item) return;
    this.#markHand(item, true);
    const mark = this.marks.get(item.item)?.[0];
    if (mark) this.reveal(mark.getBoundingClientRect());
  }

  /** Keep the record in hand in view when the pane changes its size. */
  #keep() {
    const mark = this.hand && this.marks.get(this.hand.item)?.[0];
    if (mark) this.reveal(mark.getBoundingClientRect());
  }

  #markHand(item, on) {
    for (const mark of this.marks.get(item.item) ?? []) {
      mark.classList.toggle("in-hand", on);
      if (on) mark.setAttribute("aria-current", "true");
      else mark.removeAttribute("aria-current");
    }
  }

  /** Scroll so that a box of the text stands in the middle part of the pane, if it does not. */
  reveal(box) {
    const pane = this.pane.getBoundingClientRect();
    const above = pane.top + 0.12 * pane.height;
    const below = pane.top + 0.8 * pane.height;
    if (box.top < above || box.bottom > below) {
      this.pane.scrollTop += box.top - (pane.top + 0.38 * pane.height);
    }
  }

  /** A place as a position in the document. */
  position(place) {
    const piece = this.pieceAt(place);
    const node = piece.nodes.find((one) => one.start <= place && place < one.end)
      ?? piece.nodes.findLast((one) => one.end <= place) ?? piece.nodes[0];
    if (!node) return null;
    const before = Math.min(Math.max(0, place - node.start), node.end - node.start);
    return { node: node.node, offset: Array.from(node.node.data).slice(0, before).join("").length };
  }

  range(start, end) {
    const from = this.position(start);
    const last = this.position(end - 1);
    if (!from || !last) return null;
    const range = new Range();
    range.setStart(from.node, from.offset);
    const length = String.fromCodePoint(last.node.data.codePointAt(last.offset) ?? 32).length;
    range.setEnd(last.node, Math.min(last.node.data.length, last.offset + length));
    return range;
  }

  /** The place at a position in the document, null outside the text. */
  place(node, offset) {
    if (node.nodeType !== Node.TEXT_NODE) {
      const walker = document.createTreeWalker(node.childNodes[offset] ?? node, NodeFilter.SHOW_TEXT);
      node = node.childNodes[offset]?.nodeType === Node.TEXT_NODE ? node.childNodes[offset] : walker.nextNode();
      offset = 0;
    }
    const start = node && this.nodes.get(node);
    return start === undefined || start === null ? null : start + Array.from(node.data.slice(0, offset)).length;
  }

  placeAt(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    if (caret) return this.place(caret.offsetNode, caret.offset);
    const range = document.caretRangeFromPoint?.(x, y);
    return range ? this.place(range.startContainer, range.startOffset) : null;
  }

  /** Words and signs of the pieces around a place, as [start, end]. */
  words(place) {
    const piece = this.pieceAt(Math.min(place, this.length - 1));
    const near = this.pieces.slice(Math.max(0, piece.k - 1), piece.k + 2).filter((one) => one.cps);
    return near.flatMap((one) => (one.words ??= wordsOf(one)));
  }
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,'’][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]/gu;

function wordsOf(piece) {
  const text = piece.cps.join("");
  const words = [];
  let unit = 0;
  let place = piece.start;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    place += Array.from(text.slice(unit, index)).length;
    const length = Array.from(word).length;
    words.push([place, place + length]);
    place += length;
    unit = index + word.length;
  }
  return words;
}

export const textPane = () => new Reader(byId("reader"), byId("text"));
