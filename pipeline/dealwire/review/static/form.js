// Values in a small form: the server checks them with the models of the records, its words stand beside the field.

import { get, Refusal } from "./api.js";
import { byId, el, visible } from "./dom.js";
import { inTurn, mode } from "./keys.js";
import { FIELDS, LABELS } from "./labels.js";
import { show } from "./card.js";
import { say } from "./say.js";

/** Ask for the values of a record; `save(label, values)` rejects with a Refusal, and then the form stays. */
export function edit({ label, text, values, title, save, leave }) {
  const release = mode({ Escape: close });
  let current = { label, values };
  draw();

  function close() {
    release();
    leave();
  }

  function draw() {
    const form = el("form", { class: "values-form", novalidate: true }, rows(current, relabel),
      el("div", { class: "buttons" },
        el("button", { class: "primary" }, "Save", el("kbd", {}, "Enter")),
        el("button", { type: "button", class: "quiet", onclick: close }, "Leave", el("kbd", {}, "Esc"))));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      inTurn(() => submit(form));
    });
    form.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("textarea, select") && !event.shiftKey) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    show([el("h2", { class: "form-title" }, title), el("blockquote", { class: `words ${current.label}` }, visible(text)), form]);
    const first = form.elements[1];
    first.focus();
    first.select?.();
  }

  async function relabel(next) {
    const { values: like } = await get("/api/suggestion", { label: next, text });
    current = { label: next, values: next === label ? values : like };
    draw();
  }

  async function submit(form) {
    try {
      const given = read(form, current.label);
      await save(current.label, { ...(current.label === label ? values : {}), ...given });
      release();
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 422) throw error;
      mark(form, error);
    }
  }
}

function rows({ label, values }, relabel) {
  const select = choice("label", LABELS, label);
  select.addEventListener("change", () => inTurn(() => relabel(select.value)));
  return [row("label", "Label", select), ...FIELDS[label].map((field) => row(field.name, field.title, input(field, values)))];
}

function row(name, title, control) {
  return el("div", { class: "row" }, el("label", { for: `field-${name}` }, title), control,
    el("span", { class: "fault", id: `fault-${name}`, hidden: true }));
}

function input({ name, choices, list }, values) {
  const value = values[name];
  if (choices) return choice(name, choices, value ?? "");
  if (list) return el("textarea", { id: `field-${name}`, name, rows: 3, value: (value ?? []).join("\n") });
  return el("input", { id: `field-${name}`, name, autocomplete: "off", spellcheck: "false", value: value ?? "" });
}

function choice(name, choices, value) {
  const options = choices.map((one) => el("option", { value: one, selected: one === value }, one.replace("_", " ") || "–"));
  return el("select", { id: `field-${name}`, name }, options);
}

function read(form, label) {
  const values = {};
  for (const { name, list } of FIELDS[label]) {
    const text = form.elements[name].value.trim();
    values[name] = list ? text.split("\n").map((line) => line.trim()).filter(Boolean) : text || null;
  }
  return values;
}

/** Put each reason beside its field, the first one in focus. */
function mark(form, { message, body }) {
  for (const fault of form.querySelectorAll(".fault")) fault.hidden = true;
  const faults = Object.entries(body.fields ?? {});
  for (const [name, reason] of faults.length ? faults : [["label", message]]) {
    const fault = byId(`fault-${name}`) ?? byId("fault-label");
    fault.textContent = reason;
    fault.hidden = false;
    const control = form.elements[name] ?? form.elements.label;
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", fault.id);
  }
  form.querySelector("[aria-invalid]")?.focus();
  say(`Not saved: ${faults.map(([name, reason]) => `${name}: ${reason}`).join("; ") || message}`);
}
