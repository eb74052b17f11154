"""The command line: ties crawler, parsers, index and site together, and speaks Finnish, Swedish and English."""
