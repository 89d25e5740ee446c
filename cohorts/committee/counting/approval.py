"""Yes-votes: whom the largest share of those who judged them wants."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import ClassVar

from typing_extensions import override

from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.highest_first import highest_first
from cohorts.committee.counting.yes_rule import YesRule
from cohorts.committee.votes import Ballot, Election
from cohorts.words.texts import texts


class Approval(YesRule):
    """The share of yes of all who said yes or no; who may not judge somebody takes nothing away."""

    TITLE = texts(nl="Ja-stemmen", en="Yes-votes")
    ABOUT = texts(
        nl="Ieder zegt van elke kandidaat ja of nee. Wie het grootste deel ja kreeg van wie over "
        "die kandidaat stemde, gaat voor. Wie niets zegt, telt bij die kandidaat niet mee.",
        en="Everyone says yes or no to each candidate. Who got the largest share of yes from those "
        "who voted on that candidate goes first. Who says nothing is not counted there.",
    )
    WHEN = texts(
        nl="Eenvoudig en snel, en iedereen begrijpt het. Een meerderheid die hetzelfde wil, kan "
        "alle plaatsen vullen.",
        en="Simple and quick, and everyone understands it. A majority of one mind can fill every "
        "place.",
    )
    PAPER = "S. J. Brams, P. C. Fishburn, Approval Voting (1978), Am. Pol. Sci. Rev. 72"
    AS_SHARE: ClassVar = True

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        # whole numbers in the proportions of the powers: sums of fractions take most of the time
        unit = lcm(*(ballot.weight.denominator for ballot in election.ballots))
        cast = [(int(ballot.power * unit), ballot) for ballot in election.ballots]
        return highest_first({c: _share(cast, c) for c in election.candidates}, seats, seed)


def _share(cast: Sequence[tuple[int, Ballot]], candidate: str) -> Fraction:
    """The part of yes of what was said; 0 where nothing was. ``cast``: powers and ballots."""
    heard = [(power, v) for power, b in cast if (v := b.value(candidate)) is not None]
    judged = sum(power for power, _ in heard)
    yes = sum(power for power, value in heard if value)
    return Fraction(yes, judged) if judged else Fraction(0)
