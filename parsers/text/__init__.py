"""Text as the page meant it: cleaned characters, joined hyphenation, sentences."""
