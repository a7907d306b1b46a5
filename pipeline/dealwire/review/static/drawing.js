// A span being drawn: a new one, or the boundaries of a record on the move; by keys here, by hand in mouse.js.

import { byId, el, visible } from "./dom.js";
import { inTurn, mode } from "./keys.js";
import { KEYS } from "./labels.js";
import { say, tell } from "./say.js";

export class Drawing {
  constructor(reader, { added, moved, began, redraw }) {
    this.reader = reader;
    this.added = added; // (label, start, end)
    this.moved = moved; // (item, start, end)
    this.began = began; // (item or null)
    this.redraw = redraw; // () → show the record in hand again
    this.span = null;
  }

  /** Move the boundaries of a record by keys. */
  move(item) {
    this.begin({ start: item.start, end: item.end }, item, {
      ArrowLeft: () => this.#step("end", -1), ArrowRight: () => this.#step("end", 1),
      "Shift+ArrowLeft": () => this.#step("start", -1), "Shift+ArrowRight": () => this.#step("start", 1),
      "Alt+ArrowLeft": () => this.#nudge("end", -1), "Alt+ArrowRight": () => this.#nudge("end", 1),
      "Alt+Shift+ArrowLeft": () => this.#nudge("start", -1), "Alt+Shift+ArrowRight": () => this.#nudge("start", 1),
      Enter: () => this.#finish(() => this.moved(item, this.span.start, this.span.end)),
    });
  }

  /** Draw a new span by keys, beginning with the word at or after a place. */
  async add(place) {
    await this.reader.load(this.reader.pieceAt(place).k);
    const words = this.reader.words(place).filter(([start]) => /[\p{L}\p{N}]/u.test(this.reader.slice(start, start + 1)));
    const word = words.find(([start]) => start >= place) ?? words.at(-1);
    if (word) this.adding({ start: word[0], end: word[1] });
  }

  /** Let a new span be moved, stretched and labelled by keys. */
  adding(span) {
    this.begin(span, null, {
      ArrowLeft: () => this.#walk(-1), ArrowRight: () => this.#walk(1),
      ArrowUp: () => this.#line(-1), ArrowDown: () => this.#line(1),
      "Shift+ArrowLeft": () => this.#step("end", -1), "Shift+ArrowRight": () => this.#step("end", 1),
      "Alt+ArrowLeft": () => this.#nudge("end", -1), "Alt+ArrowRight": () => this.#nudge("end", 1),
      "Alt+Shift+ArrowLeft": () => this.#nudge("start", -1), "Alt+Shift+ArrowRight": () => this.#nudge("start", 1),
      f: () => byId("find")?.focus(),
      ...Object.fromEntries(Object.entries(KEYS).map(([key, label]) => [key, () => this.label(label)])),
    });
  }

  label(label) {
    const { start, end } = this.span;
    return this.#finish(() => this.added(label, start, end));
  }

  /** Draw a span (of `item`, or a new one), with the keys that may change it. */
  begin(span, item, table) {
    this.cancel();
    this.span = span;
    this.moving = item;
    this.began(item);
    this.release = mode({ ...table, Escape: () => this.cancel(true) });
    this.#draw();
  }

