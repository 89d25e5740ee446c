"""Rows of one person: the later answer counts, what is lost is said, and answers settle doubts."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from cohorts import compose, load_programme
from cohorts.errors import InputError
from cohorts.intake import Applicants, FieldMap, read_applicants
from cohorts.people.persons import matched
from cohorts.reports.groups_csv import groups_csv

HEADERS = "Nummer;Naam;Bedrijf;KvK-nummer;E-mail;Datum aanmelding;Hobby"
ROWS = (
    "1;Carla Zonneveld;Kwekerij Zonneveld;61000024;carla@x.test;2026-02-03;schaken",
    "2;Carla Zonneveld;Kwekerij Zonneveld;61000024;prive@y.test;2026-02-20;",
    "3;J. de Boer;Boerderij De Boer;61000017;pa@x.test;2026-02-01;",
    "4;Jan de Boer;Boerderij De Boer;61000017;zoon@x.test;2026-02-02;",
    "5;Anke Lubbers;Bakkerij Lindehof;;koper@x.test;2026-02-01;",
    "6;Bas Vosman;Metaal Vosman;;koper@x.test;2026-02-01;",
)


def written(folder: Path, *rows: str, headers: str = HEADERS) -> Path:
    path = folder / "a.csv"
    path.write_text("\n".join((headers, *rows)) + "\n", encoding="utf-8")
    return path


def told(found: Applicants) -> list[str]:
    return [r.code.removeprefix("identity.") for r in found.report.remarks]


def test_what_is_said_of_people(tmp_path: Path) -> None:
    found = read_applicants(written(tmp_path, *ROWS))
    assert [a.id for a in found] == ["2", "3", "4", "5", "6"]
    assert told(found) == [
        *("one_kvk_and_name", "lost", "doubt_kvk_other_name", "shared_address"),
    ]
    one, lost, doubt, shared = found.report.remarks
    assert (one.facts["left"], one.facts["kept"]) == ("2", "3")
    assert lost.facts["fields"] == ("Hobby",)
    assert (doubt.facts["id_a"], doubt.facts["id_b"]) == ("3", "4")
    assert shared.facts["people"] == (
        *("Anke Lubbers (Bakkerij Lindehof)", "Bas Vosman (Metaal Vosman)"),
    )
    assert found.aliases == {"1": "2"}


def test_the_order_of_the_rows_changes_nothing(tmp_path: Path) -> None:
    first = read_applicants(written(tmp_path, *ROWS))
    for seed in range(5):
        rows = random.Random(seed).sample(ROWS, len(ROWS))
        again = read_applicants(written(tmp_path, *rows))
        assert list(again) == list(first)
        assert told(again) == told(first)
        facts = [
            {
                k: v
                for k, v in r.facts.items()
                if not k.startswith("row_") and k not in ("kept", "left")
            }
            for r in again.report.remarks
        ]
        assert (
            facts[2:]
            == [
                {k: v for k, v in r.facts.items() if not k.startswith("row_")}
                for r in first.report.remarks
            ][2:]
        )


def test_an_answer_makes_one_of_two_and_two_of_one(tmp_path: Path) -> None:
    path = written(tmp_path, *ROWS)
    found = read_applicants(path, FieldMap(same=(("4", "3"),), not_same=(("1", "2"),)))
    assert [a.id for a in found] == ["1", "2", "4", "5", "6"]
    assert told(found) == ["one_answered", "shared_address"]


def test_an_answer_about_nobody_is_told_and_counts_for_nothing(tmp_path: Path) -> None:
    found = read_applicants(written(tmp_path, *ROWS), FieldMap(same=(("3", "99"),)))
    assert told(found)[0] == "answer_unknown"
    assert found.report.remarks[0].facts["ids"] == ("99",)
    assert len(found) == 5


@pytest.mark.parametrize("not_same", [("1", "2"), ("1", "3")])
def test_answers_that_contradict_each_other(not_same: tuple[str, str], tmp_path: Path) -> None:
    """Also by way of a third: 1 = 2 and 2 = 3, but 1 is not 3."""
    answers = FieldMap(same=(("1", "2"), ("2", "3")), not_same=(not_same,))
    with pytest.raises(InputError, match=r"identity\.contradiction"):
        read_applicants(written(tmp_path, *ROWS), answers)


def test_one_remark_about_all_surnames_in_several_companies(tmp_path: Path) -> None:
    rows = ("1;Wim Dam;Bouw Dam", "2;Eva Dam;Zorg Dam", "3;Bo Eik;Verf Eik", "4;Al Eik;Verf Eik BV")
    found = read_applicants(written(tmp_path, *rows, headers="Nummer;Naam;Bedrijf"))
    assert told(found) == ["one_surname"]
    assert found.report.remarks[0].facts["ids"] == (("1", "2"),)


NO_ID = (
    "Naam;Bedrijf;Plaats;Aantal medewerkers;Vraag over wijn;Vraag over kaas",
    (
        "Anke Lubbers;Bakkerij Lindehof;Ede;4;rood;jong",
        "Bas Vosman;Metaal Vosman;Goes;7;wit;oud",
        "Carla Zonneveld;Kwekerij Zonneveld;Assen;10;;oud",
        "Dirk Palinck;Drukwerk Palinck;Ede;13;rood;jong",
        "Esra Terhaar;Bouw Terhaar;Goes;16;wit;oud",
        "Femke Eik;Zorg Eikenrode;Assen;19;geen;",
    ),
)


def shuffled(seed: int) -> tuple[str, tuple[str, ...]]:
    """The same table with its columns and rows in another order."""
    table = [line.split(";") for line in (NO_ID[0], *NO_ID[1])]
    chance = random.Random(seed)
    order = chance.sample(range(len(table[0])), len(table[0]))
    lines = [";".join(row[i] for i in order) for row in table]
    return lines[0], tuple(chance.sample(lines[1:], len(lines) - 1))


def test_made_ids_and_groups_do_not_go_by_the_order_of_rows_and_columns(tmp_path: Path) -> None:
    programme = tmp_path / "p.toml"
    programme.write_text(
        'schema_version = 1\nname = "p"\n[title]\nnl = "P"\nen = "P"\n[groups]\nsize = [3, 3]\n'
        'target = 3\nplaces = "everyone"\n[[rules]]\nrule = "comparable"\nfield = "fte"\n',
        encoding="utf-8",
    )
    first = read_applicants(written(tmp_path, *NO_ID[1], headers=NO_ID[0]))
    groups = groups_csv(compose(first, load_programme(programme), seed=1, effort="quick"))
    for seed in range(4):
        headers, rows = shuffled(seed)
        again = read_applicants(written(tmp_path, *rows, headers=headers))
        assert list(again) == list(first)
        assert (
            groups_csv(compose(again, load_programme(programme), seed=1, effort="quick")) == groups
        )


def test_a_made_id_stays_when_an_empty_column_is_added(tmp_path: Path) -> None:
    first = read_applicants(written(tmp_path, "Anke Lubbers;4", headers="Naam;Aantal medewerkers"))
    again = read_applicants(
        written(tmp_path, "Anke Lubbers;;4", headers="Naam;Hobby;Aantal medewerkers")
    )
    assert first[0].id == again[0].id


def test_who_is_who_in_the_next_export(tmp_path: Path) -> None:
    """Two files without ids: what stands in the rows changed, the people did not."""
    before = read_applicants(written(tmp_path, *NO_ID[1], headers=NO_ID[0]))
    rows = [row.replace(";rood;", ";wit;") for row in NO_ID[1]]
    now = read_applicants(written(tmp_path, *rows, headers=NO_ID[0]))
    changed = {a.id for a in now} - {a.id for a in before}
    assert len(changed) == 2
    names = {a.id: a.name for a in (*before, *now)}
    found = matched(before, now)
    assert {names[a]: names[b] for a, b in found.who.items()} == {a.name: a.name for a in now}


def test_one_name_in_two_companies_is_asked_with_the_ids_to_answer_with(tmp_path: Path) -> None:
    """Nothing else binds them, so they are two; but they may be one, or family."""
    rows = ("1;Jan Smit;Bouw Dam", "2;Jan Smit;Zorg Eik", "3;Bo Dam;", "4;Al Dam;A", "5;Ed Dam;B")
    found = read_applicants(written(tmp_path, *rows, headers="Nummer;Naam;Bedrijf"))
    [remark] = found.report.remarks
    assert remark.facts["ids"] == (("3", "4", "5"), ("1", "2"))
    assert "1: Jan Smit (Bouw Dam) + 2: Jan Smit (Zorg Eik)" in str(remark.facts["families"])
