// What the words of a query look for: the table of forms, made from the archive's own words, and the query's parts.

import { QUOTES } from "./search-quotes.js";

// As index/fulltext/analysis/tokens.py reads them: case numbers, telephone numbers, numbers, words.
const TOKEN = new RegExp(
  [
    `[${QUOTES}](?<phrase>[^${QUOTES}]+)[${QUOTES}]`,
    "(?<email>[\\p{L}\\p{N}_.+-]{1,64}@[\\p{L}\\p{N}_-]{1,64}(?:\\.[\\p{L}\\p{N}_-]{1,64})+)",
    "(?<code>\\p{L}{2,8}(?:/\\p{N}[\\p{L}\\p{N}_.-]*)+)",
    "(?<phone>(?<![\\p{L}\\p{N}.,/+-])(?:\\+358[ \\u00a0-]?|0)\\d{1,3}[ \\u00a0-]?\\d(?:[ \\u00a0]?\\d){3,8}(?![\\p{L}\\p{N}-]|[.,:/]\\d))",
    "(?<grouped>(?<![\\d.,])\\d{1,3}(?:[ .\\u00a0\\u2007\\u2009\\u202f]\\d{3})+(?!\\d)(?:,\\d+)?)",
    "(?<number>\\d+(?:[.,:/]\\d+)*(?![\\p{L}\\p{N}]|[-‐‑]\\p{L}))",
    "(?<word>[\\p{L}\\p{N}]+(?:[-‐‑][\\p{L}\\p{N}]+|['’:]\\p{L}+)*(?<more>\\*?))",
  ].join("|"),
  "gu",
);
// How many terms the beginning of a word may stand for before it is looked for as a beginning.
const MOST_TERMS = 12;
// A form that the archive does not have is read as the forms that are most like it: the same but for an ending.
const LEAST_SHARED = 4;
const LONGEST_ENDING = 6;
const LEAST_ALIKE = 0.65;

// Hidden words as sitegen/hidden_terms.py writes them.
export const hidden = (term) => `${term.replace(/[^\p{L}\p{N}]/gu, "q")}q`;

// The parts of a query: phrases, words in lower case, and numbers and codes, which are their own terms.
export function parts(query) {
  return [...query.matchAll(TOKEN)].map(({ groups }) => {
    // Pagefind knows no other space, and a phrase that is copied from a page has no-break spaces.
    if (groups.phrase) return { phrase: groups.phrase.replace(/\s+/g, " ") };
    if (groups.word) {
      const word = groups.word.toLowerCase().replace(/[‐‑]/g, "-").replace("*", "");
      return { word: word.split(":")[0].slice(0, 80), beginning: groups.more === "*" };
    }
    return { terms: [plain(groups)] };
  });
}

function plain({ email, code, phone, grouped, number }) {
  if (phone) return phone.replace("+358", "0").replace(/\D/g, "");
  if (grouped) return grouped.replace(/[^\d,]/g, "");
  if (number) return /[.:]/.test(number) ? number.split(/[.:]/).map((each) => each.replace(/^0+(?=.)/, "")).join(".") : number;
  return (email ?? code).replace(/[.-]+$/, "").toLowerCase();
}

export function openTable(bundle) {
  const loaded = new Map();

  function text(name) {
    if (!loaded.has(name)) loaded.set(name, read(new URL(`forms/${name}.txt`, bundle)));
    return loaded.get(name);
  }

  async function read(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return (await answer.text()).split("\n");
  }

  // The file that has a word, if the archive has it, and whether there are more files of longer words.
  async function shard(word) {
    const prefixes = await text("prefixes");
    const own = prefixes.filter((prefix) => word.startsWith(prefix)).at(-1) ?? "";
    const rows = unpacked(await text(fileName(own)));
    return { rows, longer: prefixes.some((prefix) => prefix !== own && prefix.startsWith(word)) };
  }

  // Gives the terms of a word; `begins` where it is the beginning of too many words to name them, `guessed` where no text
  // has it.
  async function lookUp({ word, beginning }, unfinished) {
    const { rows, longer } = await shard(word);
    const known = rows.get(word);
    if (known && !beginning) return { terms: known, rows };
    if (beginning || unfinished) {
      const terms = new Set([...rows].filter(([form]) => form.startsWith(word)).flatMap(([, found]) => found));
      if (longer || terms.size > MOST_TERMS) return { begins: true, terms: [], rows };
      if (terms.size) return { terms: [...terms], rows };
    }
    return { terms: beginning ? [] : likest(word, rows), rows, guessed: true };
  }

  return { lookUp };
}

function fileName(prefix) {
  return `p-${[...prefix].map((each) => (/[0-9a-z]/.test(each) ? each : `_${each.codePointAt(0).toString(16)}`)).join("")}`;
}

function unpacked(lines) {
  const rows = new Map();
  let form = "";
  for (const line of lines.filter(Boolean)) {
    const [own, ...terms] = line.split(" ");
    form = lengthened(own, form);
    rows.set(form, terms.map((term) => lengthened(term, form)));
  }
  return rows;
}

const lengthened = (text, before) => before.slice(0, parseInt(text[0], 36)) + text.slice(1);

function likest(word, rows) {
  let best = Math.max(LEAST_SHARED, word.length - LONGEST_ENDING, Math.ceil(word.length * LEAST_ALIKE));
  let terms = [];
  for (const [form, found] of rows) {
    const alike = shared(word, form);
    if (alike < best || form.length - alike > LONGEST_ENDING || !found.length) continue;
    terms = alike > best ? found : [...terms, ...found];
    best = alike;
  }
  return [...new Set(terms)];
}

function shared(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
