"""An address of this machine itself is known as one, and no other is."""

from __future__ import annotations

import pytest

from cohorts.rounds.accounts.only_here import only_here


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("http://localhost:8501/enter/x", True),
        ("http://rondes.localhost/", True),
        ("http://127.0.0.1:8501/", True),
        ("http://127.9.9.9/", True),
        ("http://[::1]:8501/", True),
        ("https://groepen.voorbeeld.nl/", False),
        ("http://localhost.voorbeeld.nl/", False),
        ("http://192.168.1.4:8501/", False),
        ("", False),
    ],
)
def test_only_what_leads_here(address: str, here: bool) -> None:
    assert only_here(address) is here
