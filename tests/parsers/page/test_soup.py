"""The tree that is made of a page: what is left out of it, and what is not."""

from __future__ import annotations

import pytest

from parsers.page.soup import soup_of


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param("<div> <p>Haku</p>\n  <p>on</p> </div>", "<div><p>Haku</p><p>on</p></div>", id="between_blocks"),
        pytest.param("<ul>\n<li>kunnat\n<li>yhdistykset</ul>", None, id="items"),
        pytest.param(
            "<p><b>Haku</b> <i>on</i>\n<b>auki</b></p>", "<p><b>Haku</b> <i>on</i>\n<b>auki</b></p>", id="words"
        ),
        pytest.param("<p>Haku</p> <b>on</b> <b>auki</b>", "<p>Haku</p><b>on</b> <b>auki</b>", id="words_after_a_block"),
        pytest.param(
            "<a href='/x'><div>Haku</div> <div>auki</div></a>",
            '<a href="/x"><div>Haku</div> <div>auki</div></a>',
            id="a_links_text_does_not_run_together",
        ),
        pytest.param("<p>\u00a0</p><p>x</p>", "<p>\u00a0</p><p>x</p>", id="a_no_break_space_is_text"),
        pytest.param("<nav>Valikko <a href='/sv'>På svenska</a></nav>", '<nav><a href="/sv"></a></nav>', id="menus"),
        pytest.param("<p>Haku<!-- piilossa --> auki<?php x ?></p>", "<p>Haku auki</p>", id="comments"),
    ],
)
def test_white_space_is_kept_where_a_browser_shows_it(html: str, expected: str | None) -> None:
    body = soup_of(html).body
    assert body is not None
    assert body.decode_contents() == (expected or "<ul><li>kunnat\n</li><li>yhdistykset</li></ul>")


def test_the_head_holds_no_white_space() -> None:
    head = soup_of("<head>\n <title>Haku</title>\n <meta name='x'>\n</head><p>x").head
    assert head is not None and head.get_text() == "Haku"
