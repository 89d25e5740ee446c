"""Each input is stated once, and comes in by every door: an input more is an entry more."""

from __future__ import annotations

from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from cohorts.cli.app import app
from cohorts.cli.inputs import Typed, takes
from cohorts.composing.fingerprint import fingerprint
from cohorts.composing.input import SETTINGS, Field, Input, Option
from cohorts.composing.inputs import INPUTS
from cohorts.composing.prepare import prepare
from cohorts.record.document import ProposalDocument, document
from cohorts.record.reopen import given_with
from cohorts.record.settings import settings_of
from cohorts.words import Language
from cohorts.words.sentences import sentences
from tests.cohorts.small_round import people, programme, small

COMMANDS: Any = typer.main.get_command(app)
WHOLE = ("compose", "check", "circles", "prices")
"""Commands that make a round; ``edit`` and ``report`` go by the settings of a proposal."""
COACHES = Input(
    option=Option("--coaches", "N", int),
    in_round=lambda round_: 3 if round_.n else 0,
    nothing=0,
    stated=f"{SETTINGS}coaches",
    form=int,
    field=Field.NUMBER,
    most=9,
)
"""An input that nobody has yet."""


@pytest.fixture
def one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(INPUTS, "coaches", COACHES)


def options(command: str) -> set[str]:
    return {flag for p in COMMANDS.commands[command].params for flag in p.opts}


@pytest.mark.parametrize("command", WHOLE)
def test_every_input_is_an_option_of_what_makes_a_round(command: str) -> None:
    assert {one.option.flag for one in INPUTS.values()} <= options(command)


@pytest.mark.parametrize("command", ["edit", "report"])
def test_every_file_is_an_option_of_what_goes_by_a_proposal(command: str) -> None:
    flags = {one.option.flag: one.is_file for one in INPUTS.values()}
    assert {flag for flag, is_file in flags.items() if is_file} == options(command) & flags.keys()


@pytest.mark.parametrize("language", list(Language))
def test_every_input_has_its_words(language: Language) -> None:
    for name, one in INPUTS.items():
        assert f"help.{one.option.name}" in sentences(language)
        if one.field is not Field.HIDDEN:
            end = "_title" if one.field is Field.UPLOAD else ""
            key = "smallest" if one.field is Field.RANGE else f"{name}{end}"
            assert f"page_composing.{key}" in sentences(language)


def test_what_a_proposal_states_comes_back_from_it() -> None:
    """Everything but what has to be given again: files that are only hashed."""
    stated = document(small().proposal, Language.NL)
    found = given_with({}, stated)
    assert found.keys() == {name for name, one in INPUTS.items() if one.stated}
    found["relations"] = small().relations
    round_ = prepare(small().people, small().programme, **found)
    assert fingerprint(round_, small().programme) == stated.input_sha256


def test_what_is_given_goes_before_what_is_stated() -> None:
    stated = document(small().proposal, Language.NL)
    found = given_with({"seed": 9, "groups": None}, stated)
    assert (found["seed"], found["groups"]) == (9, stated.settings["groups"])


@pytest.mark.usefixtures("one_more")
def test_one_more_is_an_option() -> None:
    seen: list[Any] = []

    def command(typed: Typed, loud: bool = False) -> None:
        seen.append((typed.values["coaches"], loud))

    alone = typer.Typer()
    alone.command()(takes(command))
    ran = CliRunner().invoke(alone, ["people.csv", "--programme", "x", "--coaches", "4", "--loud"])
    assert ran.exit_code == 0, ran.output
    assert seen == [(4, True)]


def test_one_more_is_in_the_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """And where it says nothing, the hash of before comes out."""
    round_ = prepare(people(), programme())
    before = fingerprint(round_, programme())
    monkeypatch.setitem(INPUTS, "coaches", COACHES)
    assert fingerprint(round_, programme()) != before
    silent = Input(option=COACHES.option, in_round=lambda _: 0, nothing=0)
    monkeypatch.setitem(INPUTS, "coaches", silent)
    assert fingerprint(round_, programme()) == before


@pytest.mark.usefixtures("one_more")
def test_one_more_is_in_the_document_and_comes_back_from_it() -> None:
    assert settings_of(small().proposal.round)["coaches"] == 3
    content = document(small().proposal, Language.NL).model_dump(mode="json")
    stated = ProposalDocument.model_validate(content)
    assert stated.settings["coaches"] == 3
    assert dict(given_with({}, stated))["coaches"] == 3