  #finish(work) {
    const span = this.span;
    this.#end();
    this.span = span;
    const done = work();
    this.span = null;
    return done;
  }

  #end() {
    this.release?.();
    this.release = null;
    CSS.highlights?.delete("drawn");
    byId("drawn")?.remove();
  }

  cancel(redraw = false) {
    if (!this.span) return;
    this.#end();
    this.span = null;
    if (redraw) this.redraw();
  }

  #draw() {
    const { start, end } = this.span;
    const range = this.reader.range(start, end);
    if (range && CSS.highlights) CSS.highlights.set("drawn", new Highlight(range));
    if (range) this.reader.reveal(range.getBoundingClientRect());
    const text = this.reader.slice(start, end);
    this.#panel(text);
    say(text);
  }

  #panel(text) {
    const panel = byId("drawn") ?? byId("hand").appendChild(el("div", { id: "drawn", class: "drawn" }));
    const title = this.moving ? "Moving the boundaries" : "A missed record";
    const choices = Object.entries(KEYS).map(([key, label]) =>
      el("button", { type: "button", class: `label ${label}`, onclick: () => inTurn(() => this.label(label)) }, label, el("kbd", {}, key)),
    );
    const save = [
      el("button", { type: "button", class: "primary", onclick: () => inTurn(() => this.save()) }, "Save", el("kbd", {}, "Enter")),
    ];
    const hint = this.moving
      ? "← → move the end, with Shift the start; with Alt by a character."
      : "← → ↑ ↓ move, Shift + ← → longer or shorter.";
    const kept = byId("find")?.value ?? "";
    panel.replaceChildren(
      el("h2", {}, title), el("blockquote", { class: "words" }, visible(text)), el("p", { class: "hint" }, hint),
      ...(this.moving ? [] : [this.#finder(kept)]),
      el("div", { class: "buttons" }, this.moving ? save : choices,
        el("button", { type: "button", class: "quiet", onclick: () => this.cancel(true) }, "Leave", el("kbd", {}, "Esc"))),
    );
  }

  save() {
    const { start, end } = this.span;
    return this.#finish(() => this.moved(this.moving, start, end));
  }

  #finder(value) {
    const input = el("input", { id: "find", type: "search", placeholder: "words of the article", autocomplete: "off", value });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") inTurn(() => this.#find(input.value));
      if (event.key === "Escape") input.blur();
      if (event.key === "Enter" || event.key === "Escape") event.preventDefault();
      event.stopPropagation();
    });
    return el("label", { class: "find" }, "Find", el("kbd", {}, "f"), input);
  }

  /** The next place of some words after the span, round the end of the article. */
  async #find(words) {
    if (!words.trim()) return;
    const { pieces } = this.reader;
    const first = this.reader.pieceAt(this.span.end - 1).k;
    for (let i = 0; i <= pieces.length; i++) {
      const piece = await this.reader.load((first + i) % pieces.length);
      const from = i ? 0 : this.span.start + 1 - piece.start;
      const at = indexOf(piece.cps, words, from);
      if (at >= 0) {
        this.span = { start: piece.start + at, end: piece.start + at + Array.from(words).length };
        byId("find")?.blur();
        return this.#draw();
      }
    }
    tell(`“${words}” is not in this article`);
  }

  /** To the next or previous word. */
  #walk(step) {
    const words = this.reader.words(step > 0 ? this.span.end : this.span.start);
    const next = step > 0
      ? words.find(([start]) => start >= this.span.end)
      : words.findLast(([, end]) => end <= this.span.start);
    if (next) this.span = { start: next[0], end: next[1] };
    return this.#drawNear(step);
  }

  /** To the word above or below. */
  async #line(step) {
    const box = this.reader.range(this.span.start, this.span.start + 1)?.getBoundingClientRect();
    if (!box) return;
    for (let i = 1; i < 5; i++) {
      const place = this.reader.placeAt(box.left + 1, box.top + box.height / 2 + step * i * box.height);
      const word = place !== null && this.reader.words(place).find(([, end]) => end > place);
      if (word && Math.sign(word[0] - this.span.start) === step) {
        this.span = { start: word[0], end: word[1] };
        break;
      }
    }
    await this.#drawNear(step);
  }

  async #drawNear(step) {
    const edge = step > 0 ? this.span.end : this.span.start;
    const piece = this.reader.pieces[this.reader.pieceAt(Math.min(edge, this.reader.length - 1)).k + step];
    if (piece) await this.reader.load(piece.k);
    this.#draw();
  }

  /** One edge by a word. */
  #step(edge, step) {
    this.set(edge, this.#wordEdge(edge, this.span[edge], step));
  }

  #wordEdge(edge, place, step) {
    const edges = this.reader.words(place).map(([start, end]) => (edge === "start" ? start : end));
    return step > 0 ? edges.find((one) => one > place) : edges.findLast((one) => one < place);
  }

  /** One edge by a character, over white space. */
  #nudge(edge, step) {
    let place = this.span[edge] + step;
    while (place > 0 && place < this.reader.length && /\s/u.test(this.#inside(edge, place))) place += step;
    this.set(edge, place);
  }

  #inside(edge, place) {
    return edge === "start" ? this.reader.slice(place, place + 1) : this.reader.slice(place - 1, place);
  }

  /** Put one edge elsewhere, if a span remains. */
  set(edge, place) {
    const span = { ...this.span, [edge]: place };
    if (place === undefined || span.start < 0 || span.end > this.reader.length || span.start >= span.end) return;
    this.span = span;
    this.#draw();
  }
}

/** Where words stand in code points, whatever their case; -1 where they do not. */
function indexOf(cps, words, from) {
  const wanted = Array.from(words.toLowerCase());
  for (let i = Math.max(0, from); i + wanted.length <= cps.length; i++) {
    let k = 0;
    while (k < wanted.length && cps[i + k].toLowerCase() === wanted[k]) k++;
    if (k === wanted.length) return i;
  }
  return -1;
}
