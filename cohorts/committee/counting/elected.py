"""What a rule makes of an election."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

Facts = Mapping[str, object]


@dataclass(frozen=True)
class Drawn:
    """A lot: ``among`` stood equal, in the order of their lots; the first ``taken`` went on.

    ``decisive``: it settled who has a seat, and not only who is named first. ``of_sets``: equal
    sets of people were drawn; then ``among`` are in some of these sets and not in all, first those
    of the drawn set, and not any ``taken`` of them could have gone on.
    """

    among: tuple[str, ...]
    taken: int
    decisive: bool
    of_sets: bool = False


@dataclass(frozen=True)
class Step:
    """What happened next in the count: ``code`` is the key of its sentence, ``facts`` fill it."""

    code: str
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True)
class Elected:
    """``chosen`` and then ``left``: everybody, from who comes first; equals by their lots.

    ``standing``: what each stands at, higher is better; empty where a rule chooses people as a
    whole and nobody has a figure of their own. ``below_quorum``: who too few judged to be chosen.
    ``uncounted``: of whom there are judgements enough, where the rule cannot count them; nobody is
    chosen then. ``proven``: False where the work it may take ran out before it was certain that
    nothing is better; a step then says so. Fewer may be chosen than there are seats; a step says
    that too.
    """

    seats: int
    chosen: tuple[str, ...]
    left: tuple[str, ...]
    standing: Mapping[str, Fraction] = field(default_factory=dict)
    drawn: tuple[Drawn, ...] = ()
    steps: tuple[Step, ...] = ()
    below_quorum: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    proven: bool = True

    @property
    def real_ties(self) -> tuple[Drawn, ...]:
        """The lots that settled who has a seat."""
        return tuple(drawn for drawn in self.drawn if drawn.decisive)

    def called(self, names: Mapping[str, str]) -> Elected:
        """The same with every candidate called otherwise; also in what the steps say of them."""

        def several(candidates: tuple[str, ...]) -> tuple[str, ...]:
            return tuple(names[c] for c in candidates)

        return replace(
            self,
            chosen=several(self.chosen),
            left=several(self.left),
            standing={names[c]: value for c, value in self.standing.items()},
            drawn=tuple(replace(one, among=several(one.among)) for one in self.drawn),
            steps=tuple(
                Step(one.code, {k: _called(v, names) for k, v in one.facts.items()})
                for one in self.steps
            ),
            below_quorum=several(self.below_quorum),
            uncounted=several(self.uncounted),
        )


def _called(fact: object, names: Mapping[str, str]) -> object:
    if isinstance(fact, str):
        return names.get(fact, fact)
    return tuple(_called(part, names) for part in fact) if isinstance(fact, tuple) else fact
