"""What is kept of a proposal."""

from __future__ import annotations

from cohorts.composing.inputs import INPUTS
from cohorts.rounds.proposing.kept_value import kept_value, with_names
from cohorts.rounds.proposing.renamed import renamed
from tests.cohorts.rounds.proposing.samples import composed


def test_every_file_beside_the_people_is_kept_with_it() -> None:
    made = composed("move2social")
    beside = {name for name, one in INPUTS.items() if one.is_file and not one.stated}
    assert set(kept_value(made)["given"]) == beside


def test_nobody_is_called_by_an_id() -> None:
    """Every name is replaced: those that are not known are gone, with what was said of them."""
    left = with_names(kept_value(composed("move2social")), lambda _: None)
    assert left["not_placed"] == []
    assert all(group["members"] == [] for group in left["groups"])
    assert left["given"] == {"relations": [], "merit": {}, "previous": None}


def test_names_are_replaced_where_they_stand_and_nowhere_else() -> None:
    value = {"a": [{"who": "p1", "said": "p1"}, {"who": "p2"}], "b": {"p1": 1, "p2": 2}, "c": None}
    known = {"p1": "k1"}
    new = renamed(value, ("a[].who", "b{}", "c[].who", "d{}"), known.get)
    assert new == {"a": [{"who": "k1", "said": "p1"}], "b": {"k1": 1}, "c": None}
