"""Everything there is to know is on a page: commands, rules, fields, files, rooms, numbers."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
import typer

from cohorts.cli.app import BROKEN, STOPPED, WRONG_INPUT, app
from cohorts.conditions import conditions
from cohorts.errors import CohortsError, InputError, NoCompositionError, RefusedError, StoppedError
from cohorts.intake.files.any_file import MOST_BYTES
from cohorts.intake.limits import MOST_COLUMNS, MOST_ROWS
from cohorts.people.applicant import FIELD_NAMES
from cohorts.people.relation import RelationKind
from cohorts.programme.catalogue import catalogue
from cohorts.programme.programme import presets
from cohorts.record.document import ProposalDocument
from cohorts.reports.write import FILES
from cohorts.round.room import RoomMode
from cohorts.rules import rules
from cohorts.rules.questions_alike import DENSE, NEAREST
from solver.pricing import POINT, SAMPLES
from solver.solve import SMALL
from tests.docs.examples import commands
from tests.docs.pages import ROOT, Page, all_pages

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
COMMANDS = Page("docs/reference/commands.md").text
RULES = Page("docs/reference/rules.md").text
PROGRAMMES = Page("docs/reference/programmes.md").text
OWN_PROGRAMME = Page("docs/how-to/make-your-own-programme.md").text
FORMATS = Page("docs/reference/files.md").text
HOUSE = Page("docs/explanation/architecture.md").text
COMPOSING = Page("docs/explanation/how-composing-works.md").text
PROGRAM = typer.main.get_command(app)
NAMES: tuple[str, ...] = tuple(PROGRAM.commands)  # type: ignore[attr-defined]  # it is a group


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_on_its_page_with_every_option(name: str) -> None:
    section = COMMANDS.split(f"\n## cohorts {name}")[1].split("\n## ")[0]
    for parameter in PROGRAM.commands[name].params:  # type: ignore[attr-defined]  # it is a group
        named = parameter.metavar if parameter.param_type_name == "argument" else parameter.opts[0]
        assert f"`{named}" in section


@pytest.mark.parametrize("name", NAMES)
def test_every_command_is_shown_in_an_example(name: str) -> None:
    blocks = [b for page in all_pages() for b in page.blocks if b.language == "bash"]
    assert any(words[:2] == ["cohorts", name] for b in blocks for words in commands(b))


@pytest.mark.parametrize("name", rules())
def test_every_rule_is_on_its_page_with_every_field(name: str) -> None:
    section = RULES.split(f"\n## {name}\n")[1].split("\n## ")[0]
    fields = set(rules()[name].model_fields) - {"rule"}
    assert fields == set(re.findall(r"^\| `(\w+)` ", section, re.MULTILINE))


ENOUGH = 20
SERVING = {"cli", "pages"}


def test_every_programme_is_on_its_page() -> None:
    assert all(f"\n## {name}\n" in PROGRAMMES for name in presets())
    assert all(mode.value in OWN_PROGRAMME for mode in RoomMode)


@pytest.mark.parametrize("name", conditions())
def test_every_condition_is_on_its_page_with_every_field(name: str) -> None:
    section = PROGRAMMES.split(f"\n### {name}\n")[1].split("\n### ")[0]
    shared = PROGRAMMES.split("\n## The conditions\n")[1].split("\n### ")[0]
    fields = set(re.findall(r"^\| `(\w+)` ", section + shared, re.MULTILINE))
    assert fields == set(conditions()[name].model_fields)


def test_every_field_of_an_applicant_is_documented() -> None:
    section = FORMATS.split("\n## Fields\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(FIELD_NAMES)


def test_every_file_and_kind_and_field_of_a_proposal_is_documented() -> None:
    assert all(f"`{file}`" in FORMATS for file in FILES)
    assert all(f"`{kind.value}`" in FORMATS for kind in RelationKind)
    section = FORMATS.split("\n### proposal.json\n")[1].split("\n## ")[0]
    assert [name for name in ProposalDocument.model_fields if f"`{name}" not in section] == []
    for limit in (f"{MOST_BYTES // 1_000_000} MB", f"{MOST_COLUMNS:,} col", f"{MOST_ROWS:,} rows"):
        assert limit in FORMATS


def test_every_exit_code_is_documented() -> None:
    section = FORMATS.split("\n## Exit codes\n")[1]
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)}
    errors = (CohortsError, InputError, NoCompositionError, RefusedError, StoppedError)
    assert codes == {0, 1, WRONG_INPUT, STOPPED, BROKEN, *(error.exit_code for error in errors)}


@pytest.mark.parametrize("package", ["cohorts", "cohorts/intake", "solver"])
def test_every_room_is_in_the_house(package: str) -> None:
    name = Path(package).name
    section = HOUSE.split(f"\n## The rooms of {name}\n")[1].split("\n## ")[0]
    cells = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    named = [name for cell in cells for name in re.findall(r"`([\w/]+)`", cell)]
    assert sorted(named) == sorted(rooms(ROOT / package))


def rooms(package: Path) -> list[str]:
    """The modules of a package, and its folders with a stroke behind them."""
    folders = [f"{f.parent.name}/" for f in package.glob("*/__init__.py")]
    return [*folders, *(f.stem for f in package.glob("*.py") if f.stem != "__init__")]


def test_the_arrows_of_the_house_are_those_that_are_held() -> None:
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    held = [
        [[room.split(".")[-1] for room in layer.split(" | ")] for layer in contract["layers"]]
        for contract in contracts
        if contract["type"] == "layers"
    ]
    block = next(b for b in Page("docs/explanation/architecture.md").blocks if b.language == "text")
    drawn = [
        [sorted(room.strip() for room in layer.split(",")) for layer in chain.split("→")]
        for chain in re.sub(r"\n +→", " →", block.body).splitlines()
    ]
    assert sorted(drawn) == sorted([[sorted(layer) for layer in chain] for chain in held])


def test_what_to_open_is_there() -> None:
    section = HOUSE.split("\n## To change …, open …\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.+) \|$", section, re.MULTILINE)[1:]
    assert len({what for what, _ in rows}) == len(rows) >= ENOUGH
    named = [path for _, where in rows for path in re.findall(r"`([\w/]+\.[\w.]+)`", where)]
    assert [path for path in named if not (ROOT / path).is_file()] == []
    assert all("`" in where for _, where in rows)


def test_every_file_that_the_house_names_is_there() -> None:
    """Wherever on the page; X stands for the name of a term."""
    named = set(re.findall(r"`((?:cohorts|solver|tests|docs)/[\w/.]+)`", HOUSE))
    assert [p for p in sorted(named) if "X" not in p and not (ROOT / p).exists()] == []


def test_one_word_names_one_room() -> None:
    """But for commands and pages, named after what they serve, and the statements of a term."""
    rooms_ = Counter(
        file.stem
        for package in ("cohorts", "solver")
        for file in (ROOT / package).rglob("*.py")
        if file.stem != "__init__" and not SERVING.intersection(file.relative_to(ROOT).parts)
    )
    terms = {file.stem for file in (ROOT / "solver" / "terms").glob("*.py")}
    assert sorted(n for n, often in rooms_.items() if often > 1 and n not in terms) == ["errors"]


def test_the_numbers_in_the_explanation_are_those_of_the_code() -> None:
    words = {9: "nine"}
    assert f"{words[SMALL]} people or fewer" in COMPOSING
    assert f"over {SAMPLES} groupings drawn at random" in COMPOSING
    assert f"Up to {words[SMALL]} people" in decision(12)
    assert f"Above {DENSE:,} applicants only the {NEAREST} nearest" in decision(9)
    assert f"units of 1/{POINT:,} of a point" in decision(11)


def decision(number: int) -> str:
    """The text of a decision, on one line."""
    (file,) = (ROOT / "docs" / "decisions").glob(f"{number:02}-*.md")
    return " ".join(file.read_text("utf-8").split())


def test_this_version_is_in_the_changelog() -> None:
    assert f"\n## {PROJECT['project']['version']}" in Page("CHANGELOG.md").text


@pytest.mark.parametrize("name", ["README.md", "docs/tutorial/first-round.md"])
def test_the_wheel_that_is_named_is_of_this_version(name: str) -> None:
    """Named as a file: what has our name where packages are given away is of others."""
    text = Page(name).text
    named = re.findall(r"cohorts-([\d.]+)-py3-none-any\.whl", text)
    assert set(named) == {PROJECT["project"]["version"]}
    assert not re.search(r'install "?cohorts\b(?!-)', text)


def test_every_programme_and_practice_has_a_line() -> None:
    lines = Page("docs/explanation/domain-lines.md").text
    assert [name for name in presets() if f"\n| `{name}` |" not in lines] == []
    assert [entry.name for entry in catalogue() if f"| `{entry.name}` |" not in lines] == []


def test_what_serves_a_line_exists() -> None:
    """A name in the last column is a rule, a condition, a command, an option or a word of ours."""
    # below it stand values of presets, by their paths
    lines = Page("docs/explanation/domain-lines.md").text.split("\n## Where each value")[0]
    known = {*rules(), *conditions(), *FIELD_NAMES, *(f"cohorts {name}" for name in NAMES)}
    known |= {*presets(), *(entry.name for entry in catalogue())}
    known |= {p for c in PROGRAM.commands.values() for o in c.params for p in o.opts}  # type: ignore[attr-defined]  # it is a group
    named = set(re.findall(r"`([^`]+)`", lines))
    files = {"relations.csv", "proposal.json", "referrals", "[words]", "[buddies]"}
    files.add("cohorts/programme/referrals/")
    own = {"[individual]", "as many as possible", "punt", "together"}
    counts = {name for name in named if re.fullmatch(r"(exactly|at most) \d+", name)}
    known |= {"cohorts compose --previous"}
    assert sorted(named - known - files - own - counts) == []
