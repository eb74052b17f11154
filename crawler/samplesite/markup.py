"""The little markup of the texts' bodies, into the HTML that the platform's editors produce.

Blocks are parted by empty lines: ``## `` a heading, ``- `` list items, ``| `` table rows (the first one headings),
anything else a paragraph, in which a new line is a line break. Inside: ``**bold**`` and ``[text](address)``.
"""

from __future__ import annotations

import html
import re
from zlib import crc32

from markupsafe import Markup

from crawler.samplesite.documents import EmailStyle

ENTITIES = {"\u00a0": "&nbsp;", "\u00ad": "&shy;", "\u2009": "&thinsp;"}

# **Hakuaikaa on jatkettu.**
BOLD = re.compile(r"\*\*([^*]+)\*\*")
# [Hakuilmoitus (PDF)](https://okm.fi/documents/1410845/hakuilmoitus.pdf?t=1673852700000)
LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
# eeva-liisa.kuusiharju@gov.fi
EMAIL = re.compile(r"\b[\w.-]{1,64}@\w+\.fi\b")


def to_html(body: str, email: EmailStyle = "text") -> Markup:
    """Return the blocks of `body` as HTML, its e-mail addresses written in the given style.

    >>> print(to_html("## Hakuaika\\n\\nHaku on auki.\\nTervetuloa!"))
    <h2>Hakuaika</h2>
    <p>Haku on auki.<br />Tervetuloa!</p>
    """
    return Markup("\n".join(_block(block.splitlines(), email) for block in body.split("\n\n")))


def inline(text: str, email: EmailStyle = "text") -> Markup:
    """Return one paragraph's text as HTML.

    >>> print(inline("**Huom!** Enintään 5\\u00a0000 €"))
    <strong>Huom!</strong> Enintään 5&nbsp;000 €
    """
    safe = html.escape(text, quote=False)
    for character, entity in ENTITIES.items():
        safe = safe.replace(character, entity)
    safe = LINK.sub(r'<a href="\2">\1</a>', BOLD.sub(r"<strong>\1</strong>", safe))
    return Markup(EMAIL.sub(lambda match: _email(match[0], email), safe))


def hide(address: str, salt: int = 0) -> str:
    """Return an address as Cloudflare hides it: a key byte, then every byte of the address XORed with it, in hex.

    >>> hide("hello@example.com")
    '7119141d1d1e311409101c011d145f121e1c'
    """
    key = (crc32(address.encode()) ^ salt) & 0xFF
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


def _block(lines: list[str], email: EmailStyle) -> str:
    if lines[0].startswith("## "):
        return f"<h2>{inline(lines[0][3:])}</h2>"
    if lines[0].startswith("- "):
        return "<ul>\n" + "\n".join(f"<li>{inline(line[2:], email)}</li>" for line in lines) + "\n</ul>"
    if lines[0].startswith("| "):
        return _table([line.strip("| ").split(" | ") for line in lines])
    return "<p>" + "<br />".join(inline(line, email) for line in lines) + "</p>"


def _table(rows: list[list[str]]) -> str:
    lines = [_row(rows[0], "th"), *(_row(cells, "td") for cells in rows[1:])]
    return '<table class="table">\n<tbody>\n' + "\n".join(lines) + "\n</tbody>\n</table>"


def _row(cells: list[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{inline(cell)}</{tag}>" for cell in cells) + "</tr>"


def _email(address: str, style: EmailStyle) -> str:
    if style == "text":
        return address
    if style == "mailto":
        return f'<a href="mailto:{address}">{address}</a>'
    shown = "[email&#160;protected]"
    if crc32(address.encode()) % 2:
        return f'<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="{hide(address)}">{shown}</a>'
    hidden = f'<span class="__cf_email__" data-cfemail="{hide(address)}">{shown}</span>'
    return f'<a href="/cdn-cgi/l/email-protection#{hide(address, salt=0x5A)}">{hidden}</a>'
