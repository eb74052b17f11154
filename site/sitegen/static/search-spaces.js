// No-break spaces where no line may end, as sitegen/formats.py sets them in pages: "690 000 euroa" stays together.

const BOUND = new RegExp(
  [
    "(?<=\\d) (?=\\d{3}(?!\\d)|[€%]|euro)",
    "(?<=EUR) (?=\\d)",
    "(?<=\\d,\\d{1,2}) (?=\\p{L})",
    "(?<=[^\\s–]) (?=– )",
  ].join("|"),
  "gu",
);

// Gives a text of the same length.
export const unbroken = (text) => text.replace(BOUND, "\u00a0");
