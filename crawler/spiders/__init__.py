"""Spiders: how the pages of each kind of source are found."""
