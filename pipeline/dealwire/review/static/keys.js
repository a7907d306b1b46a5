// Keys: one table a mode, the newest mode on top; presses are worked off in order, each after the one before is saved.

import { byId } from "./dom.js";
import { tell } from "./say.js";

const modes = [];
let chain = Promise.resolve();
let waiting = 0;

/** Work that waits for the work before it; the page is marked busy until all of it is done. */
export function inTurn(work) {
  document.body.dataset.busy = String(++waiting);
  chain = chain.then(work).catch((error) => tell(error.message)).then(() => {
    if (--waiting) return;
    delete document.body.dataset.busy;
  });
  return chain;
}

/** The work that a page begins with. */
export function ready(work) {
  return inTurn(work).then(() => (document.body.dataset.loaded = "true"));
}

/** A table of keys to functions that holds until the returned function is called. */
export function mode(table) {
  modes.push(table);
  return () => modes.splice(modes.indexOf(table), 1);
}

/** `Shift+ArrowLeft`, `A`, `Alt+ArrowLeft`: a letter carries its own shift. */
function named({ key, altKey, shiftKey }) {
  return (altKey ? "Alt+" : "") + (shiftKey && key.length > 1 ? "Shift+" : "") + key;
}

function typing(target) {
  return target.matches?.("input, textarea, select, [contenteditable]");
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) return;
  const key = named(event);
  if (typing(event.target) && key !== "Escape") return;
  if (event.target.matches?.("button, a, summary") && (key === "Enter" || key === " ")) return;
  const work = modes.at(-1)?.[key];
  if (!work) return;
  event.preventDefault();
  inTurn(work);
}

document.addEventListener("keydown", pressed);
byId("help").addEventListener("click", help);

export function help() {
  byId("keys").showModal();
}
