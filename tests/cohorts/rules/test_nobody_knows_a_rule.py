"""What a rule is, it says itself: nobody outside its folder asks what it is called."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from cohorts.rules import rules

COHORTS = Path(__file__).parents[3] / "cohorts"
THEN = COHORTS / "record" / "first_release.py"
"""What a release meant by its rules is history, and names them."""
OTHERS = sorted(p for p in COHORTS.rglob("*.py") if p.parent.name != "rules" and p != THEN)
FILES = {f"cohorts.rules.{name}" for name in rules()}
KINDS = {kind.__name__ for kind in rules().values()}
NAMES = set(rules())


def named(tree: ast.AST) -> set[str]:
    """Rules whose files are imported, whose kinds are asked for, whose names are compared with."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in FILES:
            found.add(node.module)
        elif isinstance(node, ast.Compare) and ".rule" in ast.unparse(node.left):
            found |= NAMES & {n.value for n in ast.walk(node) if isinstance(n, ast.Constant)}
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "isinstance":
            found |= KINDS & {n.id for n in ast.walk(node.args[1]) if isinstance(n, ast.Name)}
    return found


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: str(path.relative_to(COHORTS)))
def test_nobody_outside_the_folder_names_a_rule(path: Path) -> None:
    assert not named(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "asked",
    [
        "from cohorts.rules.pin import Pin",
        "rule.rule == 'comparable'",
        "rule.rule in ('merit', 'stay')",
        "isinstance(rule, Quota)",
        "isinstance(rule, KeepApart | FamilyApart)",
    ],
)
def test_it_would_be_noticed(asked: str) -> None:
    assert named(ast.parse(asked))
