// Elements made from data. Text only ever becomes text: nothing here reads markup.

export const byId = (id) => document.getElementById(id);

/** An element with properties (class, data, aria and events included) and children. */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "class") made.className = value;
    else if (key === "value") made.value = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

// Characters that a reader would not see, or that would change how others are seen: shown by name.
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const NAMES = {
  "\u200e": "LRM", "\u200f": "RLM", "\u061c": "ALM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF",
  "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
  "\u200b": "ZWSP", "\u200c": "ZWNJ", "\u200d": "ZWJ", "\ufeff": "BOM", "\u2028": "LSEP", "\u2029": "PSEP",
};

/** Nodes for a text: plain pieces, and a named chip, one character long, for every unseen character. */
export function visible(text, each = () => {}) {
  const nodes = [];
  let rest = "";
  const flush = () => {
    if (!rest) return;
    const node = document.createTextNode(rest);
    nodes.push(node);
    each(node, Array.from(rest).length);
    rest = "";
  };
  for (const character of text) {
    if (!UNSEEN.test(character)) {
      rest += character;
      continue;
    }
    flush();
    const node = document.createTextNode("\u25ab");
    nodes.push(chip(character, node));
    each(node, 1);
  }
  flush();
  return nodes;
}

function chip(character, node) {
  if (character === "\r") return el("span", { class: "unseen-return" }, node);
  const code = `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
  return el("span", { class: "control", "data-name": NAMES[character] ?? code, title: code }, node);
}
