"""A server of pages that hands letters to a real mail server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cohorts.pages.driving import Site, serving
from tests.cohorts.rounds.posting.a_mail_server import Mailbox, handed_to


@contextmanager
def mailing(sender: str) -> Iterator[Mailbox]:
    """What comes from ``sender`` until the block ends."""
    with pytest.MonkeyPatch.context() as patch, handed_to(patch, sender) as made:
        yield made


@contextmanager
def posting_site(folder: Path, box: Mailbox) -> Iterator[Site]:
    """With a turn of its own: no other test works before it. Nothing may come twice."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COHORTS_WORK_FOLDER", str(folder / "turns"))
        with serving(folder) as site:
            yield site
    assert box.times.total() == len(box.letters)
