// The search page: what is typed and chosen, the address that can be shared, the results and how they are told.

import { open } from "./search-index.js";
import { hitRow } from "./search-hits.js";
import { hasOperators } from "./search-operators.js";

const PAGE = 10;
const PAUSE = 180;
const FILTERS = ["kind", "authority", "year", "applicant", "language"];
// Up to so many, all are read at once, so that texts can be counted instead of their versions.
const FEW = 20;

const form = document.getElementById("search");
const field = form.elements.q;
const list = document.getElementById("results");
const more = document.getElementById("more");
const say = form.dataset;
const index = open(new URL(say.root, location.href), say.indexes.split(" ").filter(Boolean), "forms" in say);

let turn = 0;
let waiting = 0;
let found = [];
let rows = [];
let shown = new Set();

const chosen = () =>
  Object.fromEntries(FILTERS.map((name) => [name, form.elements[name]?.value]).filter(([, value]) => value));

function readAddress() {
  const query = new URLSearchParams(location.search);
  field.value = query.get("q") ?? "";
  for (const name of FILTERS) {
    const select = form.elements[name];
    if (select) select.value = query.get(name) ?? "";
    // A code that the archive does not have would leave the list without a choice.
    if (select && select.selectedIndex < 0) select.value = "";
  }
}

function writeAddress() {
  const query = new URLSearchParams(chosen());
  if (field.value.trim()) query.set("q", field.value.trim());
  history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
}

function show(part) {
  for (const id of ["start", "partly", "nothing", "failed"]) document.getElementById(id).hidden = id !== part;
}

function tell(text) {
  document.getElementById("status").textContent = text;
}

function clear() {
  list.replaceChildren();
  more.hidden = true;
  found = [];
  rows = [];
  shown = new Set();
}

async function search() {
  const mine = ++turn;
  writeAddress();
  const words = field.value.trim();
  document.getElementById("operators").hidden = !hasOperators(words, say);
  if (!words) {
    clear();
    tell("");
    show("start");
    return;
  }
  tell(say.searching);
  try {
    const { results, partly } = await index.search(words, chosen());
    if (mine !== turn) return;
    const few = results.length <= FEW ? await texts(results, new Set()) : null;
    if (mine !== turn) return;
    clear();
    if (few) rows = few;
    else found = [...results];
    show(results.length ? (partly ? "partly" : null) : "nothing");
    tell(few ? counted(few.length, say.foundOne, say.foundMany) : counted(results.length, "", say.foundVersions));
    await showMore(mine);
  } catch (error) {
    console.warn("search failed:", error.message);
    if (mine !== turn) return;
    clear();
    tell("");
    show("failed");
  }
}

function counted(number, one, many) {
  if (number === 0) return "";
  if (number === 1) return one;
  return many.replace("{count}", new Intl.NumberFormat(`${say.language}-FI`).format(number));
}

// The versions of one text are one row: the one in the reader's language leads, of others the better match.
async function texts(results, seen) {
  const hits = await Promise.all(results.map(async (result) => ({ ...(await result.data()), matched: result.matched })));
  const own = new Set(hits.filter(({ meta }) => meta.language === say.language).map(({ meta }) => meta.id));
  return hits.filter(({ meta }) => {
    if (seen.has(meta.id) || (own.has(meta.other) && meta.language !== say.language)) return false;
    seen.add(meta.id).add(meta.other || meta.id);
    return true;
  });
}

async function showMore(mine) {
  while (rows.length < PAGE && found.length) {
    const next = await texts(found.splice(0, PAGE), shown);
    if (mine !== turn) return null;
    rows.push(...next);
  }
  const elements = rows.splice(0, PAGE).map((hit) => hitRow(hit, form));
  list.append(...elements);
  more.hidden = rows.length + found.length === 0;
  return elements[0];
}

function stepThrough(event) {
  const links = [...list.querySelectorAll(".entry-title a")];
  const at = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !links.length || (at < 0 && document.activeElement !== field)) return;
  event.preventDefault();
  (links[at + step] ?? (at + step < 0 ? field : links[at])).focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  search();
});
form.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(search, PAUSE);
});
document.addEventListener("keydown", (event) => {
  if (event.target === field || list.contains(event.target)) stepThrough(event);
});
more.addEventListener("click", async () => {
  const first = await showMore(turn);
  first?.querySelector("a").focus();
});
window.addEventListener("popstate", () => {
  readAddress();
  search();
});

readAddress();
search();
