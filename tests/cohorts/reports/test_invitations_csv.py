"""The file for a mail merge: as a spreadsheet opens it, and nothing in it runs."""

from __future__ import annotations

import csv

from cohorts.reports.invitations_csv import Invitation, invitations_csv
from cohorts.words import Language
from cohorts.words.export_gate import ungate

ONE = Invitation("=1+1", 'De "Bank"; Almelo', "+jo@x.nl", "http://localhost/stem/abc")


def test_it_reads_back_as_it_was_and_runs_nothing() -> None:
    text = invitations_csv([ONE], Language.NL).decode("utf-8-sig")
    head, row = csv.reader(text.splitlines(), delimiter=";")
    assert head == ["naam", "organisatie", "e-mailadres", "persoonlijk adres"]
    assert row[0] == "'=1+1"
    assert [ungate(cell) for cell in row] == [ONE.name, ONE.organisation, ONE.email, ONE.address]
