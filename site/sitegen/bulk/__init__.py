"""The archive's data as files to download: the tables, what their columns mean, and what catalogues need to know."""

from sitegen.bulk.files import Download, Downloads, write_downloads

__all__ = ["Download", "Downloads", "write_downloads"]
