// What the page tells: progress in the bar, a message that stays a while, and words for a screen reader.

import { byId, el } from "./dom.js";

const percent = (share) => `${(100 * share).toFixed(share > 0.995 && share < 1 ? 1 : 0)}%`;
const count = (number) => number.toLocaleString("en");
let hiding;

export function say(words) {
  byId("say").textContent = words;
}

/** A message that must be seen; `kind` is error or done. */
export function tell(words, kind = "error") {
  const toast = byId("toast");
  toast.textContent = words;
  toast.dataset.kind = kind;
  toast.hidden = false;
  clearTimeout(hiding);
  hiding = setTimeout(() => (toast.hidden = true), kind === "error" ? 9000 : 3500);
}

export function quiet() {
  byId("toast").hidden = true;
}

/** Precision in words, with its interval and what it was counted on. */
export function precise({ value, low, high, decided }) {
  return value === null ? "–" : `${percent(value)} (${percent(low)}–${percent(high)}) of ${count(decided)}`;
}

export function showProgress(progress) {
  const { records, decided, precision, articles, finished } = progress;
  const share = records ? decided / records : 0;
  const track = el("span", { class: "track", "aria-hidden": "true" }, el("span", { class: "done" }));
  track.firstChild.style.inlineSize = `${100 * share}%`;
  byId("progress").replaceChildren(
    track,
    el("span", { class: "figure" }, el("b", {}, count(decided)), ` of ${count(records)}`, el("i", {}, " records")),
    el("span", { class: "figure wide", title: "Articles closed" }, el("b", {}, count(finished)), ` of ${count(articles)} closed`),
    el(
      "span",
      { class: "figure wide", title: "Precision so far: span and label right, with its 95% interval" },
      "precision ", el("b", {}, precise(precision)),
    ),
  );
}
