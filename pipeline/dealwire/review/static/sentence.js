// The sentence around a record.

/** The sentence of a record, cut at `Intl.Segmenter`'s sentences within its line. */
export function sentence(reader, { start, end }) {
  const from = Math.max(0, start - 400);
  const context = reader.slice(from, Math.min(reader.length, end + 400));
  const cps = Array.from(context);
  const at = cps.slice(0, start - from).join("").length;
  const after = cps.slice(0, end - from).join("").length;
  let [first, last] = [0, context.length];
  for (const { index, segment } of new Intl.Segmenter("en", { granularity: "sentence" }).segment(context)) {
    if (index <= at) first = index;
    if (index + segment.length >= after) {
      last = index + segment.length;
      break;
    }
  }
  return { before: context.slice(first, at).trimStart(), text: context.slice(at, after), after: context.slice(after, last).trimEnd() };
}
