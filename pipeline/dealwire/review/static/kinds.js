// Kinds: same label, rule and words; one decision for all of them, after a look at samples.

import { address, get, post, Refusal } from "./api.js";
import { byId, el, visible } from "./dom.js";
import { fillFilters } from "./filters.js";
import { help, inTurn, mode, ready } from "./keys.js";
import { chip } from "./card.js";
import { say, showProgress, tell } from "./say.js";

const rows = byId("rows");
let kinds = [];
let hand = -1;
let undoable = null;

async function more() {
  const answer = await get("/api/kinds", { offset: kinds.length });
  for (const kind of answer.kinds) {
    kind.element = row(kind, kinds.length);
    kinds.push(kind);
    rows.append(kind.element);
  }
  byId("more").hidden = !answer.more;
  byId("none").hidden = kinds.length > 0;
  told(answer);
}

function told({ progress, undo }) {
  showProgress(progress);
  undoable = undo;
}

function row(kind, index) {
  const line = el("li", { class: "kind" });
  const head = el(
    "button", { type: "button", class: "head", "aria-expanded": "false", onclick: () => inTurn(() => take(index, true)) },
    chip(kind.label), el("span", { class: "what" }, visible(kind.text)), el("span", { class: "rule" }, visible(kind.rule)),
    el("span", { class: "tally" }),
  );
  line.append(head);
  kind.head = head;
  tally(kind);
  return line;
}

function tally(kind) {
  const parts = [`${kind.pending} undecided`, kind.accepted && `${kind.accepted} accepted`, kind.rejected && `${kind.rejected} rejected`];
  kind.head.querySelector(".tally").textContent = parts.filter(Boolean).join(", ");
  kind.head.classList.toggle("settled", !kind.pending);
}

async function take(index, toggle = false) {
  const kind = kinds[index];
  if (!kind) return;
  const open = toggle && index === hand && kind.panel;
  close(kinds[hand]);
  hand = index;
  kind.head.focus({ preventScroll: true });
  kind.element.classList.add("in-hand");
  if (!open) await samples(kind);
  kind.element.scrollIntoView({ block: "nearest" });
}

function close(kind) {
  kind?.panel?.remove();
  if (!kind) return;
  kind.panel = null;
  kind.element.classList.remove("in-hand");
  kind.head.setAttribute("aria-expanded", "false");
}

async function samples(kind) {
  const { label, rule, text } = kind;
  const { samples: shown } = await get("/api/samples", { label, rule, text });
  const lines = shown.map(({ n, before, text: words, after }) =>
    el("li", {}, el("a", { href: address(`/articles/${n}`), title: "Open the article" },
      "…", visible(before), el("mark", { class: label }, visible(words)), visible(after), "…")));
  kind.panel = el("div", { class: "samples" }, el("ul", {}, lines), el("div", { class: "buttons" },
    button(`Accept all ${kind.pending}`, "a", "accept", () => settle("accept")),
    button(`Reject all ${kind.pending}`, "x", "reject", () => settle("reject"))));
  kind.element.append(kind.panel);
  kind.head.setAttribute("aria-expanded", "true");
}

function button(title, key, kind, does) {
  return el("button", { type: "button", class: kind, onclick: () => inTurn(does) }, title, el("kbd", {}, key));
}

async function settle(action) {
  const kind = kinds[hand];
  if (!kind?.panel || !kind.pending) return undefined;
  const { label, rule, text, pending } = kind;
  let answer;
  try {
    answer = await post("/api/kinds", { action, label, rule, text, expected: pending });
  } catch (error) {
    if (error instanceof Refusal && error.status === 422) await again();
    throw error;
  }
  kind.pending = answer.left;
  kind[action === "accept" ? "accepted" : "rejected"] += answer.done;
  tally(kind);
  told(answer);
  const words = `${action === "accept" ? "Accepted" : "Rejected"} ${answer.done} of “${text}”`;
  tell(answer.left ? `${words}; ${answer.left} overlap the gold and were left` : words, "done");
  say(words);
  return take(kinds.findIndex((one, index) => index > hand && one.pending));
}

async function undo() {
  if (!undoable) return tell("There is nothing to undo", "done");
  await post("/api/undo", { step: undoable.step, doc_id: undoable.doc_id });
  tell(`Undone: ${undoable.action} of ${undoable.size}`, "done");
  return again();
}

async function again() {
  const text = kinds[hand]?.text;
  kinds = [];
  hand = -1;
  rows.replaceChildren();
  await more();
  await take(Math.max(0, kinds.findIndex((kind) => kind.text === text)));
}

byId("more").addEventListener("click", () => inTurn(more));
mode({
  a: () => settle("accept"), x: () => settle("reject"), u: undo, z: undo, "?": help,
  j: () => take(hand + 1), ArrowDown: () => take(hand + 1), k: () => take(hand - 1), ArrowUp: () => take(hand - 1),
  "/": () => byId("filters").elements.search.focus(),
});
ready(async () => {
  await more();
  await fillFilters();
});
