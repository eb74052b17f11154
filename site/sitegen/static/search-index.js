// The indexes, one for each language of the texts: each knows the word endings of its own language.

const RANKING = { metaWeights: { title: 5, terms: 0.2 } };

// Where no word begins like a search word, Pagefind takes the longest beginning of it that is a word: Finnish "avustus"
// would find every Swedish text with "av". The best match tells whether that has happened in an index.
async function withoutGuesses(results, words) {
  if (!results.length) return results;
  const hit = await results[0].data();
  const text = fold(` ${hit.meta.title} ${hit.meta.terms ?? ""} ${hit.raw_content ?? hit.content}`);
  const sought = fold(words).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return sought.every((word) => text.includes(` ${word.slice(0, Math.ceil(word.length / 2))}`)) ? results : [];
}

function fold(text) {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ")}`;
}

export function open(root, languages) {
  const loaded = new Map();

  async function load(language) {
    const bundle = new URL(`pagefind/${language}/`, root);
    const pagefind = await import(new URL("pagefind.js", bundle).href);
    await pagefind.options({ basePath: bundle.href, ranking: RANKING, excerptLength: 28 });
    return pagefind;
  }

  function indexOf(language) {
    if (!loaded.has(language)) loaded.set(language, load(language));
    return loaded.get(language);
  }

  // `filters` are codes; the one for the language also says which indexes need not be asked at all.
  async function search(words, filters) {
    const asked = languages.includes(filters.language) ? [filters.language] : languages;
    const answers = await Promise.all(asked.map(async (each) => (await indexOf(each)).search(words, { filters })));
    const honest = await Promise.all(answers.map((answer) => withoutGuesses(answer.results, words)));
    return honest.flat().sort((one, other) => other.score - one.score);
  }

  return { search };
}
