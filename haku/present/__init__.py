"""Releases, comparisons and hits as text for a terminal."""
