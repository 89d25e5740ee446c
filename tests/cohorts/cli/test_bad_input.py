"""Every bad input: its exit code, a message with a remedy, nothing written, never a traceback."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cohorts.cli.run import OVERIJSSEL, Run

PEOPLE = "id,company,fte,founded\n" + "".join(
    f"p{i},Bedrijf {i},{i},{2000 + i}\n" for i in range(1, 13)
)
PROGRAMME = """
schema_version = 1
name = "proef"
[title]
nl = "Proef"
en = "Trial"
[groups]
size = [3, 6]
target = 4
[[rules]]
rule = "comparable"
field = "fte"
"""
MUSTS = """
[[rules]]
rule = "keep_apart"
[[rules]]
rule = "keep_together"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (tmp_path / "programme.toml").write_text(PROGRAMME + MUSTS, encoding="utf-8")
    return tmp_path


def empty(path: Path) -> None:
    path.write_bytes(b"")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


def truncated(path: Path) -> None:
    whole = (OVERIJSSEL / "aanmeldingen.xlsx").read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def two_gigabytes(path: Path) -> None:
    """An xlsx that is small as it lies and 2 GB unzipped."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            block = bytes(1 << 24)
            for _ in range(128):
                sheet.write(block)


def wide(path: Path) -> None:
    headers = ",".join(f"c{i}" for i in range(20_000))
    path.write_text(f"{headers}\n{'1,' * 19_999}1\n", encoding="utf-8")


def all_missing(path: Path) -> None:
    path.write_text("id,company,fte\n1,n.v.t.,-\n2,onbekend,\n3,,nvt\n", encoding="utf-8")


def no_answers(path: Path) -> None:
    path.write_text("id,company,fte\n", encoding="utf-8")


def one_person(path: Path) -> None:
    path.write_text("id,company,fte\n1,De Smidse,4\n", encoding="utf-8")


def no_such_file(path: Path) -> None:
    del path


def citizen_numbers(path: Path) -> None:
    path.write_text("id,company,BSN\n1,De Smidse,111222333\n", encoding="utf-8")


def same_ids(path: Path) -> None:
    path.write_text("id,company\n1,De Smidse\n1,Jansen\n", encoding="utf-8")


def open_quote(path: Path) -> None:
    path.write_text('id,company\n1,"De Smidse\n2,Jansen\n', encoding="utf-8")


def broken_json(path: Path) -> None:
    path.write_text('[{"id": 1, "company": ', encoding="utf-8")


def deep_json(path: Path) -> None:
    path.write_text("[" * 100_000, encoding="utf-8")


FILES = [
    (empty, "a.csv", "intake.empty_file"),
    (picture, "picture.csv", "intake.not_a_table"),
    (truncated, "a.xlsx", "intake.broken_workbook"),
    (two_gigabytes, "a.xlsx", "intake.unpacks_too_large"),
    (wide, "a.csv", "intake.too_many_columns"),
    (all_missing, "a.csv", "intake.nothing_known"),
    (no_answers, "a.csv", "intake.no_rows"),
    (one_person, "a.csv", "compose.too_few_people"),
    (no_such_file, "a.csv", "intake.no_file"),
    (citizen_numbers, "a.csv", "intake.bsn"),
    (same_ids, "a.csv", "intake.same_id"),
    (open_quote, "a.csv", "intake.broken_quotes"),
    (broken_json, "a.json", "intake.broken_json"),
    (deep_json, "a.json", "intake.broken_json"),
]


@pytest.mark.parametrize(("make", "name", "code"), FILES)
def test_a_file_that_cannot_be_composed(
    make: object, name: str, code: str, folder: Path, run: Run
) -> None:
    assert callable(make)
    make(folder / name)
    out = folder / "out"
    command = ("compose", folder / name, "--programme", folder / "programme.toml", "--out", out)
    spoken = run(*command, "--language", "nl")
    assert spoken.code == 2
    assert spoken.out == ""
    assert spoken.err.strip()
    assert not out.exists()
    error = run(*command, "--json").error
    assert error["code"] == code
    assert error["place"] or code == "compose.too_few_people"
    assert error["fault"]
    assert error["remedy"]


OPTIONS: list[tuple[tuple[str, ...], str]] = [
    (("--groups", "13"), "compose.too_many_groups"),
    (("--groups", "1"), "compose.too_little_room"),
    (("--groups", "0"), "compose.groups"),
    (("--size", "9-3"), "compose.size"),
    (("--size", "0-3"), "compose.size"),
    (("--size", "many"), "compose.size"),
    (("--size", "20-30"), "compose.too_few_people"),
    (("--places", "exactly 50"), "compose.more_places_than_people"),
    (("--places", "a few"), "compose.places"),
    (("--pin", "p1=0"), "compose.pin"),
    (("--pin", "p1=-1"), "compose.pin"),
    (("--pin", f"p1={10**30}"), "compose.pin"),
    (("--pin", "p1=100001"), "compose.pin_group"),
    (("--pin", "p1=9223372036854775"), "compose.pin_group"),
    (("--pin", "p1=4"), "compose.pin_group"),
    (("--pin", "nobody=1"), "compose.pin_unknown"),
    (("--seed", "-1"), "compose.seed"),
    (("--seed", "x"), "cli.whole_number"),
    (("--time-limit", "x"), "cli.number"),
    (("--time-limit", "0"), "compose.time_limit"),
    (("--time-limit", "nan"), "compose.time_limit"),
    (("--time-limit", "inf"), "compose.time_limit"),
    (("--time-limit", "1e308"), "compose.time_limit"),
    (("--seed", "9" * 60), "compose.seed"),
    (("--groups", "9" * 60), "compose.too_many_groups"),
    (("--map", "nonsense"), "intake.map_option"),
    (("--map", "fte=Nergens"), "intake.map_header"),
    (("--relations", "nowhere.csv"), "intake.no_file"),
    (("--programme", "nothing-like-it"), "programme.unknown"),
    (("--effort", "endless"), "cli.value"),
    (("--no-such-option",), "cli.no_option"),
]


@pytest.mark.parametrize(("options", "code"), OPTIONS)
def test_options_that_cannot_work(
    options: tuple[str, ...], code: str, folder: Path, run: Run
) -> None:
    command = ["compose", folder / "people.csv", "--out", folder / "out", "--json"]
    if "--programme" not in options:
        command += ["--programme", folder / "programme.toml"]
    ran = run(*command, *options)
    assert (ran.code, ran.error["code"]) == (2, code)
    assert not (folder / "out").exists()


def test_a_pin_beyond_the_groups_is_told_where_it_was_given(folder: Path, run: Run) -> None:
    """And not at a rule that nobody wrote."""
    asked = ("--programme", folder / "programme.toml", "--pin", "p1=100001", "--json")
    ran = run("compose", folder / "people.csv", *asked, "--out", folder / "out")
    assert ran.error["place"] == "--pin"


PROGRAMMES = [
    ("schema_version = 1\nname = ", "programme.toml"),
    ("x = " + "[" * 5000, "programme.toml"),
    ("x = " + "9" * 5000, "programme.toml"),
    (PROGRAMME + f"widest = {10**400}\n", "programme.field"),
    (PROGRAMME + "widest = 1e300\nlevel = 'must'\n", "programme.field"),
    (
        PROGRAMME + "[[rules]]\nrule = 'at_least'\nfield = 'company'\nvalue = 'x'\n"
        f"least = {10**30}\n",
        "programme.field",
    ),
    (
        PROGRAMME + f"[[rules]]\nrule = 'pin'\nperson = 'p1'\ngroup = {10**30}\n",
        "programme.field",
    ),
    (PROGRAMME.replace('"comparable"', '"unheard_of"'), "programme.field"),
    (PROGRAMME.replace("size = [3, 6]", "size = [6, 3]"), "programme.field"),
    (PROGRAMME.replace("size = [3, 6]", 'size = "ten"'), "programme.field"),
    (PROGRAMME.replace("target = 4", "target = 9"), "programme.field"),
    (PROGRAMME.replace("schema_version = 1", "schema_version = 99"), "programme.newer"),
    (PROGRAMME + "weight = -1\n", "programme.field"),
    (PROGRAMME + "weight = inf\n", "programme.field"),
    (PROGRAMME + 'colour = "blue"\n', "programme.field"),
    (PROGRAMME + 'level = "must"\n', "programme.field"),
    (
        PROGRAMME.replace('field = "fte"', 'field = "turnover"\nwidest = 2\nlevel = "must"'),
        "compose.must_without_data",
    ),
    (PROGRAMME.replace('field = "fte"', 'field = "turnover"'), "compose.nothing_known"),
    (PROGRAMME + '[[rules]]\nrule = "pin"\nperson = "nobody"\ngroup = 1\n', "compose.pin_unknown"),
    (PROGRAMME + '[[rules]]\nrule = "pin"\nperson = "p1"\ngroup = 40\n', "compose.pin_group"),
    ("", "programme.field"),
]


@pytest.mark.parametrize(("text", "code"), PROGRAMMES)
def test_programmes_that_cannot_be_used(text: str, code: str, folder: Path, run: Run) -> None:
    (folder / "bad.toml").write_text(text, encoding="utf-8")
    ran = run(
        *("compose", folder / "people.csv", "--programme", folder / "bad.toml"),
        *("--out", folder / "out", "--json"),
    )
    assert (ran.code, ran.error["code"]) == (2, code)
    assert not (folder / "out").exists()


def test_a_fault_in_a_programme_names_its_line(folder: Path, run: Run) -> None:
    (folder / "bad.toml").write_text(PROGRAMME + "weight = -1\n", encoding="utf-8")
    ran = run("compose", folder / "people.csv", "--programme", folder / "bad.toml", "--json")
    line = 1 + (PROGRAMME + "weight = -1\n").splitlines().index("weight = -1")
    assert ran.error["place"].endswith(f"bad.toml:{line}")
    assert "rules.1.weight" in ran.error["fault"]


RELATIONS = [
    ("a,b,kind\np1,p99,competitor\n", "intake.person_unknown"),
    ("a,b,kind\np1,p1,competitor\n", "intake.relation_self"),
    ("a,b,kind\np1,p2,enemies\n", "intake.relation_kind"),
    ("a,b,kind,must\np1,p2,competitor,perhaps\n", "intake.relation_must"),
    ("a,b\np1,p2\n", "intake.columns_absent"),
]


@pytest.mark.parametrize(("text", "code"), RELATIONS)
def test_relations_that_cannot_be_read(text: str, code: str, folder: Path, run: Run) -> None:
    (folder / "relations.csv").write_text(text, encoding="utf-8")
    ran = run(
        *("compose", folder / "people.csv", "--programme", folder / "programme.toml"),
        *("--relations", folder / "relations.csv", "--json"),
    )
    assert (ran.code, ran.error["code"]) == (2, code)


def test_every_bad_row_of_the_relations_is_named(folder: Path, run: Run) -> None:
    (folder / "relations.csv").write_text("a,b,kind\np1,x,met\ny,p2,met\n", encoding="utf-8")
    ran = run(
        *("compose", folder / "people.csv", "--programme", folder / "programme.toml"),
        *("--relations", folder / "relations.csv", "--language", "nl"),
    )
    assert "relations.csv:2" in ran.err
    assert "relations.csv:3" in ran.err


def test_thousands_of_bad_rows_are_counted(folder: Path, run: Run) -> None:
    rows = "".join(f"x{i},y{i},met\n" for i in range(3000))
    (folder / "relations.csv").write_text(f"a,b,kind\n{rows}", encoding="utf-8")
    command = (
        *("compose", folder / "people.csv", "--programme", folder / "programme.toml"),
        *("--relations", folder / "relations.csv"),
    )
    told = run(*command, "--language", "nl").err.splitlines()
    assert len(told) == 41
    assert "5.960" in told[-1]  # both of each pair are nobody: 2 × 3,000 - 40
    assert len(json.loads(run(*command, "--json").out)["errors"]) == 6000


def test_competitors_who_must_sit_together(folder: Path, run: Run) -> None:
    (folder / "relations.csv").write_text(
        "a,b,kind\np1,p2,together\np2,p3,together\np1,p3,competitor\n", encoding="utf-8"
    )
    command = (
        *("compose", folder / "people.csv", "--programme", folder / "programme.toml"),
        *("--relations", folder / "relations.csv", "--out", folder / "out"),
    )
    ran = run(*command, "--json")
    assert (ran.code, ran.error["code"]) == (3, "compose.apart_and_together")
    assert "Bedrijf 1" in ran.error["fault"]
    assert "Bedrijf 3" in ran.error["fault"]
    assert "Bedrijf 2" not in ran.error["fault"]
    assert not (folder / "out").exists()


def test_pins_that_crowd_a_group(folder: Path, run: Run) -> None:
    pins = "".join(f'[[rules]]\nrule = "pin"\nperson = "p{i}"\ngroup = 1\n' for i in range(1, 8))
    (folder / "pins.toml").write_text(PROGRAMME + pins, encoding="utf-8")
    ran = run("compose", folder / "people.csv", "--programme", folder / "pins.toml", "--json")
    assert (ran.code, ran.error["code"]) == (3, "compose.pins_crowd")


def test_pins_and_rivals_that_cannot_both_be(folder: Path, run: Run) -> None:
    """Found by no look beforehand: two rivals pinned in one group."""
    pins = "".join(f'[[rules]]\nrule = "pin"\nperson = "p{i}"\ngroup = 1\n' for i in (1, 2, 5))
    (folder / "pins.toml").write_text(PROGRAMME + MUSTS + pins, encoding="utf-8")
    (folder / "relations.csv").write_text(
        "a,b,kind\np1,p2,competitor\np3,p4,competitor\n", encoding="utf-8"
    )
    ran = run(
        *("compose", folder / "people.csv", "--programme", folder / "pins.toml"),
        *("--relations", folder / "relations.csv", "--out", folder / "out", "--json"),
    )
    assert (ran.code, ran.error["code"]) == (3, "compose.clash")
    fault = ran.error["fault"]
    assert "Bedrijf 1" in fault
    assert "Bedrijf 2" in fault
    for uninvolved in ("Bedrijf 3", "Bedrijf 4", "p5"):
        assert uninvolved not in fault
    assert not (folder / "out").exists()
