// The four labels: how they are called, what their values are, how a value reads.

export const LABELS = ["MONEY", "PERCENT", "COMPANY", "TREATY"];
export const LETTERS = { MONEY: "M", PERCENT: "P", COMPANY: "C", TREATY: "T" };
export const KEYS = { m: "MONEY", p: "PERCENT", c: "COMPANY", t: "TREATY" };

const MODIFIERS = ["", "about", "over", "under"];
const KINDS = [
  "treaty", "convention", "protocol", "agreement", "accord", "pact", "memorandum", "declaration", "statement",
  "charter", "other",
];
const STATUSES = ["", "signed", "adopted", "ratified", "in_force", "negotiated", "ended"];

/** The form's fields by label: name, how it is called, its choices, whether it is a list. */
export const FIELDS = {
  MONEY: [
    { name: "amount", title: "Amount" }, { name: "amount_max", title: "Up to" },
    { name: "currency", title: "Currency" }, { name: "modifier", title: "Modifier", choices: MODIFIERS },
  ],
  PERCENT: [
    { name: "value", title: "Value" }, { name: "value_max", title: "Up to" },
    { name: "unit", title: "Unit", choices: ["percent", "percentage_point", "basis_point"] },
    { name: "modifier", title: "Modifier", choices: MODIFIERS },
  ],
  COMPANY: [{ name: "name", title: "Name" }, { name: "legal_form", title: "Legal form" }],
  TREATY: [
    { name: "kind", title: "Kind", choices: KINDS },
    { name: "parties", title: "Parties, one a line", list: true },
    { name: "status", title: "Status", choices: STATUSES },
  ],
};

const UNITS = { percent: "per cent", percentage_point: "percentage points", basis_point: "basis points" };
const SCALES = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]];
let currencies;

/** Rows of what a record says: title and text, the first the one that matters most. */
export function readable(label, values) {
  return ROWS[label](values).filter(([, text]) => text);
}

const ROWS = {
  MONEY: (v) => [
    ["Amount", range(v.amount, v.amount_max, scaled) ?? "not said"],
    ["Number", range(v.amount, v.amount_max, grouped)],
    ["Currency", v.currency && `${v.currency} · ${currencyName(v.currency)}`],
    ["Modifier", v.modifier],
  ],
  PERCENT: (v) => [
    ["Value", range(v.value, v.value_max, grouped) ?? "not said"],
    ["Unit", UNITS[v.unit] ?? v.unit],
    ["Modifier", v.modifier],
  ],
  COMPANY: (v) => [["Name", v.name], ["Legal form", v.legal_form]],
  TREATY: (v) => [["Kind", v.kind], ["Parties", v.parties?.join(", ")], ["Status", v.status?.replace("_", " ")]],
};

function range(low, high, write) {
  if (low === null || low === undefined) return null;
  return high ? `${write(low)} to ${write(high)}` : write(low);
}

function grouped(number) {
  const [whole, part] = String(number).split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") + (part ? `.${part}` : "");
}

function scaled(number) {
  const [scale, name] = SCALES.find(([least]) => Math.abs(Number(number)) >= least) ?? [1, ""];
  if (!name) return grouped(number);
  return `${(Number(number) / scale).toLocaleString("en", { maximumFractionDigits: 4 })} ${name}`;
}

function currencyName(code) {
  try {
    currencies ??= new Intl.DisplayNames(["en"], { type: "currency" });
    return currencies.of(code);
  } catch {
    return code;
  }
}
