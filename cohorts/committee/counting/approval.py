"""Yes-votes: whom the largest share of those who judged them wants."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import ClassVar, Literal

from typing_extensions import override

from cohorts.committee.counting.elected import Elected
from cohorts.committee.counting.heard_first import heard_first
from cohorts.committee.counting.yes_rule import YesRule
from cohorts.committee.votes import Ballot, Election, Silence
from cohorts.words.texts import texts


class Approval(YesRule):
    """The share of yes; who may not judge somebody takes nothing away.

    ``out_of``: the share of all who said yes or no (``voted``), so that no silence is a no; or of
    all who could have (``could_vote``), so that only an interest is none.
    """

    TITLE = texts(nl="Ja-stemmen", en="Yes-votes")
    ABOUT = texts(
        nl="Ieder zegt van elke kandidaat ja of nee. Wie het grootste deel ja kreeg van wie over "
        "die kandidaat stemde, gaat voor. Wie niets zegt, telt bij die kandidaat niet mee.",
        en="Everyone says yes or no to each candidate. Who got the largest share of yes from those "
        "who voted on that candidate goes first. Who says nothing is not counted there.",
    )
    WHEN = texts(
        nl="Eenvoudig en snel, en iedereen begrijpt het. Een meerderheid die hetzelfde wil, kan "
        "alle plaatsen vullen. Stemde niet iedereen over iedereen, spreek dan een quorum af: één "
        "ja van één stemmer is 100%.",
        en="Simple and quick, and everyone understands it. A majority of one mind can fill every "
        "place. Where not everyone votes on everyone, agree on a quorum: one yes of one voter is "
        "100%.",
    )
    PAPER = "S. J. Brams, P. C. Fishburn, Approval Voting (1978), Am. Pol. Sci. Rev. 72"
    AS_SHARE: ClassVar = True
    MEANS: ClassVar = {
        **YesRule.MEANS,
        "out_of": texts(
            nl="met could_vote telt wie niets zegt als nee, behalve wie een belang heeft",
            en="with could_vote who says nothing counts as no, except who has an interest",
        ),
    }

    out_of: Literal["voted", "could_vote"] = "voted"

    @property
    @override
    def silence_lowers(self) -> bool:
        return self.out_of == "could_vote"

    @property
    @override
    def by_figure(self) -> bool:
        return self.out_of == "voted"

    @override
    def outcome(self, election: Election, seats: int, seed: int) -> Elected:
        # whole numbers in the proportions of the powers: sums of fractions take most of the time
        unit = lcm(*(ballot.weight.denominator for ballot in election.ballots))
        cast = [(int(ballot.power * unit), ballot) for ballot in election.ballots]
        return heard_first({c: self._share(cast, c) for c in election.candidates}, seats, seed)

    def _share(self, cast: Sequence[tuple[int, Ballot]], candidate: str) -> Fraction | None:
        """The part of yes; None where nobody judged. ``cast``: powers and ballots."""
        heard = [(power, v) for power, b in cast if (v := b.value(candidate)) is not None]
        if not heard:
            return None
        yes = sum(power for power, value in heard if value)
        if self.out_of == "voted":
            return Fraction(yes, sum(power for power, _ in heard))
        could = (power for power, b in cast if b.said[candidate] is not Silence.RECUSED)
        return Fraction(yes, sum(could))
