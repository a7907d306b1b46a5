// The mouse on the text: handles that drag a boundary, and selected words that become a record.

import { byId } from "./dom.js";
import { inTurn } from "./keys.js";

export class Mouse {
  constructor(reader, drawing) {
    this.reader = reader;
    this.drawing = drawing;
    for (const edge of ["start", "end"]) {
      byId(`handle-${edge}`).addEventListener("pointerdown", (event) => this.#drag(event, edge));
    }
    document.addEventListener("pointerup", (event) => this.#selected(event));
    new ResizeObserver(() => this.show(this.item)).observe(byId("text"));
  }

  /** Handles at both ends of the record in hand. */
  show(item) {
    this.item = item;
    for (const edge of ["start", "end"]) {
      const handle = byId(`handle-${edge}`);
      const marks = (item && this.reader.marks.get(item.item)) ?? [];
      const boxes = marks.flatMap((mark) => [...mark.getClientRects()]);
      handle.hidden = !boxes.length;
      if (!boxes.length) continue;
      const box = edge === "start" ? boxes[0] : boxes.at(-1);
      const column = handle.parentElement.getBoundingClientRect();
      handle.style.left = `${(edge === "start" ? box.left - 2 : box.right + 2) - column.left}px`;
      handle.style.top = `${box.top - column.top}px`;
      handle.style.height = `${box.height}px`;
    }
  }

  #drag(down, edge) {
    down.preventDefault();
    const item = this.item;
    const handle = down.target;
    handle.setPointerCapture(down.pointerId);
    this.drawing.begin({ start: item.start, end: item.end }, item, { Enter: () => this.drawing.save() });
    const drag = (event) => {
      const place = this.reader.placeAt(event.clientX, event.clientY);
      if (place !== null) this.drawing.set(edge, event.altKey ? place : this.#nearest(edge, place));
    };
    const drop = () => {
      handle.removeEventListener("pointermove", drag);
      if (!this.drawing.span) return;
      if (this.drawing.span.start === item.start && this.drawing.span.end === item.end) this.drawing.cancel(true);
      else inTurn(() => this.drawing.save());
    };
    handle.addEventListener("pointermove", drag);
    handle.addEventListener("pointerup", drop, { once: true });
  }

  #nearest(edge, place) {
    const edges = this.reader.words(place).map(([start, end]) => (edge === "start" ? start : end));
    return edges.reduce((best, one) => (Math.abs(one - place) < Math.abs(best - place) ? one : best), edges[0]);
  }

  /** Text selected with the mouse becomes a span to be labelled. */
  #selected(event) {
    const chosen = getSelection();
    if (!chosen || chosen.isCollapsed || !byId("text").contains(event.target)) return;
    const range = chosen.getRangeAt(0);
    const from = this.reader.place(range.startContainer, range.startOffset);
    const to = this.reader.place(range.endContainer, range.endOffset);
    if (from === null || to === null || from >= to) return;
    const text = this.reader.slice(from, to);
    const start = from + (Array.from(text).length - Array.from(text.trimStart()).length);
    const end = to - (Array.from(text).length - Array.from(text.trimEnd()).length);
    if (start >= end) return;
    chosen.removeAllRanges();
    this.drawing.adding({ start, end });
  }
}
