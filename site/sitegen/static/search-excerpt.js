// The best passage of a text for a query, its words marked as they stand there: in any form, and inside compounds.

import { unbroken } from "./search-spaces.js";

const LENGTH = 28;
const LEAD = 4;
// A shorter word is marked only where it stands alone.
const LEAST_INSIDE = 4;

// Gives [{ text, marked, after }, …]: what was found in a text by `forms`, words in lower case, with the space after each.
export function excerptOf(content, forms) {
  const tokens = content.split(/\s+/).filter(Boolean);
  const inside = [...forms].filter((form) => form.length >= LEAST_INSIDE);
  const found = tokens.map((token) => matching(token, forms, inside));
  const start = Math.max(0, densest(found) - LEAD);
  const end = Math.min(tokens.length, start + LENGTH);
  const pieces = tokens.slice(start, end).map((token, at) => ({ text: token, marked: found[start + at] !== "" }));
  if (start > 0) pieces.unshift({ text: "…", marked: false });
  if (end < tokens.length) pieces.push({ text: "…", marked: false });
  return withSpaces(pieces);
}

function withSpaces(pieces) {
  const whole = unbroken(pieces.map(({ text }) => text).join(" "));
  let at = -1;
  return pieces.map((piece) => ({ ...piece, after: whole[(at += piece.text.length + 1)] ?? "" }));
}

function matching(token, forms, inside) {
  const word = token.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  if (forms.has(word) || forms.has(word.split(":")[0])) return word;
  return inside.find((form) => word.includes(form)) ?? "";
}

// Where the passage with the most different words found begins.
function densest(found) {
  let best = 0;
  let most = 0;
  found.forEach((each, at) => {
    if (!each) return;
    const different = new Set(found.slice(at, at + LENGTH - LEAD).filter(Boolean)).size;
    if (different > most) [best, most] = [at, different];
  });
  return best;
}
