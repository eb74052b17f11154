// The search page: what is typed and chosen, the address that can be shared, the results and how they are told.

import { open } from "./search-index.js";
import { hitRow } from "./search-hits.js";

const PAGE = 10;
const PAUSE = 180;
const FILTERS = ["kind", "authority", "year", "language"];

const form = document.getElementById("search");
const field = form.elements.q;
const list = document.getElementById("results");
const more = document.getElementById("more");
const say = form.dataset;
const index = open(new URL(say.root, location.href), say.indexes.split(" ").filter(Boolean));

let turn = 0;
let waiting = 0;
let found = [];
let shownIds = new Set();

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
  for (const id of ["start", "nothing", "failed"]) document.getElementById(id).hidden = id !== part;
}

function tell(text) {
  document.getElementById("status").textContent = text;
}

function clear() {
  list.replaceChildren();
  more.hidden = true;
  found = [];
  shownIds = new Set();
}

async function search() {
  const mine = ++turn;
  writeAddress();
  const words = field.value.trim();
  if (!words) {
    clear();
    tell("");
    show("start");
    return;
  }
  tell(say.searching);
  try {
    const results = await index.search(words, chosen());
    if (mine !== turn) return;
    clear();
    found = [...results];
    show(results.length ? null : "nothing");
    tell(counted(results.length));
    await showMore(mine);
  } catch (error) {
    console.warn("search failed:", error.message);
    if (mine !== turn) return;
    clear();
    tell("");
    show("failed");
  }
}

function counted(number) {
  if (number === 0) return "";
  if (number === 1) return say.foundOne;
  return say.foundMany.replace("{count}", new Intl.NumberFormat(`${say.language}-FI`).format(number));
}

// The versions of one text are one row: the better match leads, the other is a link beside it.
async function showMore(mine) {
  const batch = found.splice(0, PAGE);
  const hits = await Promise.all(batch.map((result) => result.data()));
  if (mine !== turn) return null;
  const fresh = hits.filter((hit) => !shownIds.has(hit.meta.other) || !hit.meta.other);
  hits.forEach((hit) => shownIds.add(hit.meta.id));
  const rows = fresh.filter((hit, at) => !fresh.slice(0, at).some((earlier) => earlier.meta.other === hit.meta.id));
  const elements = rows.map((hit) => hitRow(hit, form));
  list.append(...elements);
  more.hidden = found.length === 0;
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
