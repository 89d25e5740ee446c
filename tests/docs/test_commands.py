"""What the pages tell people to type elsewhere than here exists, and is what the Makefile does."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.docs.examples import commands
from tests.docs.pages import ROOT, Page, all_pages

README = Page("README.md")
TUTORIAL = Page("docs/tutorial/first-composition.md")
QUIET = {"--quiet", "--disable-pip-version-check"}
MAKEFILE = re.sub(r"\\\n\s*", "", (ROOT / "Makefile").read_text("utf-8"))


def recipe(target: str) -> list[list[str]]:
    """The commands of a target where no option is given, in words, without what only make needs."""
    line = r"(?:\t|ifdef|else|endif).*\n"
    found = re.search(rf"^{re.escape(target)}:.*\n((?:{line})*)", MAKEFILE, re.MULTILINE)
    assert found, target
    plain = (
        found[1]
        .rpartition("else\n")[2]
        .replace("endif\n", "")
        .replace("$(BIN)/", "")
        .replace("$(LANGUAGE)", "nl")
        .replace("$(PYTHON)", "py")
    )
    # where make keeps its rounds is of this folder: elsewhere they stand where the user's data do
    plain = re.sub(r"COHORTS_DATABASE_URL=\S+ ", "", plain)
    lines = [shlex.split(line.strip().removeprefix("@")) for line in plain.splitlines()]
    return [[word for word in words if word not in QUIET] for words in lines]


def on_windows() -> list[list[str]]:
    """The commands of the README for people without make, as they are elsewhere."""
    lines = [b.body for b in README.blocks if b.language == "powershell"]
    plain = "".join(lines).replace(".venv\\Scripts\\", "").replace("\\", "/")
    return [shlex.split(line) for line in plain.splitlines()]


def test_the_way_without_make_does_what_make_does() -> None:
    core, screen, dev = (installed(kind) for kind in ("core", "screen", "dev"))
    lint, warm, own = (recipe(target) for target in ("lint", "warm", "test"))
    # both before the tests, whichever comes first
    tests = [*lint, *warm, *(words for words in own if words[0] != "$(MAKE)")]
    assert own[0][-2:] == ["lint", "warm"]
    assert on_windows() == [*core, *recipe("demo"), *screen, *recipe("app"), *dev, *tests]


def installed(kind: str) -> list[list[str]]:
    """How the environment comes to hold it."""
    return [words for words in recipe(f".venv/{kind}") if words[0] in ("py", "python")]


def test_whatever_make_needs_is_there_or_is_made() -> None:
    """In a fresh clone: a name that nothing makes is told only by who runs it there."""
    rules = re.findall(r"^([\w./]+(?: [\w./]+)*):(?!=) *(.*)$", MAKEFILE, re.MULTILINE)
    made = {target for targets, _ in rules for target in targets.split()}
    needed = {one for targets, needs in rules if targets != ".PHONY" for one in needs.split()}
    assert {".venv/core", "requirements.lock"} <= needed
    there = {one for one in needed if (ROOT / one).is_file() and not one.startswith(".venv/")}
    assert needed - made - there == set()


def test_the_tutorial_does_what_the_demo_does() -> None:
    steps = [w for b in TUTORIAL.blocks if b.language == "bash" for w in commands(b)]
    english = [[w.replace("nl", "en") for w in words] for words in recipe("demo")]
    assert [words for words in steps if words[1] in ("compose", "check")] == english


@pytest.mark.parametrize("page", all_pages(), ids=str)
def test_what_is_named_of_make_and_python_exists(page: Page) -> None:
    typed = [w for b in page.blocks if b.language == "bash" for w in commands(b)]
    named = [shlex.split(text) for text in re.findall(r"`((?:make|python -m) [^`]+)`", page.prose)]
    for words in [*typed, *named]:
        if words[0] == "make":
            assert recipe(words[1])
        elif words[:2] == ["python", "-m"]:
            module = ROOT / words[2].replace(".", "/")
            assert module.with_suffix(".py").exists() or (module / "__main__.py").exists()


def test_every_command_names_its_language() -> None:
    """Else a page would show what another machine does not say."""
    blocks = [b for page in all_pages() for b in page.blocks if b.language == "bash"]
    typed = [words for b in blocks for words in commands(b) if words[0] == "cohorts"]
    assert [words for words in typed if "--language" not in words] == []
