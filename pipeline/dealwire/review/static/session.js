// One article under review: its items as the server has them, in text order.

export const pending = (item) => item.flag || item.verdict === "undecided" || item.verdict === "skipped";
export const fresh = (item) => pending(item) && item.verdict !== "skipped";

export class Session {
  constructor(article) {
    const queued = article.queued && new Set(article.queued);
    Object.assign(this, article);
    this.items = new Map(article.items.map((item) => [item.item, { ...item, queued: !queued || queued.has(item.item) }]));
    this.#sort();
  }

  #sort() {
    this.order = [...this.items.values()].sort((a, b) => a.start - b.start || a.end - b.end);
    this.order.forEach((item, index) => (item.index = index));
  }

  get left() {
    return this.order.filter(pending).length;
  }

  /** Take over how an item stands now (null: there is none any more); the pair of before and after. */
  put(id, state) {
    const before = this.items.get(id);
    const after = state && { ...state, queued: before?.queued ?? true, index: before?.index };
    if (after) this.items.set(id, after);
    else this.items.delete(id);
    if (before && after && before.start === after.start && before.end === after.end) this.order[before.index] = after;
    else this.#sort();
    return [before, after];
  }

  /** Where to begin: at what is undecided, else at what was put off. */
  get first() {
    const here = this.order.filter((item) => item.queued);
    return here.find(fresh) ?? here.find(pending);
  }

  /** The next undecided record of the queue after another, round the end of the article. */
  after(hand) {
    const rest = this.order.filter((item) => item.queued && fresh(item) && item !== hand);
    return rest.find((item) => item.start >= (hand?.start ?? 0)) ?? rest[0];
  }

  /** The next undecided one down to the end only. */
  below(hand) {
    return this.order.find((item) => item.queued && fresh(item) && item.start > (hand?.start ?? -1));
  }

  /** Undecided records of the same rule and words. */
  like({ found, values }) {
    return this.order.filter((item) => pending(item) && item.found && item.found.label === found.label
      && item.found.text === found.text && item.values.rule === values.rule);
  }

  versionAt(label, start, end) {
    return this.items.get(`${this.doc_id}:${start}-${end}:${label}`)?.version ?? 0;
  }
}
