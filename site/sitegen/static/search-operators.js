// Signs of a query language that `haku search` and `haku serve` know and the search in the browser does not.

import { QUOTES } from "./search-quotes.js";

const PHRASE = new RegExp(`[${QUOTES}][^${QUOTES}]*[${QUOTES}]`, "gu");
// "-kunnat", not "TE-palvelut", "1 - 2" or the "-ohjelma" of "Talent Boost -ohjelma"
const MINUS = new RegExp(`(?<!\\S)[-−](?=[\\p{L}\\p{N}${QUOTES}(])(?<word>[^\\s]*)`, "gu");

// `operators` are words parted by spaces, which mean it in capitals only; `fields` names parted by bars: "summa|vuosi".
export function hasOperators(query, { operators, fields }) {
  const plain = query.replace(PHRASE, '"');
  const words = plain.split(/\s+/);
  const field = new RegExp(`(?<![\\p{L}\\p{N}])(?:${fields}):\\s*[\\p{L}\\p{N}<>=.${QUOTES}]`, "iu");
  return words.some((word) => operators.split(" ").includes(word)) || field.test(plain) || excludes(plain);
}

function excludes(query) {
  return [...query.matchAll(MINUS)].some((found) => !belongsToName(query.slice(0, found.index), found.groups.word));
}

// Finnish joins a word by a hyphen to a name of several words, or one that ends in a sign.
function belongsToName(before, word) {
  const name = before.trim().split(/\s+/);
  const several = name.length > 1 || /[^\p{L}]$/u.test(name[0]);
  return /^\p{Ll}/u.test(word) && several && name.some((each) => /^\p{Lu}/u.test(each));
}
