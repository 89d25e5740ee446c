"""The pages: their addresses, in the order of an organiser's work, and what draws them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from cohorts.pages.here import Here
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.has_circles import has_circles
from cohorts.rounds.roles import ORGANISERS, READERS, Role
from cohorts.store.keys import RoundKey
from cohorts.store.store import Store


@dataclass(frozen=True)
class Leaf:
    """One page. ``path``: its address; ``room``: the package of ``cohorts.pages`` that draws it.

    Its words stand in ``words/*/page_<room>.toml``, its name in ``shell.room_<room>``.
    ``of_round``: its address names a round. ``makes``: the object of a round that it
    works on; empty: it is no step in the line at the head. ``done_by``: this step is
    done once one of these objects stands. ``seen_by``: to whom in the round it is there;
    ``acted_by``: who of them changes something on it. ``where``: in which rounds it stands at the
    head; None: in all.
    """

    path: str
    room: str
    of_round: bool = True
    makes: str = ""
    done_by: tuple[str, ...] = ()
    seen_by: frozenset[Role] = READERS
    acted_by: frozenset[Role] = ORGANISERS
    where: Callable[[Store, Actor, RoundKey], bool] | None = None

    @property
    def draw(self) -> Callable[[Here], None]:
        """What draws it, imported when first looked at."""
        drawn: Callable[[Here], None] = import_module(f"cohorts.pages.{self.room}").draw
        return drawn


CHAIRS = frozenset({Role.CHAIR})
"""The chair and each deputy."""
MEETS = CHAIRS | ORGANISERS
"""Who leads a meeting."""
LEAVES: tuple[Leaf, ...] = (
    Leaf("rondes", "rounds", of_round=False),
    Leaf("wat-nu", "now"),
    Leaf("aanmeldingen", "applicants", makes="people", done_by=("people",)),
    Leaf("wie-mag-mee", "eligible"),
    Leaf("commissie", "committee"),
    Leaf("samenstellen", "composing", makes="asked", done_by=("proposals",)),
    Leaf("voorstellen", "proposals", makes="proposals", done_by=("board", "decision")),
    Leaf("bord", "board", makes="board", done_by=("board",)),
    Leaf("besluit", "decision", makes="decision", done_by=("decision",)),
    Leaf("vergaderen", "meeting", seen_by=MEETS, acted_by=MEETS),
    Leaf("voorzitter", "chair", seen_by=CHAIRS, acted_by=CHAIRS),
    Leaf("bellijst", "calls"),
    Leaf("zoek", "find"),
    Leaf("wijzigingen", "changes"),
    Leaf("wie-wacht", "waiting", where=has_circles),
    Leaf("brieven", "post"),
    Leaf("privacy", "privacy"),
    Leaf("controle", "audit", acted_by=frozenset({Role.AUDITOR})),
)
"""Coaches come between these, each as one line more."""
LEAF: dict[str, Leaf] = {leaf.room: leaf for leaf in LEAVES}
STEPS: tuple[Leaf, ...] = tuple(leaf for leaf in LEAVES if leaf.makes)
FIRST = LEAF["rounds"]
"""Where one comes without an address."""
