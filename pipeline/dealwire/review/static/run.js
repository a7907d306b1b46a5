// The run: what is in it, how far it is, where to begin.

import { address, get, queue } from "./api.js";
import { byId, el, visible } from "./dom.js";
import { fillFilters } from "./filters.js";
import { help, inTurn, mode, ready } from "./keys.js";
import { LABELS, LETTERS } from "./labels.js";
import { precise, showProgress } from "./say.js";

const body = byId("rows").querySelector("tbody");
let offset = 0;

async function more() {
  const { articles, more: others, progress } = await get("/api/run", { offset });
  offset += articles.length;
  body.append(...articles.map(row));
  byId("more").hidden = !others;
  byId("none").hidden = offset > 0;
  showProgress(progress);
  summary(progress);
}

function row(article) {
  const done = article.records - (article.pending ?? 0);
  const bar = el("span", { class: "track", "aria-hidden": "true" }, el("span", { class: "done" }));
  bar.firstChild.style.inlineSize = `${article.records ? (100 * done) / article.records : 0}%`;
  const counts = LABELS.filter((label) => article[label]).map((label) =>
    el("span", { class: `count ${label}`, title: label }, el("b", {}, LETTERS[label]), article[label]));
  return el("tr", {},
    el("th", { scope: "row" }, el("a", { href: address(`/articles/${article.n}`) }, visible(article.title)), el("small", {}, visible(article.doc_id))),
    el("td", { class: "counts" }, counts),
    el("td", { class: "share" }, bar, el("span", {}, article.finished ? "✓ closed" : `${done} / ${article.records}`)));
}

function summary({ precision, correct }) {
  const sampled = queue().get("sample");
  const title = sampled ? `Precision on a sample of ${sampled} articles` : "Precision of what is decided";
  byId("summary").replaceChildren(
    el("dl", {},
      el("div", {}, el("dt", {}, title), el("dd", {}, precise(precision))),
      el("div", {}, el("dt", {}, "With every value right"), el("dd", {}, precise(correct)))),
    el("p", { class: "note" }, sampled
      ? "Articles decided to the end count, drawn by chance: an unbiased estimate. In brackets the 95% interval."
      : "Of the records you chose to look at. For an unbiased estimate set a sample. In brackets the 95% interval."),
  );
}

async function start() {
  const { next, after } = await get("/api/next", { n: 0 });
  if (next) location.assign(`${address(`/articles/${next.n}`)}#item=${encodeURIComponent(next.item)}`);
  else if (after !== null || offset) location.assign(address("/articles/0"));
}

byId("more").addEventListener("click", () => inTurn(more));
byId("start").addEventListener("click", (event) => {
  event.preventDefault();
  inTurn(start);
});
mode({ Enter: start, g: start, "?": help, "/": () => byId("filters").elements.search.focus() });
ready(async () => {
  await more();
  await fillFilters();
  if (location.hash === "#search") byId("filters").elements.search.focus();
});
