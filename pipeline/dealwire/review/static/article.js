// The review of one article: what is in hand, what a key does to it, where it goes on. Nothing is shown as decided
// before the server has it on disk.

import { address, get, post, queue, Refusal } from "./api.js";
import { card, ending, show } from "./card.js";
import { byId, visible } from "./dom.js";
import { Drawing } from "./drawing.js";
import { edit } from "./form.js";
import { help, inTurn, mode, ready } from "./keys.js";
import { List } from "./list.js";
import { Mouse } from "./mouse.js";
import { textPane } from "./reader.js";
import { quiet, say, showProgress, tell } from "./say.js";
import { sentence } from "./sentence.js";
import { Session } from "./session.js";

const DONE = { accept: "Accepted", reject: "Rejected", correct: "Corrected", add: "Added", skip: "Put off", undo: "Undone" };

const reader = textPane();
const list = new List((id) => inTurn(() => take(id)));
const drawing = new Drawing(reader, { added: add, moved: move, began: (item) => item || mouse.show(null), redraw: draw });
const mouse = new Mouse(reader, drawing);
const byConfidence = queue().get("order") === "confidence";
let article; // the Session
let hand = null; // the item in hand

// Opening

async function open(n, id, push = true) {
  const answer = await get(`/api/articles/${n}`);
  article = new Session(answer);
  if (push) history.pushState({ n }, "", address(`/articles/${n}`));
  document.title = `${article.fields.title ?? article.doc_id} · review`;
  byId("place").replaceChildren(...visible([article.doc_id, article.fields.date, article.fields.source].filter(Boolean).join(" · ")));
  headline();
  reader.open(article);
  told(answer);
  await reader.load(0);
  await take((article.items.get(id) ?? article.first)?.item);
}

function headline() {
  const { title } = article.fields;
  byId("headline").hidden = !title;
  byId("headline").replaceChildren(...visible(title ?? ""));
}

/** What an answer says about run and article. */
function told({ progress, undo, state }) {
  article.undo = undo;
  article.state = state ?? article.state;
  showProgress(progress);
  byId("closed").hidden = !article.state.finished;
  const { left, order } = article;
  byId("records-title").textContent = left ? `${order.length} records, ${left} left` : `${order.length} records`;
  list.show(order);
}

// In hand

async function take(id) {
  hand = article.items.get(id) ?? null;
  list.take(hand ? hand.index : -1);
  await reader.take(hand);
  draw();
  if (hand) say(`${hand.index + 1} of ${article.order.length}: ${hand.label}, ${hand.text}, ${hand.flag ?? hand.verdict}`);
}

function draw() {
  show(hand ? card(hand, `${hand.index + 1} / ${article.order.length}`, sentence(reader, hand), ACTIONS) : end());
  mouse.show(hand);
}

const ACTIONS = [
  { title: "Accept", key: "a", kind: "accept", does: () => inTurn(() => decide("accept")) },
  { title: "Reject", key: "x", kind: "reject", does: () => inTurn(() => decide("reject")) },
  { title: "Edit", key: "e", does: () => inTurn(correct) },
  { title: "Bounds", key: "b", does: () => inTurn(() => drawing.move(hand)) },
  { title: "Put off", key: "s", does: () => inTurn(() => decide("skip")) },
  { title: "Undo", key: "u", kind: "quiet", does: () => inTurn(undo) },
];

function end() {
  const { left, order } = article;
  const next = [{ title: article.state.finished ? "Next article" : "Close, go on", key: "Enter", kind: "primary", does: () => inTurn(finish) }];
  const missed = [{ title: "Add a missed one", key: "i", does: () => inTurn(begin) }];
  const undoing = article.undo ? [{ title: "Undo", key: "u", kind: "quiet", does: () => inTurn(undo) }] : [];
  if (left) {
    const go = [{ title: "Go on", key: "g", kind: "primary", does: () => inTurn(advance) }];
    return ending({ title: `${left} left here`, lines: ["Put off, or not in this queue."], actions: [...go, ...missed, ...undoing] });
  }
  const title = order.length ? `All ${order.length} decided` : "No record here";
  const lines = article.state.finished ? ["This article is closed."] : ["Is one missing? Select its words, or press i. Else close the article."];
  return ending({ title, lines, actions: [...next, ...missed, ...undoing] });
}

// Deciding

async function decide(action, record) {
  if (!hand) return undefined;
  return send(action, { item: hand.item, version: hand.version, ...(record ? { record } : {}) });
}

async function send(action, wish) {
  let answer;
  try {
    answer = await post("/api/decisions", { action, n: article.n, doc_id: article.doc_id, ...wish });
  } catch (error) {
    return refused(error, wish.record);
  }
  quiet();
  taken(answer);
  const [id] = Object.keys(answer.items);
  say(`${DONE[action]}: ${article.items.get(id)?.text ?? hand?.text ?? ""}`);
  await advance();
  return true;
}

/** Take over what the server says, item by item. */
function taken({ items: changed = {}, ...rest }) {
  for (const [id, state] of Object.entries(changed)) {
    const [before, after] = article.put(id, state);
    if (before || after) reader.update(before, after);
  }
  if (rest.progress) told(rest);
}

