"""The archive's data as files to download: the tables, what their columns mean, and what catalogues need to know."""

from sitegen.bulk.downloads import Download, Downloads, Former, remembered
from sitegen.bulk.files import write_downloads

__all__ = ["Download", "Downloads", "Former", "remembered", "write_downloads"]
