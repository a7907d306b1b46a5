// All records of the article in a list that draws only the rows in view: five thousand are as quick as five.

import { byId, el, visible } from "./dom.js";
import { LETTERS } from "./labels.js";

const ROW = 34; // pixels, as in article.css
const SIGNS = { undecided: "", accepted: "✓", rejected: "✕", corrected: "✎", added: "+", skipped: "…" };

export class List {
  constructor(choose) {
    this.choose = choose;
    this.scroll = byId("list");
    this.rows = this.scroll.querySelector("ol");
    this.items = [];
    this.scroll.addEventListener("scroll", () => this.draw(), { passive: true });
    new ResizeObserver(() => this.draw()).observe(this.scroll);
  }

  show(items) {
    this.items = items;
    this.rows.style.blockSize = `${items.length * ROW}px`;
    this.draw();
  }

  take(index) {
    this.index = index;
    if (index >= 0) {
      const { scrollTop, clientHeight } = this.scroll;
      const top = index * ROW;
      if (top < scrollTop + ROW || top > scrollTop + clientHeight - 3 * ROW) this.scroll.scrollTop = top - clientHeight / 3;
    }
    this.draw();
  }

  draw() {
    const first = Math.max(0, Math.floor(this.scroll.scrollTop / ROW) - 4);
    const last = Math.min(this.items.length, first + Math.ceil(this.scroll.clientHeight / ROW) + 8);
    this.rows.replaceChildren(...this.items.slice(first, last).map((item, i) => this.#row(item, first + i)));
  }

  #row(item, index) {
    const row = el(
      "li", { class: `row ${item.verdict}${item.queued === false ? " aside" : ""}`, "aria-setsize": this.items.length, "aria-posinset": index + 1 },
      el(
        "button",
        { type: "button", tabindex: index === this.index ? null : "-1", "aria-current": index === this.index ? "true" : null, onclick: () => this.choose(item.item) },
        el("span", { class: `letter ${item.label}`, "aria-label": item.label }, LETTERS[item.label]),
        el("span", { class: "what" }, visible(item.text)),
        el("span", { class: `sign ${item.verdict}${item.flag ? " flagged" : ""}`, "aria-label": item.flag ?? item.verdict }, item.flag ? "!" : SIGNS[item.verdict]),
      ),
    );
    row.style.top = `${index * ROW}px`;
    return row;
  }
}
