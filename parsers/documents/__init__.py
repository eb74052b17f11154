"""The text of documents that releases attach: PDF, DOCX, XLSX, ODT and ODS."""

from parsers.documents.model import DocumentText
from parsers.documents.reading import is_document, read_document

__all__ = ["DocumentText", "is_document", "read_document"]
