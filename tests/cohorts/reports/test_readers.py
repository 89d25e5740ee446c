"""Which files are written for whom, and that nothing of an earlier proposal stays behind."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from cohorts.errors import InputError
from cohorts.outlook.circles import circles_of
from cohorts.outlook.circles.circle_text import sections
from cohorts.record.hide import Hidden
from cohorts.record.read import read_document
from cohorts.reports import write_reports
from cohorts.reports.outcome import counts, outcome
from cohorts.reports.page import page
from cohorts.reports.readers import OURS, Reader, parse_readers
from cohorts.reports.start import parse_start
from cohorts.round.room import Room
from cohorts.words import Language
from tests.cohorts.reports.page_tree import tree
from tests.cohorts.reports.readers_round import readers

TOP = {"groups.csv", "proposal.json", "proposal.xlsx", "report.html", "waiting.csv"}


def written(folder: Path, whom: Collection[Reader] = (), start: str | None = None) -> set[str]:
    write_reports(readers(), folder, "nl", readers=whom, start=parse_start(start))
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_without_asking_only_the_organiser_gets_files(tmp_path: Path) -> None:
    assert written(tmp_path) == TOP


@pytest.mark.parametrize("reader", list(Reader))
def test_each_reader_gets_theirs(reader: Reader, tmp_path: Path) -> None:
    files = written(tmp_path, [reader]) - TOP
    assert files
    assert {file.split("/")[0] for file in files} == {reader.value}
    assert all(OURS.fullmatch(file) for file in files)


def test_calendars_come_with_a_start(tmp_path: Path) -> None:
    files = written(tmp_path, start="2026-10-05") - TOP
    groups = {f"calendar/group-{n}.ics" for n in readers().composition.groups}
    assert files == groups | {"calendar/everyone.ics"}


def test_what_was_written_for_an_earlier_proposal_goes(tmp_path: Path) -> None:
    written(tmp_path, list(Reader), "2026-10-05")
    stale = tmp_path / "participants" / "participant-99.html"
    own = tmp_path / "participants" / "notes.html"
    for file in (stale, own):
        file.write_text("x", encoding="utf-8")
    files = written(tmp_path, [Reader.FUNDERS])
    assert files == TOP | {"funders/account.html", "participants/notes.html"}
    assert not (tmp_path / "calendar").exists()


def test_hidden_things_are_hidden_in_files_but_the_record_stays_whole(tmp_path: Path) -> None:
    open_, shut = tmp_path / "open", tmp_path / "shut"
    for folder, hidden in ((open_, frozenset[Hidden]()), (shut, frozenset(Hidden))):
        write_reports(
            readers(), folder, "nl", readers=list(Reader), hidden=hidden, start=parse_start(None)
        )
    stated = [read_document(folder / "proposal.json") for folder in (open_, shut)]
    assert stated[0] == stated[1]
    heads = [
        {c.value for c in openpyxl.load_workbook(folder / "proposal.xlsx").worksheets[1][1]}
        for folder in (open_, shut)
    ]
    assert heads[0] - heads[1] == {"Omzet", "Vraagstuk"}
    for page_ in shut.rglob("*.html"):
        assert "personeel vinden en houden" not in page_.read_text("utf-8")


def test_names_of_readers() -> None:
    assert parse_readers(["everyone"]) == set(Reader)
    assert parse_readers(["funders", "participants"]) == {Reader.FUNDERS, Reader.PARTICIPANTS}
    assert parse_readers(None) == frozenset()
    with pytest.raises(InputError, match=r"report\.reader"):
        parse_readers(["banken"])


@pytest.mark.parametrize("language", list(Language))
def test_refused_and_unsure_stand_apart_from_not_placed(language: Language) -> None:
    html = tree(page(readers(), language))
    heads = [h.attributes.get("id") for h in html.all("h2")]
    assert [h for h in heads if h in ("not_placed", "refused", "unconfirmed")] == [
        "not_placed",
        "refused",
        "unconfirmed",
    ]
    (panel,) = (p for p in html.all("section", "panel") if p.text.startswith("Klein Bedrijf"))
    rule = readers().programme.condition("between-1")
    (aside,) = (s for s in readers().round.set_aside if s.applicant.label == "Klein Bedrijf")
    assert rule.sentence(aside.judgements[0], language) in panel.text


def test_the_command_line_tells_them_apart() -> None:
    said = outcome(readers(), Language.NL)
    assert "Past niet bij de voorwaarden (1):" in said
    assert "Nog niet toegezegd (1):" in said
    assert "    Klein Bedrijf" in said
    assert counts(readers(), Language.NL).endswith(
        "Deze keer niet geplaatst: 2. Past niet bij de voorwaarden: 1. Nog niet toegezegd: 1."
    )


def test_a_group_is_called_what_the_programme_calls_it() -> None:
    text = tree(page(readers(), Language.NL)).text
    assert "Kring 1" in text
    assert "Groep 1" not in text
    assert "groep 1" not in text
    assert "circle 1" in tree(page(readers(), Language.EN)).text


@pytest.mark.parametrize("language", list(Language))
def test_circles_in_preparation_are_drawn(language: Language) -> None:
    places = Room.parse("as many as possible")
    asked = readers().programme
    groups = asked.groups.model_copy(update={"circles": True})
    proposal = replace(
        readers(),
        programme=asked.model_copy(update={"groups": groups}),
        round=replace(readers().round, places=places),
    )
    found = sections(circles_of(proposal), language)
    assert found
    html = tree(page(proposal, language))
    assert "circles" in [h.attributes.get("id") for h in html.all("h2")]
    for section in found:
        (panel,) = (p for p in html.all("section", "panel") if section.title in p.text)
        assert all(" ".join(line.split()) in panel.text for line in section.lines)
