"""Importing this loads the dictionaries of both languages."""

from index.fulltext.analysis.tokens import tokenize
from index.fulltext.analysis.words import Words

for token in tokenize("kuntarahoitushakemus kommunansökningar"):
    Words().terms(token, "fi")
    Words().terms(token, "sv")
