"""Files taken into the archive: WARC, WACZ and WET files, saved HTML, plain text, and folders of these."""

from crawler.importing.run import ImportReport, Progress, import_paths

__all__ = ["ImportReport", "Progress", "import_paths"]
