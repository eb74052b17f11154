// No-break spaces where no line may end, as sitegen/formats.py sets them in pages: "690 000 euroa" stays together.

const months = (language) => {
  const named = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => named.format(Date.UTC(2000, month, 1))).join("|");
};

const END = "(?![\\p{L}\\p{N}_])";
const BOUND = new RegExp(
  [
    "(?<=\\d) (?=\\d{3}(?!\\d)|M?€|%|euro)",
    `(?<=\\d) (?=milj(?:oo?n|ard|${END})|[bm]illion|m(?:rd|d|n)${END})`,
    `(?<=\\d)(?<!\\d{3}) (?=(?:${months("sv")}|${months("en")})${END})`,
    `(?<=\\d\\.) (?=${months("fi")})`,
    "(?<=(?<![\\p{L}\\p{N}_])[Kk](?:l[o.]?|lo\\.|ello|lockan)) (?=\\d)",
    "(?<=EUR) (?=\\d)",
    "(?<=\\d,\\d{1,2}) (?=\\p{L})",
    "(?<=[^\\s–]) (?=– )",
  ].join("|"),
  "gu",
);

// Gives a text of the same length.
export const unbroken = (text) => text.replace(BOUND, "\u00a0");