async function refused(error, form) {
  if (!(error instanceof Refusal)) throw error;
  if (error.status === 422 && form) throw error; // the form puts it beside the field
  if (error.body.state) article.state = error.body.state;
  if (error.body.items) {
    taken(error.body);
    list.show(article.order);
    await take(hand?.item);
  }
  tell(error.message[0].toUpperCase() + error.message.slice(1));
}

/** To what wants a look next: in this article if there is any, else its end is shown; by confidence, anywhere. */
async function advance() {
  if (byConfidence) return anywhere();
  return take(article.after(hand)?.item);
}

async function anywhere() {
  const { next } = await get("/api/next", { n: article.n, start: hand?.start ?? 0, item: hand?.item ?? "" });
  if (!next) return take(undefined);
  return next.n === article.n ? take(next.item) : open(next.n, next.item);
}

async function jump() {
  const here = article.below(hand);
  if (here && !byConfidence) return take(here.item);
  const { next } = await get("/api/next", { n: article.n, start: hand?.start ?? 0, item: hand?.item ?? "" });
  if (!next) return tell("Nothing in this queue is undecided any more", "done");
  return next.n === article.n ? take(next.item) : open(next.n, next.item);
}

async function same(action) {
  if (!hand?.found) return;
  const kind = { label: hand.found.label, rule: hand.values.rule, text: hand.found.text };
  const like = article.like(hand);
  if (!like.length) return;
  const { done } = await post("/api/kinds", { action, ...kind, doc_id: article.doc_id, expected: like.length });
  const id = hand.item;
  const fetched = await get(`/api/articles/${article.n}`);
  taken({ ...fetched, items: Object.fromEntries(fetched.items.map((item) => [item.item, item])) });
  hand = article.items.get(id);
  tell(`${DONE[action]} ${done} of “${kind.text}”`, "done");
  await advance();
}

async function undo() {
  const last = article.undo;
  if (!last) return tell("There is nothing to undo", "done");
  try {
    taken(await post("/api/undo", { step: last.step, doc_id: article.doc_id }));
  } catch (error) {
    return refused(error);
  }
  say(`${DONE.undo}: ${last.action}`);
  if (last.n !== null && last.n !== article.n) return open(last.n, last.item);
  return take(article.items.has(last.item) ? last.item : hand?.item);
}

async function finish() {
  if (hand) return undefined;
  if (article.left) return advance();
  if (!article.state.finished) {
    try {
      taken(await post("/api/decisions", { action: "finish", doc_id: article.doc_id, item: "", version: article.state.version }));
    } catch (error) {
      return refused(error);
    }
  }
  const { next, open: following } = await get("/api/next", { n: article.n, start: article.length });
  const n = byConfidence ? next?.n : following ?? next?.n;
  if (n === undefined || n === null) {
    tell("Closed. No undecided record is left in this queue.", "done");
    return draw();
  }
  return open(n, byConfidence || n === next?.n ? next.item : undefined);
}

// Correcting and adding

function correct() {
  if (!hand) return;
  const { label, start, end, text, values } = hand;
  mouse.show(null);
  edit({ label, text, values, title: "Correct the values", leave: draw, save: (to, given) => decide("correct", { ...given, label: to, start, end }) });
}

function move(item, start, end) {
  const text = reader.slice(start, end);
  const values = { ...item.values };
  if (values.name === item.text) values.name = text; // a company's name that was the span stays the span
  return decide("correct", { ...values, label: item.label, start, end }).catch(unsound);
}

/** A wish without a form to show what is wrong with it. */
function unsound(error) {
  draw();
  const fields = Object.entries(error.body?.fields ?? {}).map(([name, reason]) => `${name}: ${reason}`);
  tell([error.message, ...fields].join(" – "));
}

async function add(label, start, end) {
  const text = reader.slice(start, end);
  const { values } = await get("/api/suggestion", { label, text });
  edit({
    label, text, values, title: "Add a missed record", leave: draw,
    save: (to, given) => send("add", { item: "", version: article.versionAt(to, start, end), record: { ...given, label: to, start, end } }),
  });
}

function begin() {
  return drawing.add(hand ? hand.end : article.order.at(-1)?.end ?? 0);
}

// Going

function step(by) {
  const { order } = article;
  const next = order[hand ? hand.index + by : by > 0 ? 0 : order.length - 1];
  return next ? take(next.item) : take(undefined);
}

async function neighbour(which) {
  const places = await get("/api/next", { n: article.n });
  if (places[which] === null) return tell(which === "after" ? "This is the last article" : "This is the first article", "done");
  return open(places[which]);
}

function toggleList() {
  byId("records").classList.toggle("open");
}

mode({
  a: () => decide("accept"), x: () => decide("reject"), s: () => decide("skip"), u: undo, z: undo,
  e: correct, b: () => hand && drawing.move(hand), i: begin,
  A: () => same("accept"), X: () => same("reject"),
  j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
  g: jump, n: () => neighbour("after"), p: () => neighbour("before"), Enter: finish,
  "/": () => location.assign(address("/") + "#search"), l: toggleList, "?": help,
});

byId("text").addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark && getSelection().isCollapsed) inTurn(() => take(mark.dataset.item));
});
byId("records-close").addEventListener("click", toggleList);
window.addEventListener("popstate", () => inTurn(() => open(here(), undefined, false)));

function here() {
  return Number(location.pathname.split("/").at(-1));
}

ready(() => open(here(), new URLSearchParams(location.hash.slice(1)).get("item") ?? undefined, false));
