// Disagreements: what each reviewer decided on one record, side by side; one of them is taken for all.

import { address, get, post } from "./api.js";
import { chip } from "./card.js";
import { byId, el, visible } from "./dom.js";
import { help, inTurn, mode, ready } from "./keys.js";
import { readable } from "./labels.js";
import { say, showProgress } from "./say.js";

let ballots = [];
let hand = 0;

function show(answer) {
  ballots = answer.ballots;
  hand = Math.min(hand, ballots.length - 1);
  byId("none").hidden = ballots.length > 0;
  byId("rows").replaceChildren(...ballots.map(row));
  byId("rows").children[hand]?.scrollIntoView({ block: "nearest" });
}

function row(ballot, index) {
  const { before, text, after } = ballot.context;
  return el("li", { class: `ballot${index === hand ? " in-hand" : ""}`, "aria-current": index === hand ? "true" : null },
    el("p", { class: "context" }, chip(ballot.label),
      el("a", { href: address(`/articles/${ballot.n}`) }, "…", visible(before), el("mark", { class: ballot.label }, visible(text)), visible(after), "…")),
    el("div", { class: "votes" }, Object.entries(ballot.votes).map(([who, vote], i) => choice(ballot, who, vote, i + 1))));
}

function choice(ballot, who, vote, number) {
  const { record, verdict } = vote;
  const values = record ? readable(record.label, record).map(([title, text]) => `${title}: ${text}`).join(" · ") : "";
  return el("button", { type: "button", class: `vote ${verdict}`, onclick: () => inTurn(() => settle(ballot, who)) },
    el("kbd", {}, number), el("b", {}, visible(who)), el("span", { class: `verdict ${verdict}` }, verdict),
    record ? el("span", { class: "what" }, visible(record.text)) : null, el("small", {}, visible(values)));
}

async function settle({ doc_id, item, version }, take) {
  show(await post("/api/disagreements", { doc_id, item, take, version }));
  say(`Settled as ${take} has it; ${ballots.length} left`);
}

function step(by) {
  hand = Math.max(0, Math.min(ballots.length - 1, hand + by));
  show({ ballots });
}

const numbers = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [String(number), () => {
  const who = ballots[hand] && Object.keys(ballots[hand].votes)[number - 1];
  return who && settle(ballots[hand], who);
}]));
mode({ ...numbers, "?": help, j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1) });
ready(async () => {
  show(await get("/api/disagreements"));
  showProgress((await get("/api/run")).progress);
});
