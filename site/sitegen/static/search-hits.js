// One hit as a row of the list. All text is set as text: nothing of a release is ever read as HTML.

import { excerptOf } from "./search-excerpt.js";
import { unbroken } from "./search-spaces.js";

export function hitRow(hit, form) {
  const { root, language } = form.dataset;
  const meta = hit.meta;
  const row = document.getElementById("hit").content.cloneNode(true).firstElementChild;
  row.classList.add(meta.other ? "entry-pair" : `entry-${meta.language}`);
  const link = row.querySelector("a");
  link.href = `${root}${language}/release/${meta.id}/`;
  link.textContent = unbroken(meta.title);
  if (meta.language) link.lang = meta.language;
  otherTitle(row.querySelector(".other-title"), meta);
  excerpt(row.querySelector(".excerpt"), hit);
  dated(row.querySelector("time"), meta.published, form.dataset);
  fill(row, "kind", nameOf(form.elements.kind, meta.kind));
  row.querySelector(".kind")?.classList.add(`kind-${meta.kind}`);
  fill(row, "authority", nameOf(form.elements.authority, meta.authority));
  fill(row, "total", meta.total ? money(meta.total, language) : "");
  fill(row, "window", period(meta, form.dataset));
  slot(row, "tongue", document.getElementById(`tongue-${meta.language}`)?.content.cloneNode(true));
  slot(row, "compare", meta.other ? comparison(meta, form.dataset) : null);
  return row;
}

function comparison(meta, { root, language, compare }) {
  const link = document.createElement("a");
  link.href = `${root}${language}/compare/${meta.language === "sv" ? meta.other : meta.id}/`;
  link.textContent = compare;
  link.setAttribute("aria-label", `${compare}: ${meta.title}`);
  return link;
}

function otherTitle(element, meta) {
  if (!meta.other_title) return element.remove();
  element.lang = meta.language === "sv" ? "fi" : "sv";
  element.textContent = unbroken(meta.other_title);
  return undefined;
}

function excerpt(element, { content, matched, meta }) {
  if (meta.language) element.lang = meta.language;
  // The content begins with the title, which stands above.
  const [whole, title] = [content, meta.title].map((each) => each.replace(/\s+/g, " ").trim());
  const text = whole.startsWith(title) ? whole.slice(title.length).replace(/^[.\s]+/, "") : whole;
  for (const { text: piece, marked, after } of excerptOf(text, matched)) {
    const node = marked ? document.createElement("mark") : document.createTextNode("");
    node.textContent = piece;
    element.append(node, after);
  }
}

function dated(element, moment, { language, undated }) {
  if (!moment) return element.replaceWith(undated);
  element.dateTime = moment;
  element.textContent = day(moment, language);
  return undefined;
}

// Dates as the rest of the site writes them: 17.3.2021, 17 mars 2021, 17 March 2021, and without their year.
function day(moment, language, withYear = true) {
  const [year, month, date] = moment.slice(0, 10).split("-").map(Number);
  if (language === "fi") return `${date}.${month}.${withYear ? year : ""}`;
  const locale = language === "sv" ? "sv-FI" : "en-GB";
  const options = { day: "numeric", month: "long", year: withYear ? "numeric" : undefined, timeZone: "UTC" };
  return new Intl.DateTimeFormat(locale, options).format(Date.UTC(year, month - 1, date)).replaceAll(" ", "\u00a0");
}

function period(meta, { language, period: label, until }) {
  if (!meta.closes) return "";
  const closes = day(meta.closes, language);
  if (!meta.opens) return `${label} ${until.replace("{date}", closes)}`;
  const opens = day(meta.opens, language, meta.opens.slice(0, 4) !== meta.closes.slice(0, 4));
  return `${label} ${opens}${language === "en" ? " – " : "–"}${closes}`;
}

// "4200000" or "2000000 DKK": other money than euros goes by its code, as on the rest of the site.
function money(total, language) {
  const [sum, currency = "EUR"] = total.split(" ");
  const locale = { fi: "fi-FI", sv: "sv-FI" }[language] ?? "en-IE";
  const currencyDisplay = currency === "EUR" ? "symbol" : "code";
  const options = { style: "currency", currency, currencyDisplay, minimumFractionDigits: 0, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(locale, options).format(Number(sum));
}

function nameOf(select, code) {
  const option = [...(select?.options ?? [])].find((each) => each.value && each.value === code);
  return option?.dataset.one ?? option?.textContent ?? "";
}

function fill(row, name, text) {
  slot(row, name, text ? document.createTextNode(text) : null);
}

function slot(row, name, content) {
  const place = row.querySelector(`[data-slot="${name}"]`);
  if (content) place.append(content);
  else place.remove();
}
