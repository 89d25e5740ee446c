"""Satisfaction approval: each voter has one vote, divided over all whom that voter wants."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction

from typing_extensions import override

from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.heard_first import heard_first
from cohorts.committee.counting.wishes import judged, wishes
from cohorts.committee.counting.yes_rule import YesRule
from cohorts.committee.votes import Election
from cohorts.words.texts import texts


class SatisfactionApproval(YesRule):
    """Σ 1/|yes| over who said yes, divided by the power of who said yes or no.

    Without silence everybody is divided by the same, and the order is that of the paper.
    """

    TITLE = texts(nl="Eén stem, verdeeld", en="One vote, divided")
    ABOUT = texts(
        nl="Ieder zegt ja of nee en heeft één stem. Die wordt gelijk verdeeld over allen die een "
        "ja kregen. Wie over een kandidaat niets zegt, telt bij die kandidaat niet mee.",
        en="Everyone says yes or no and has one vote. It is divided equally over all who got a "
        "yes. Who says nothing of a candidate is not counted there.",
    )
    WHEN = texts(
        nl="Wanneer een lange lijst met ja niet zwaarder mag wegen dan een korte. Wie maar één "
        "kandidaat noemt, geeft die de hele stem; spreek daarom af hoeveel ieder noemt.",
        en="When a long list of yes must not weigh more than a short one. Who names only one "
        "candidate gives the whole vote; so agree on how many everyone names.",
    )
    PAPER = "S. J. Brams, D. M. Kilgour, Satisfaction Approval Voting (2014), Springer"

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        got: dict[str, Fraction] = defaultdict(Fraction)
        for wish in wishes(election):
            for name in wish.names:
                got[name] += wish.power / len(wish.names)
        could = judged(election)
        standing = {c: got[c] / could[c] if could[c] else None for c in election.candidates}
        return heard_first(standing, seats, seed)
