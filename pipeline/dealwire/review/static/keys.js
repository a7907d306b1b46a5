// Keys: one table a mode, the newest mode on top; presses are worked off in order, each after the one before is saved.

import { byId } from "./dom.js";
import { tell } from "./say.js";

const modes = [];
let chain = Promise.resolve();

/** Work that waits for the work before it. */
export function inTurn(work) {
  chain = chain.then(work).catch((error) => tell(error.message));
  return chain;
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
