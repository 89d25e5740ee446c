"""Sequential Phragmén: seats one by one, each carried as evenly as can be by who wants them."""

from __future__ import annotations

from typing import ClassVar

from typing_extensions import override

from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.loads import Loads
from cohorts.committee.counting.seat_by_seat import SeatBySeat
from cohorts.committee.counting.wishes import prices, wishes
from cohorts.committee.counting.yes_rule import YesRule
from cohorts.committee.votes import Election
from cohorts.words.texts import texts


class Phragmen(YesRule):
    """A seat weighs 1 where everybody judged; see :func:`prices` for who said nothing.

    Where nobody is silent, ℓ of k seats' worth of voters that agree on ℓ see ℓ of their wishes in,
    together (PJR), with weights too. Lighter seats can break that: they fill all there are.
    """

    TITLE = texts(nl="Gelijk gedragen (Phragmén)", en="Carried equally (Phragmén)")
    ABOUT = texts(
        nl="Elke plaats weegt even zwaar, en wie de gekozene wil, draagt haar samen. Telkens gaat "
        "degene voor bij wie de dragers het minst te dragen krijgen. Hoe minder mensen over een "
        "kandidaat stemden, hoe lichter die plaats: wie niets zegt, neemt niets weg.",
        en="Every place weighs the same, and those who want the person carry it together. Each "
        "time the one goes first whose carriers then carry least. The fewer people voted on a "
        "candidate, the lighter that place: who says nothing takes nothing away.",
    )
    WHEN = texts(
        nl="Wanneer ook een groep met een eigen smaak haar deel moet krijgen, en de volgorde moet "
        "blijven als er een plaats bij komt. Dat deel is zeker waar iedereen over iedereen stemde.",
        en="When a group with a taste of its own must get its share too, and the order must stay "
        "if a place is added. That share is certain where everyone voted on everyone.",
    )
    PAPER = (
        "E. Phragmén (1894), Öfversigt af Kongliga Vetenskaps-Akademiens Förhandlingar 51; "
        "M. Brill, R. Freeman, S. Janson, M. Lackner, Phragmén's Voting Methods and Justified "
        "Representation (2017), AAAI"
    )
    EFFORT: ClassVar = 5

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        return _counting(election, seats, seed).outcome()

    @override
    def seated(self, election: Election, seats: int, seed: int) -> frozenset[str]:
        return _counting(election, seats, seed).seated()


def _counting(election: Election, seats: int, seed: int) -> SeatBySeat:
    wanted, costs = wishes(election), prices(election)
    return SeatBySeat(
        lambda: Loads(wanted, costs), election.candidates, seats, seed, wishes=len(wanted)
    )
