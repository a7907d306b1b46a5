// The record in hand, large: what it says, why the rules think so, and what can be done with it.

import { byId, el, visible } from "./dom.js";
import { LETTERS, readable } from "./labels.js";

const VERDICTS = {
  undecided: "undecided", accepted: "accepted", rejected: "rejected", corrected: "corrected", added: "added",
  skipped: "put off",
};
const FLAGS = {
  changed: "The rules read other values now than when this was decided. Accept takes the new ones.",
  lost: "The rules do not find this any more. Accept keeps it in the gold.",
};

export function badge(item) {
  return el("span", { class: `verdict ${item.verdict}${item.flag ? " flagged" : ""}` }, item.flag ?? VERDICTS[item.verdict]);
}

export function chip(label) {
  return el("span", { class: `chip ${label}` }, el("b", { "aria-hidden": "true" }, LETTERS[label]), label);
}

/** The card of an item; `sentence` is { before, text, after }. */
export function card(item, place, sentence, actions) {
  const rows = readable(item.label, item.values).flatMap(([title, text], i) => [
    el("dt", {}, title), el("dd", { class: i ? "" : "main" }, visible(text)),
  ]);
  return [
    el("div", { class: "top" }, chip(item.label), badge(item), el("span", { class: "place" }, place)),
    item.flag ? el("p", { class: "flag" }, FLAGS[item.flag]) : null,
    el("blockquote", { class: `words ${item.label}` }, visible(item.text)),
    el("dl", { class: "values" }, rows),
    el("p", { class: "sentence" }, visible(sentence.before), el("b", {}, visible(sentence.text)), visible(sentence.after)),
    provenance(item),
    el("div", { class: "buttons" }, actions.map(button)),
  ];
}

function button({ title, key, does, kind = "" }) {
  return el("button", { type: "button", class: kind, onclick: does, "aria-keyshortcuts": key }, title, el("kbd", {}, key));
}

function provenance({ values, confidence, evidence, company_id: company }) {
  return el(
    "div", { class: "provenance" },
    el("span", { class: "rule", title: "The rule that found it" }, visible(values.rule ?? "")),
    typeof confidence === "number" ? meter(confidence) : null,
    company ? el("span", { class: "rule", title: "Its id in the company list" }, visible(String(company))) : null,
    evidence?.length ? el("ul", { class: "evidence", "aria-label": "Evidence" }, evidence.map(evidenced)) : null,
  );
}

function meter(confidence) {
  const bar = el("span", { class: "meter", "aria-hidden": "true" }, el("span"));
  bar.firstChild.style.inlineSize = `${100 * confidence}%`;
  return el("span", { class: "confidence", title: "Confidence: the rule's precision as measured on gold" }, bar, `${Math.round(100 * confidence)}%`);
}

/** A piece of evidence: which rule speaks for the record or against it, and how much. */
function evidenced({ rule, weight }) {
  return el("li", {}, el("span", { class: "weight" }, (weight < 0 ? "−" : "+") + Math.abs(weight).toFixed(1)), visible(rule));
}

/** What stands in the card when no record is in hand. */
export function ending({ title, lines, actions }) {
  return [
    el("div", { class: "ending" }, el("h2", {}, title), lines.map((line) => el("p", {}, line)),
      el("div", { class: "buttons" }, actions.map(button))),
  ];
}

export function show(nodes) {
  const hand = byId("hand");
  hand.replaceChildren(...nodes.filter(Boolean));
  hand.scrollTop = 0;
}
