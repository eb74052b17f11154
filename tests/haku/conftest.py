from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.commands import in_a_process, in_this_process

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run `haku` as a user does, English unless told otherwise: in this process, or `alone` in one of its own."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")

    def start(*arguments: object, language: str = "en", alone: bool = False) -> CompletedProcess[str]:
        words = [str(each) for each in arguments]
        if alone or language != "en":
            return in_a_process(words, elsewhere, language)
        return in_this_process(words, elsewhere)

    return start


@pytest.fixture(scope="session")
def archive(sample_archive: Path) -> Path:
    """An archive of the sample site's releases. Tests read it and leave it as it is."""
    return sample_archive
