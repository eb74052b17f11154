"""The catalogue: everything that was read from the captures, in one SQLite file. The only package that speaks SQL."""

from index.catalogue.catalogue import Catalogue
from index.catalogue.fill import FieldFill, FillRates
from index.catalogue.status import Status

__all__ = ["Catalogue", "FieldFill", "FillRates", "Status"]
