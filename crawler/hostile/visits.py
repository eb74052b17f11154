"""What a site can do to a crawler between two visits."""

from __future__ import annotations

from crawler.hostile.answers import Answer, Asked, page, redirect
from crawler.hostile.behaviours import behaviour
from crawler.hostile.pages import (
    GOOD,
    HOST,
    LISTING,
    SWEDISH,
    SWEDISH_LISTING,
    listing,
    redesigned,
    release,
    title_of,
)

_MOVED = {
    "/-/osastolla": "/ajankohtaista",
    "/-/kirjautumassa": "/c/portal/login?redirect=%2F-%2Fkirjautumassa",
    "/-/siirtynyt": "/-/ei-mitaan",
}
_LOGIN_FORM = (
    "<html><head><title>Kirjaudu</title></head><body><h1>Kirjaudu sisään</h1><form><input name='login'></form></body>"
)


@behaviour("pages whose text, or only whose frame, is another at the second visit")
def changed(asked: Asked) -> Answer | None:
    if asked.visit == 1 or asked.path not in GOOD[:2]:
        return None
    if asked.path == GOOD[0]:
        return page(release(title_of(GOOD[0]), "Hakuaikaa on jatkettu 30.4.2021 asti."))
    return page(release(title_of(GOOD[1])).replace("Etusivu", "Aloitussivu"))


@behaviour("pages gone at the second visit: 404, 410, redirects to front page, section, log-in and nowhere", *_MOVED)
def vanished(asked: Asked) -> Answer | None:
    if asked.visit == 1:
        return page(release("Vielä paikallaan")) if asked.path in _MOVED else None
    answers = {
        LISTING: page(listing(GOOD[3:])),
        GOOD[0]: page("Ei löydy", 404),
        GOOD[1]: page("Poistettu", 410),
        GOOD[2]: redirect(f"https://{HOST}/"),
        "/ajankohtaista": page(listing(GOOD[3:])),
        _MOVED["/-/kirjautumassa"]: page(_LOGIN_FORM),
    }
    return redirect(f"https://{HOST}{_MOVED[asked.path]}") if asked.path in _MOVED else answers.get(asked.path)


@behaviour("a site rebuilt between two visits, whose pages no longer say when they were published")
def redesign(asked: Asked) -> Answer | None:
    return page(redesigned(title_of(asked.path))) if asked.visit > 1 and asked.path in GOOD else None


@behaviour(
    "a Finnish listing that names its releases at new addresses at the second visit; the Swedish one is as it was"
)
def moved_listing(asked: Asked) -> Answer | None:
    if asked.path == SWEDISH_LISTING:
        return page(listing(SWEDISH))
    if asked.path == LISTING and asked.visit > 1:
        return page(listing(path.replace("/-/", "/w/") for path in GOOD))
    return page(release(title_of(asked.path))) if asked.path in SWEDISH else None
