"""A server of pages that hands letters to a real mail server."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cohorts.pages.driving import Site
from tests.cohorts.pages.with_mail import mailing, posting_site
from tests.cohorts.rounds.posting.a_mail_server import Mailbox


@pytest.fixture(scope="module")
def box() -> Iterator[Mailbox]:
    with mailing("Büro Twente <bureau@voorbeeld.nl>") as made:
        yield made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, box: Mailbox) -> Iterator[Site]:
    with posting_site(tmp_path_factory.mktemp("site"), box) as made:
        yield made
