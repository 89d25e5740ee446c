"""Rounds that are kept, by command: what is printed, what is refused, and with which code."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cohorts.rounds.accounts.first_account import administrator_of
from cohorts.rounds.accounts.logged_in import who
from cohorts.rounds.accounts.spend_link import spend_link
from cohorts.store.place import url_of_file
from cohorts.store.store import opened
from cohorts.words import Language, say
from tests.cohorts.cli.run import Run


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where rounds are kept."""
    file = tmp_path / "kept" / "rounds.sqlite"
    monkeypatch.setenv("COHORTS_DATABASE_URL", url_of_file(file))
    monkeypatch.chdir(tmp_path)
    return file


Told = Callable[..., tuple[str, str]]


@pytest.fixture
def told(run: Run) -> Told:
    """Runs a command; gives what it printed, for the reader and for whoever watches."""

    def told(*words: str, code: int = 0) -> tuple[str, str]:
        ran = run(*words, "--language", "nl")
        assert ran.code == code, ran.err
        return ran.out, ran.err

    return told


def test_the_first_command_makes_the_administrator_and_says_so(told: Told) -> None:
    out, err = told("round", "new", "Voorjaar")
    assert "Beheerder" in err
    assert "/wat-nu?language=nl&ronde=" in out
    assert told("round", "list")[1] == ""


@pytest.mark.parametrize("language", Language)
def test_the_command_that_the_door_names_gives_the_first_one_an_address(
    run: Run, place: Path, language: Language
) -> None:
    """What somebody reads who opens the pages from elsewhere before anybody could log in."""
    command = re.findall("‘cohorts (.+?)’", say("door.first_elsewhere_about", language))[0]
    ran = run(*command.split(), *([] if "--language" in command else ["--language", language]))
    assert ran.code == 0, ran.err
    store = opened(url_of_file(place))
    token = spend_link(store, ran.out.split("/enter/")[1].split("?")[0])
    assert who(store, token or "") == administrator_of(store) is not None
    store.close()


def test_a_personal_address_logs_in_who_it_is_for(told: Told, place: Path) -> None:
    told("round", "new", "Voorjaar")
    out, _ = told("people", "add", "Bert", "--round", "voorjaar", "--address", "https://x.nl/")
    address = out.split()[-1]
    assert address.startswith("https://x.nl/enter/")
    store = opened(url_of_file(place))
    login = spend_link(store, address.split("/")[-1].split("?")[0])
    assert login is not None
    actor = who(store, login)
    store.close()
    assert actor is not None
    assert actor.name == "Bert"


def test_a_round_goes_out_and_comes_back(told: Told) -> None:
    told("round", "new", "Voorjaar")
    told("round", "export", "Voorjaar", "--out", "r.zip")
    told("round", "import", "r.zip")
    (head,) = json.loads(told("round", "list", "--json")[0])
    assert (head["name"], head["archived"]) == ("Voorjaar", False)
    Path("r.zip").write_bytes(b"PK")
    out, _ = told("round", "import", "r.zip", "--json", code=2)
    assert json.loads(out)["error"]["code"] == "zip.unreadable"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (2, ("round", "close", "x")),
        (2, ("round", "open")),
        (2, ("round", "open", "Zomer")),
        (2, ("round", "new", " ")),
        (2, ("round", "new", "Zomer", "--programme", "nope")),
        (2, ("round", "import", "nope.zip")),
        (2, ("round", "export", "Voorjaar", "--out", "/dev/null/r.zip")),
        (2, ("people", "greet", "Bert")),
        (2, ("people", "reset", "Bert")),
        (2, ("people", "add", "Beheerder")),
        (2, ("people", "add", "Bert", "--role", "auditor")),
        (2, ("people", "add", "Bert", "--role", "king")),
        (5, ("people", "revoke", "Beheerder")),
        (2, ("access", "a1")),
        (2, ("erase", "a1", "--yes")),
    ],
)
def test_what_cannot_be_is_said_with_its_code(
    told: Told, code: int, words: tuple[str, ...]
) -> None:
    told("round", "new", "Voorjaar")
    _, err = told(*words, code=code)
    assert err.count("\n") == 1
    assert len(err) > 20
