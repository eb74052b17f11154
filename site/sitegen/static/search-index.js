// The indexes, one for each language of the texts: what a query finds in each, and how well.

import { hidden, openTable, parts } from "./search-words.js";

// What a term counts by how often and where a text has it; sitegen/hidden_terms.py sorts them.
const COUNTS = { title: 0, strong: 1.8, marked: 1.45, plain: 1, faint: 0.55 };
// From how many words on one may be missing.
const LEAST_WORDS = 3;
const RANKING = { metaWeights: { ...COUNTS, id: 0, other_title: 0 } };
const PLAIN_RANKING = { metaWeights: { title: 5 } };

export function open(root, languages, withForms) {
  const loaded = new Map();

  async function load(language) {
    const bundle = new URL(`pagefind/${language}/`, root);
    const pagefind = await import(new URL("pagefind.js", bundle).href);
    const ranking = withForms ? RANKING : PLAIN_RANKING;
    await pagefind.options({ basePath: bundle.href, ranking, exactDiacritics: withForms, excerptLength: 28 });
    return { pagefind, table: withForms ? openTable(bundle) : null };
  }

  function indexOf(language) {
    if (!loaded.has(language)) loaded.set(language, load(language));
    return loaded.get(language);
  }

  // `filters` are codes; the one for the language also says which indexes need not be asked at all. Of three words or
  // more, one may be missing where no text has all: `partly` tells so.
  async function search(query, filters) {
    const asked = languages.includes(filters.language) ? [filters.language] : languages;
    const indexes = await Promise.all(asked.map(indexOf));
    const sought = parts(query);
    const known = await Promise.all(indexes.map(({ table }) => lookedUp(sought, table)));
    const found = indexes.map(async ({ pagefind }, at) => {
      const ask = async (words) => (await pagefind.search(words, { filters })).results;
      return answers(sought, withoutGuesses(known, at), ask);
    });
    const all = await Promise.all(found);
    const results = ranked(all, 0);
    if (results.length || sought.length < LEAST_WORDS) return { results, partly: false };
    const most = ranked(all, 1);
    return { results: most, partly: most.length > 0 };
  }

  return { search };
}

async function lookedUp(sought, table) {
  if (!table) return sought.map(() => null);
  return Promise.all(sought.map((part) => (part.word ? table.lookUp(part, part === sought.at(-1)) : null)));
}

// A word that one language knows is not taken for another word of the other language.
function withoutGuesses(known, at) {
  const certain = known[at].map((_, part) => known.some((each) => each[part] && !each[part].guessed));
  return known[at].map((each, part) => (each?.guessed && certain[part] ? { ...each, terms: [] } : each));
}

// What the results for each part of the query are, in one index.
async function answers(sought, known, ask) {
  const all = await Promise.all(sought.map((part, at) => answer(part, known[at], ask)));
  const telling = all.filter(({ common }) => !common);
  const matched = new Set(telling.flatMap(({ forms }) => forms));
  return { lists: telling.map(({ results }) => results), matched };
}

function ranked(answered, missing) {
  const found = answered.flatMap(({ lists, matched }) => together(lists, missing).map((each) => ({ ...each, matched })));
  return found.sort((one, other) => other.score - one.score);
}

// The pages in the results of all parts, or of all but so many.
function together(lists, missing) {
  const pages = new Map();
  for (const each of lists.flat()) {
    const before = pages.get(each.id);
    pages.set(each.id, { ...each, score: each.score + (before?.score ?? 0), parts: 1 + (before?.parts ?? 0) });
  }
  return [...pages.values()].filter(({ parts }) => parts >= lists.length - missing);
}

async function answer(part, known, ask) {
  if (part.phrase) return { results: await ask(`"${part.phrase}"`), forms: words(part.phrase) };
  if (part.terms) return { results: await anyOf(part.terms, ask), forms: part.terms };
  if (!known) return { results: await honest(await ask(part.word), part.word), forms: [part.word] };
  if (known.begins) return { results: await ask(part.word), forms: [part.word] };
  const common = !known.guessed && !known.terms.length;
  return { common, results: await anyOf(known.terms, ask), forms: formsOf(part.word, known) };
}

// The forms of the archive that have a term of the word: these are marked in the texts.
function formsOf(word, { terms, rows }) {
  const sought = new Set(terms);
  const forms = [...rows].filter(([, found]) => found.some((term) => sought.has(term))).map(([form]) => form);
  return terms.length ? [word, ...terms, ...forms] : [];
}

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

async function anyOf(terms, ask) {
  const best = new Map();
  for (const results of await Promise.all(terms.map((term) => ask(hidden(term))))) {
    for (const each of results) if (!(best.get(each.id)?.score >= each.score)) best.set(each.id, each);
  }
  return [...best.values()];
}

// Where no word begins like a search word, Pagefind takes the longest beginning of it that is a word: Finnish "avustus"
// would find every Swedish text with "av". The best match tells whether that has happened.
async function honest(results, word) {
  if (!results.length) return results;
  const hit = await results[0].data();
  const start = word.slice(0, Math.ceil(word.length / 2));
  return words(`${hit.meta.title} ${hit.content}`).some((each) => each.startsWith(start)) ? results : [];
}
