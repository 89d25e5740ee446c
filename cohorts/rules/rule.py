"""What every rule has: fields, demands, a measure and sentences.

A rule is what an organiser says. Its file's name is its name in TOML; adding a rule is adding a
file to this folder. Its four faces: ``docs/explanation/architecture.md``, how to add a rule.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Self

from cohorts.forms.field import UNSAID, Key, Said, described
from cohorts.geography.meeting_places import MeetingPlace
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair
from cohorts.people.spelling import same_in
from cohorts.people.stage import Stage
from cohorts.round.composition import Composition
from cohorts.round.finding import NO_AMOUNTS, Finding, GroupFinding
from cohorts.round.remark import Remark
from cohorts.round.round import Round
from cohorts.rules.demand import Demand, Level
from cohorts.rules.measuring import measured
from cohorts.rules.naming_values import NamingValues
from cohorts.rules.saying import Saying
from cohorts.rules.seated import Seated
from cohorts.rules.worked import Worked
from cohorts.words.texts import Texts, texts
from solver.terms import Term

__all__ = ["Demand", "Level", "Rule", "Texts", "described", "texts"]


class Rule(Saying, NamingValues):
    """The base of every rule: one sentence an organiser would say."""

    MENDED_BY_MORE: ClassVar[bool] = False
    """Whether a group that breaks it can meet it by taking in one more person."""
    OF_ANY_GROUP: ClassVar[bool] = True
    """Whether it says something of any people in any group: not of given people or given groups."""
    OF_FEW: ClassVar[bool] = True
    """Whether it says of two people, whoever else there is, how well they go together."""
    OF_HOW_ALIKE: ClassVar[bool] = True
    """Whether it says how well people go together; if not, it has a bar only where it is broken."""
    NEEDS_EACH: ClassVar[bool] = False
    """Whether it can say nothing where one of the fields it reads is empty; else any is enough."""
    OF_SQUARES: ClassVar[bool] = False
    """Whether its amounts are squared distances."""
    FURTHEST_FIRST: ClassVar[bool] = False
    """Whether the first two people of a finding are the two who are furthest apart."""
    OF_STANDING: ClassVar[bool] = False
    """Whether it counts the points that people stand at, not how well they go together."""
    TAKES: ClassVar[str] = ""
    """The fact by which a finding tells what the group took: ``theme``, ``place``, ``slots``."""
    TELLS: ClassVar[str] = ""
    """The fact by which a finding tells what the members have in common: ``theme``, ``subject``."""
    JOINS: ClassVar[frozenset[str]] = frozenset()
    """The verdicts whose sentence tells why the members sit together, not what is lacking."""
    JOINS_FEW: ClassVar[frozenset[str] | None] = None
    """The same of two or three people; None: as of a group."""
    OF_ALL: ClassVar[frozenset[str]] = frozenset()
    """The verdicts whose sentence says what all members have in common: never what is lacking."""
    OWN_WORDS: ClassVar[frozenset[str]] = frozenset()
    """The verdicts whose sentence quotes a word that members wrote, which others do not read."""
    DECIDES: ClassVar[frozenset[str]] = frozenset()
    """The verdicts whose sentence tells by what the members, and not others, have a place."""
    ALWAYS_TOLD: ClassVar[frozenset[str]] = frozenset()
    """Verdicts that a report tells of a group whatever else is worse in it."""
    HIDDEN_WITH: ClassVar[frozenset[str]] = frozenset()
    """With what it is hidden whatever it reads: the words of :mod:`cohorts.record.hide`."""
    RANKS: ClassVar[bool] = False
    """Whether it says who stands higher: what a programme may have decide before anything else."""
    WORKED: ClassVar[tuple[Worked, ...]] = ()
    """Examples of a few people, from which the docs compute what the rule finds."""

    rule: str = described(..., nl="naam van de regel", en="name of the rule", asked=False)
    key: Key = described(
        "",
        nl="eigen naam van deze regel in het programma; leeg: de naam van de regel",
        en="this rule's own name in the programme; empty: the name of the rule",
        asked=False,
    )
    level: Level = described(
        Level.SHOULD,
        nl="must: geldt altijd; should: telt mee",
        en="must: always holds; should: is weighed",
        asked=False,
    )
    weight: float = described(
        1.0,
        nl="gewicht van een wens",
        en="weight of a wish",
        asked=False,
        gt=0,
        le=1000,
        allow_inf_nan=False,
    )
    stage: Stage = described(
        Stage.REGISTER,
        nl="vanaf welke stap van de intake bekend is wat de regel leest",
        en="from which stage of the intake what the rule reads is known",
        asked=False,
    )
    reason: Said = described(
        UNSAID,
        nl="waarom deze regel er is, of de bron: één tekst, of een per taal",
        en="why, or the source: one text, or one per language",
        asked=False,
    )

    @property
    def is_must(self) -> bool:
        """Whether what it is called by must hold, and is not weighed."""
        return self.level is Level.MUST

    @property
    def likens(self) -> tuple[str, ...]:
        """Fields in which it wants the members of a group close together."""
        return ()

    def as_wish(self) -> Self:
        """The same rule of which nothing must hold, but for what single relations say."""
        return self.model_copy(update={"level": Level.SHOULD})

    @property
    def limits(self) -> tuple[str, ...] | None:
        """Fields of which one has to say how far, or it cannot be a must; None: it never is one."""
        return ()

    def as_must(self) -> Self:
        """The same rule as one that holds. Only where its ``limits`` allow that."""
        return self.model_copy(update={"level": Level.MUST})

    def weighing(self, weight: float) -> Self:
        """The same rule as a wish of this weight."""
        return self.model_copy(update={"level": Level.SHOULD, "weight": weight})

    @property
    def price_weight(self) -> float | None:
        """The weight of a demand of this rule: None for a must."""
        return None if self.level is Level.MUST else self.weight

    def demand(self, term: Term, people: float | None = None) -> Demand:
        """``term`` with this rule's weight: a must, a graded wish, or a wish per ``people``."""
        return Demand(term, self.price_weight, people)

    def needs(self) -> tuple[str, ...]:
        """The fields (or extra columns) of an applicant the rule reads."""
        return ()

    def knows(self, applicant: Applicant, field: str) -> bool:
        """Whether what stands in a field the rule reads is of any use to it."""
        return applicant.text(field) is not None

    def lacks(self, round_: Round) -> Mapping[str, tuple[str | float, ...]]:
        """Field → what somebody from outside may have to bring, that few or none here have."""
        del round_
        return {}

    @abstractmethod
    def demands(self, round_: Round) -> list[Demand]:
        """What the rule asks of the solver. Term names start with ``self.key``."""

    @classmethod
    def brought_by(cls, round_: Round, name: str, *, asked: bool) -> Iterable[Self]:
        """The rules of this kind that a round brings along; ``name``: what they are called.

        ``asked``: the programme has one of its own.
        """
        del round_, name, asked
        return ()

    def pairs_apart(self, round_: Round) -> Mapping[Pair, bool]:
        """Pairs it keeps out of one group → whether that is a must."""
        del round_
        return {}

    def musts_apart(self, round_: Round) -> Iterable[Pair]:
        """Those of them that are a must."""
        return (pair for pair, must in self.pairs_apart(round_).items() if must)

    def told_apart(self, round_: Round) -> Mapping[Pair, tuple[str, ...]]:
        """Those of them that a report tells of → by what relations; none where it may not say."""
        del round_
        return {}

    def asks(self, round_: Round) -> Iterable[Remark]:
        """What the organiser is asked about these people, in any composition of them."""
        del round_
        return ()

    def sets_together(self, round_: Round) -> Iterable[tuple[ApplicantId, ...]]:
        """Sets that must have a place together, or none of them."""
        del round_
        return ()

    @property
    def options_in(self) -> str:
        """The field of the people whose values a group can take; "": it lets them take none."""
        return ""

    def offers(self, round_: Round) -> Sequence[str]:
        """What a group can take, in the order of its numbers; equal for the same in any round."""
        return [same_in(self.options_in, v) for v in round_.values(self.options_in)]

    def fixed_seat(self, round_: Round) -> tuple[ApplicantId, int] | None:
        """Somebody and the group where they must sit. Raises InputError where that is nonsense."""
        del round_
        return None

    def meets_in(self, round_: Round) -> Sequence[MeetingPlace]:
        """The places of which a group takes one to meet in."""
        del round_
        return ()

    def numbers_shown(self) -> Mapping[str, bool]:
        """Fields with a number that it compares → whether by ratio."""
        return {}

    def sum_of(self, finding: Finding) -> tuple[float, str] | None:
        """What it came to over all groups, and the unit ("": people); None: it is about no sum."""
        del finding
        return None

    def speaks_in(self, round_: Round) -> bool:
        """Whether what it is about was given; if not, it asks and finds nothing."""
        del round_
        return True

    def idle_in(self, round_: Round) -> bool:
        """Whether all it is about has stopped: then it is not in force."""
        del round_
        return False

    def pool(self, round_: Round) -> Any:
        """What it needs of the whole round to measure a group; worked out once in a round."""
        del round_
        return None

    def others(self, composition: Composition, pool: Any) -> Any:
        """What a group's finding needs of the other groups, or of who has none; compared by ==.

        Two compositions of which it is equal differ only in the groups whose members differ.
        """
        del composition, pool
        return None

    def minding(self, before: Any, now: Any, composition: Composition) -> Collection[int] | None:
        """The groups beside those where somebody moved whose finding this changes; None: any."""
        del before, now, composition
        return None

    @abstractmethod
    def measure_group(self, group: Seated, pool: Any) -> GroupFinding:
        """The definition in plain Python: amounts equal what the rule's terms count."""

    def measure_whole(self, composition: Composition, pool: Any, others: Any) -> GroupFinding:
        """What belongs to no single group, as a finding of group OF_ALL; ``others``: see there."""
        del composition, pool, others
        return NO_AMOUNTS

    def is_unknown(self, applicant: Applicant, pool: Any) -> bool:
        """Whether it knows nothing about somebody, which a finding counts."""
        del applicant, pool
        return False

    def measure(self, composition: Composition, round_: Round) -> Finding:
        """What it finds in every group, and what is broken."""
        return measured(self, composition, round_).finding

    @property
    def joins_few(self) -> frozenset[str]:
        """The verdicts that are a reason for two or three people to be each other's buddy."""
        return self.JOINS if self.JOINS_FEW is None else self.JOINS_FEW
