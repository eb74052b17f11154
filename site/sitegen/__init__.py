"""The static site: pages from templates, a search that runs in the reader's browser, nothing that needs a server."""

from sitegen.build import BuildReport, build
from sitegen.reader import ArchiveReader, Progress, Terms

__all__ = ["ArchiveReader", "BuildReport", "Progress", "Terms", "build"]
