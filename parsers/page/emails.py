"""E-mail addresses that Cloudflare hides from programs: hexadecimal digits whose first byte is the key of the rest."""

from __future__ import annotations

from bs4 import Tag

from parsers.page.elements import classes_of

_PROTECTION = "/cdn-cgi/l/email-protection"
_PATH = f"{_PROTECTION}#"
_CLASS = "__cf_email__"


def hides_email(tag: Tag) -> bool:
    """Tell whether an element stands for an address that is hidden, readable or not."""
    is_link = tag.name == "a" and str(tag.get("href") or "").startswith(_PROTECTION)
    return is_link or _CLASS in classes_of(tag)


def hidden_email(tag: Tag) -> str | None:
    """Return the address that an element hides, None where it hides none that can be read."""
    code = tag.get("data-cfemail")
    if not code and str(tag.get("href") or "").startswith(_PATH):
        code = str(tag["href"])[len(_PATH) :]
    return decode_cfemail(str(code)) if code else None


def decode_cfemail(code: str) -> str | None:
    """Decode one hidden address; None for what is not one.

    >>> decode_cfemail("0f676a6363604f6a776e627f636a216c6062")
    'hello@example.com'
    >>> decode_cfemail("5a3f2e2f3433373374292f312f343337331a3d352c743c33"), decode_cfemail("zz")
    ('etunimi.sukunimi@gov.fi', None)
    """
    try:
        key, *rest = bytes.fromhex(code[:1000])
        address = bytes(byte ^ key for byte in rest).decode("utf-8")
    except ValueError:
        return None
    return address.split("?")[0] if "@" in address else None
