"""A PDF of one page of text, made without a library: the same lines always give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence

PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def make_pdf(lines: Sequence[str]) -> bytes:
    """Return an A4 page with one line of text per item, as PDF 1.4. Characters outside cp1252 raise UnicodeEncodeError.

    >>> make_pdf(["Hakuilmoitus"])[:8], make_pdf(["Hakuilmoitus"])[-6:]
    (b'%PDF-1.4', b'%%EOF\\n')
    """
    text = _text(lines)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        PAGE,
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(text), text),
        FONT,
    )
    return _file(objects)


def _text(lines: Sequence[str]) -> bytes:
    shown = b"\n".join(b"(%b) Tj T*" % _escape(line) for line in lines)
    return b"BT /F1 11 Tf 16 TL 72 770 Td\n%b\nET" % shown


def _escape(line: str) -> bytes:
    r"""Return a line as the inside of a PDF string.

    >>> _escape("Avustukset (€)")
    b'Avustukset \\(\x80\\)'
    """
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")


def _file(objects: Sequence[bytes]) -> bytes:
    parts = [b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"]
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(sum(map(len, parts)))
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, content))
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return b"".join(parts) + end % (size, table, size, sum(map(len, parts)))
