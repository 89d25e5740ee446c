"""The single transferable vote, by the rules of Scottish local elections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar, Literal

from typing_extensions import override

from cohorts.committee.counting.as_orders import Order, as_orders
from cohorts.committee.counting.counting_rule import CountingRule
from cohorts.committee.counting.elected import Drawn, Elected, Step
from cohorts.committee.counting.paper_piles import piled
from cohorts.committee.counting.scottish_count import ScottishCount
from cohorts.committee.votes import Asked, Election
from cohorts.committee.votes.heard import heard
from cohorts.errors import Problem, UncountableError
from cohorts.words.texts import texts

NAMED = 10


class SingleTransferableVote(CountingRule):
    """Weighted inclusive Gregory, to five decimals, the rest ignored; a lot where never unequal.

    The Order knows no equals on a paper, and there a paper ends where two stand equal or a number
    is left out. Scores are full of equals, and who may not judge somebody leaves a gap; so here
    only the order counts. ``equals`` is ``split`` (half a vote for a then b and half for b then a,
    as C. H. E. Warren has it in Voting matters 7, 1996) or ``refuse``; the half that was with a
    goes on to b, before anybody whom the voter put lower. A whole weight counts as so many papers.

    Silence cannot be without effect here: a paper counts for the quota, and never goes to whom it
    has no place for. Steps say on how many papers equals shared, and who had voters with an
    interest. Who is not chosen stands in the order of dropping out, the last to do so first.
    """

    TITLE = texts(nl="Overdraagbare stem", en="Single transferable vote")
    ABOUT = texts(
        nl="Ieder zet de kandidaten op volgorde en heeft één stem. Wie genoeg stemmen heeft, is "
        "gekozen; wat over is gaat naar de volgende keus. Anders valt de laagste af. Wie twee "
        "gelijk zet, geeft elk een half. Wie iemand geen plaats gaf, geeft die nooit een stem.",
        en="Everyone puts the candidates in order and has one vote. Who has enough votes is "
        "elected; what is left over goes to the next choice. Else the lowest drops out. Who puts "
        "two equal gives each a half. Who gave somebody no place never gives them a vote.",
    )
    WHEN = texts(
        nl="Goed als elke groep gelijkgezinden naar grootte plaatsen moet krijgen. Hoger zetten "
        "kan iemand soms schaden. Een stemmer met een belang kost een kandidaat hier een stem; "
        "komt dat veel voor, kies dan een andere regel.",
        en="Good where every group of one mind should get places by its size. Placing somebody "
        "higher may at times harm them. A voter with an interest costs a candidate a vote here; "
        "where that is common, choose another rule.",
    )
    NEXT = texts(
        nl="Wie niet gekozen is, staat op volgorde van afvallen: wie het langst meedeed eerst. Met "
        "één plaats meer kan de uitslag anders zijn.",
        en="Who is not chosen stands in the order of dropping out: who stayed longest comes first. "
        "With one place more the outcome may be another.",
    )
    PAPER = "Scottish Local Government Elections Order 2007 (SSI 2007/42), Schedule 1, rules 46–52"
    ASKS: ClassVar = frozenset({Asked.ORDER, Asked.SCORES})
    EFFORT: ClassVar = 6

    equals: Literal["split", "refuse"] = "split"

    @property
    @override
    def interest_lowers(self) -> bool:
        return True

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        orders = list(as_orders(election))
        self._check(orders)
        papers = piled((order.tiers, int(order.power)) for order in orders)
        count = ScottishCount(papers, election.candidates, seats, seed)
        chosen = tuple(count.elected)
        left = (*count.never, *reversed(count.excluded))
        drawn = tuple(_decided(draw, set(chosen)) for draw in count.draws)
        steps = (*_told(orders, election), *count.steps)
        return Elected(seats, chosen, left, drawn=drawn, steps=steps)

    def _check(self, orders: list[Order]) -> None:
        """Raises UncountableError for weights that are not whole, and for equals where refused."""
        parts = tuple(o.ballot.voter for o in orders if o.power.denominator > 1)
        if parts:
            facts: dict[str, object] = {"voters": parts[:NAMED]}
            raise UncountableError(Problem("count_steps.whole_weights", "--weights", facts))
        equal = tuple(o.ballot.voter for o in orders if any(len(t) > 1 for t in o.tiers))
        if equal and self.equals == "refuse":
            raise UncountableError(
                Problem("count_steps.equals_refused", "", {"voters": equal[:NAMED]})
            )


def _told(orders: Sequence[Order], election: Election) -> Iterator[Step]:
    """What the Order does not know or cannot do: equals on a paper, and voters with an interest."""
    if shared := sum(int(o.power) for o in orders if any(len(tier) > 1 for tier in o.tiers)):
        yield Step("count_steps.single_transferable_vote_shared", {"papers": shared})
    of = [c for c in election.candidates if heard(election, c).recused]
    if of:
        yield Step("count_steps.single_transferable_vote_recused", {"who": tuple(of)})


def _decided(draw: Drawn, chosen: set[str]) -> Drawn:
    """Decisive where one of these equals was chosen and another was not."""
    return replace(draw, decisive=bool(chosen & {*draw.among}) and not chosen >= {*draw.among})
