"""The single transferable vote, by the rules of Scottish local elections."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Literal

from typing_extensions import override

from cohorts.committee.counting.as_orders import Order, as_orders
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Drawn, Elected
from cohorts.committee.counting.paper_piles import piled
from cohorts.committee.counting.scottish_count import ScottishCount
from cohorts.committee.votes import Asked, Election
from cohorts.errors import InputError, Problem
from cohorts.words.texts import texts

NAMED = 10


class SingleTransferableVote(CountingRule):
    """Weighted inclusive Gregory, to five decimals, the rest ignored; a lot where never unequal.

    The Order knows no equals on a paper: ``equals`` is ``split`` (half a vote for a then b and half
    for b then a, as C. H. E. Warren has it in Voting matters 7, 1996) or ``refuse``. A whole weight
    counts as so many papers.
    """

    TITLE = texts(nl="Overdraagbare stem", en="Single transferable vote")
    ABOUT = texts(
        nl="Ieder zet de kandidaten op volgorde en heeft één stem. Wie genoeg stemmen heeft, is "
        "gekozen; wat over is gaat naar de volgende keus. Anders valt de laagste af. Wie iemand "
        "geen plaats gaf, geeft die nooit een stem.",
        en="Everyone puts the candidates in order and has one vote. Who has enough votes is "
        "elected; what is left over goes to the next choice. Else the lowest drops out. Who gave "
        "somebody no place never gives them a vote.",
    )
    WHEN = texts(
        nl="Goed als elke groep gelijkgezinden naar grootte plaatsen moet krijgen. Hoger zetten "
        "kan iemand soms schaden.",
        en="Good where every group of one mind should get places by its size. Placing somebody "
        "higher may at times harm them.",
    )
    PAPER = "Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 46–52"
    ASKS: ClassVar = frozenset({Asked.ORDER, Asked.SCORES})
    EFFORT: ClassVar = 6

    equals: Literal["split", "refuse"] = "split"

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        orders = list(as_orders(election))
        self._check(orders)
        papers = piled((order.tiers, int(order.power)) for order in orders)
        count = ScottishCount(papers, election.candidates, seats, seed)
        chosen = tuple(count.elected)
        left = (*count.never, *reversed(count.excluded))
        drawn = tuple(_decided(draw, set(chosen)) for draw in count.draws)
        return Elected(seats, chosen, left, drawn=drawn, steps=tuple(count.steps))

    def _check(self, orders: list[Order]) -> None:
        """Raises InputError for weights that are not whole, and for equals where refused."""
        parts = tuple(o.ballot.voter for o in orders if o.power.denominator > 1)
        if parts:
            facts: dict[str, object] = {"voters": parts[:NAMED]}
            raise InputError(Problem("count_steps.whole_weights", "--weights", facts))
        equal = tuple(o.ballot.voter for o in orders if any(len(t) > 1 for t in o.tiers))
        if equal and self.equals == "refuse":
            raise InputError(Problem("count_steps.equals_refused", "", {"voters": equal[:NAMED]}))


def _decided(draw: Drawn, chosen: set[str]) -> Drawn:
    """Decisive where one of these equals was chosen and another was not."""
    return replace(draw, decisive=bool(chosen & {*draw.among}) and not chosen >= {*draw.among})
