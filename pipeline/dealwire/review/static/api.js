// Talking to the server: JSON both ways, a refusal as an error that says why.

const QUEUE = ["order", "label", "rule", "company", "search", "sample", "seed"];

export class Refusal extends Error {
  constructor(status, body) {
    super(body.error ?? `the server answered ${status}`);
    this.status = status;
    this.body = body;
  }
}

/** What is being reviewed, in which order: the part of the address that every request carries on. */
export function queue() {
  const given = new URLSearchParams(location.search);
  return new URLSearchParams(QUEUE.filter((key) => given.get(key)).map((key) => [key, given.get(key)]));
}

export function address(path, more = {}) {
  const query = queue();
  for (const [key, value] of Object.entries(more)) query.set(key, value);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

export function get(path, more) {
  return answer(fetch(address(path, more)));
}

export function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return answer(fetch(address(path), { method: "POST", headers, body: JSON.stringify(body) }));
}

async function answer(request) {
  let response;
  try {
    response = await request;
  } catch {
    throw new Refusal(0, { error: "The server does not answer: nothing was saved. Start dealwire review again." });
  }
  const body = response.headers.get("content-type")?.startsWith("application/json") ? await response.json() : {};
  if (!response.ok) throw new Refusal(response.status, body.error ? body : { error: await fallback(response) });
  return body;
}

async function fallback(response) {
  return response.bodyUsed ? `the server answered ${response.status}` : response.text();
}
