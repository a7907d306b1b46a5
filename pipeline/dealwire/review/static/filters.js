// The filter form of the lists: as the address says, with the run's own rules and companies to choose from.

import { get, queue } from "./api.js";
import { byId, el } from "./dom.js";

export async function fillFilters() {
  const form = byId("filters");
  for (const [key, value] of queue()) if (form.elements[key]) form.elements[key].value = value;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = [...new FormData(form)].filter(([key, value]) => value.trim() && !(key === "order" && value === "article"));
    location.assign(`?${new URLSearchParams(given)}`);
  });
  const { rules, companies } = await get("/api/facets");
  byId("rules").replaceChildren(...rules.map((value) => el("option", { value })));
  byId("companies").replaceChildren(...companies.map((value) => el("option", { value })));
}
