"""Each group meets in a place its members can travel to."""

from __future__ import annotations

from typing import ClassVar, Self

import numpy as np
from pydantic import model_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.geography.close_by import PER_KM
from cohorts.geography.meeting_places import (
    MeetingPlace,
    away_from,
    best_places,
    home_of,
    named_place,
    names_of,
)
from cohorts.people.applicant import Applicant
from cohorts.round.finding import Fact, GroupFinding
from cohorts.round.round import Round
from cohorts.rules.measuring import pool_of
from cohorts.rules.rule import Demand, Level, Rule, described, texts
from cohorts.rules.seated import Seated
from cohorts.rules.travel_limit import TravelLimit
from cohorts.rules.worked import Worked
from cohorts.words import Language
from cohorts.words.phrase import phrase
from solver.terms import Choice

FAR, TOO_FAR = 30.0, 60.0
"""Kilometres of travel on average from which members live far apart, and make no region."""
MEET_FOR_FEW = texts(
    nl="Zij kunnen afspreken in {place}; {far} komt dan van het verst ({most}).",
    en="They can meet in {place}; {far} then comes from furthest ({most}).",
)
TOO_FAR_FOR_FEW = texts(
    nl="Zij kunnen afspreken in {place}, maar dat is verder dan is afgesproken voor {people}.",
    en="They can meet in {place}, but that is further than was agreed for {people}.",
)


class Travel(Rule):
    """A choice per group, graded: per member the distance to the place the group takes.

    In whole hundreds of metres as the crow flies. With a :class:`TravelLimit` it is a must as well:
    one breach (``.widest``) per member who would travel further; with ``widest_level`` should the
    distance beyond it counts double instead. Who has no known place costs nothing, and is named.
    """

    TITLE = texts(nl="Weinig reizen", en="Little travel")
    TITLE_OF_MUST: ClassVar = texts(
        nl="Niemand reist verder dan {widest}", en="Nobody travels further than {widest}"
    )
    ABOUT = texts(
        nl="Elke groep krijgt een plaats om bij elkaar te komen, zo dat de leden samen weinig "
        "reizen (hemelsbreed). Noemt u plaatsen, dan is het een daarvan; anders een plaats waar "
        "leden vandaan komen. Met ‘widest_km’ of ‘widest_minutes’ is het ook een eis: niemand "
        "reist verder. Minuten zijn een schatting: 1,3 minuut per km, hemelsbreed.",
        en="Each group gets a place to meet, such that the members travel little (as the crow "
        "flies). Where you name places it is one of those; else a place members come from. With "
        "‘widest_km’ or ‘widest_minutes’ it is a must as well: nobody travels further. Minutes "
        "are an estimate: 1.3 minutes a km, as the crow flies.",
    )
    SENTENCES: ClassVar = {
        "there": texts(
            nl="De groep komt bijeen in {place}; daar komen de leden vandaan.",
            en="The group meets in {place}, where the members come from.",
        ),
        "near": texts(
            nl="De groep komt bijeen in {place}; gemiddeld {mean} reizen, het verst komt {far} "
            "({most}).",
            en="The group meets in {place}; {mean} of travel on average, {far} comes from "
            "furthest ({most}).",
        ),
        "wide": texts(
            nl="De leden wonen ver uit elkaar. De groep komt bijeen in {place}; gemiddeld {mean} "
            "reizen, het verst komt {far} ({most}).",
            en="The members live far apart. The group meets in {place}; {mean} of travel on "
            "average, {far} comes from furthest ({most}).",
        ),
        "too_wide": texts(
            nl="De groep komt bijeen in {place}. Dat is verder dan {widest} voor {people}.",
            en="The group meets in {place}. That is further than {widest} for {people}.",
        ),
        "too_long": texts(
            nl="De groep komt bijeen in {place}. Dat is naar schatting meer dan {minutes} "
            "{minutes:minuut|minuten} reizen voor {people}.",
            en="The group meets in {place}. By an estimate that is more than {minutes} "
            "{minutes:minute|minutes} of travel for {people}.",
        ),
        "unknown": texts(
            nl="Van niemand is bekend waar die vandaan komt.",
            en="Of nobody it is known where they come from.",
        ),
    }
    AMONG_FEW: ClassVar = {
        "there": texts(
            nl="Zij kunnen afspreken in {place}; daar komen zij vandaan.",
            en="They can meet in {place}, where they come from.",
        ),
        **dict.fromkeys(("near", "wide"), MEET_FOR_FEW),
        **dict.fromkeys(("too_wide", "too_long"), TOO_FAR_FOR_FEW),
    }
    JOINS = frozenset({"there", "near"})
    BESIDE: ClassVar = {
        "nowhere": texts(
            nl="Van {nowhere} is niet bekend waar die vandaan {nowhere:komt|komen}.",
            en="Of {nowhere} it is not known where they come from.",
        ),
    }
    TAKES = "place"
    WORKED = (
        Worked(
            fields={"places": ("Zwolle", "Breda")},
            groups=(
                {
                    "Anker": {"place": "Zwolle", "latitude": 52.51, "longitude": 6.09},
                    "Berk": {"place": "Kampen", "latitude": 52.56, "longitude": 5.91},
                },
                {
                    "Citer": {"place": "Breda", "latitude": 51.59, "longitude": 4.78},
                    "Duin": {"place": "Zwolle", "latitude": 52.51, "longitude": 6.09},
                },
                {"Eik": {}},
            ),
        ),
    )

    places: tuple[str, ...] = described(
        (),
        nl="plaatsen of postcodes om uit te kiezen; leeg: waar de leden vandaan komen",
        en="places or postcodes to choose from; empty: where the members come from",
    )
    widest_km: float | None = described(
        None, nl="verder reist niemand", en="nobody travels further", unit="km", ge=0, le=20_000
    )
    widest_minutes: float | None = described(
        None,
        nl="langer reist niemand, naar schatting: km × 1,3 bij 60 km per uur",
        en="nobody travels longer, by an estimate: km × 1.3 at 60 km an hour",
        unit="min",
        ge=0,
        le=20_000,
    )
    widest_level: Level = described(
        Level.MUST,
        nl="met een grens: must: niemand reist verder; should: wat verder is, telt dubbel",
        en="with a limit: must: nobody travels further; should: what is further counts double",
        asked=False,
    )

    @property
    def _limit(self) -> TravelLimit:
        return TravelLimit(self.widest_km, self.widest_minutes)

    @model_validator(mode="after")
    def _fits_together(self) -> Self:
        if self.level is Level.MUST and not self._limit.is_set:
            raise PydanticCustomError("widest_wanted", "a must needs 'widest_km'")
        return self

    @override
    def title(self, language: Language) -> str:
        """As a must it says how far."""
        if not self.is_must:
            return super().title(language)
        widest = self._limit.said(language)
        return phrase(self.TITLE_OF_MUST[language], {"widest": widest}, language)

    @override
    def needs(self) -> tuple[str, ...]:
        return ("latitude",)

    def options(self, round_: Round) -> tuple[MeetingPlace, ...]:
        """The places to choose from, by name. Raises InputError for one that is not known."""
        if self.places:
            return tuple(sorted({named_place(place, self.key) for place in self.places}))
        return best_places(round_.announced)

    @override
    def meets_in(self, round_: Round) -> tuple[MeetingPlace, ...]:
        places: tuple[MeetingPlace, ...] = pool_of(self, round_)
        return places

    @override
    def offers(self, round_: Round) -> tuple[str, ...]:
        """By name: where exactly a town lies moves with who comes from it."""
        return names_of(self.meets_in(round_))

    @override
    def demands(self, round_: Round) -> list[Demand]:
        options = self.meets_in(round_)
        if not options:
            return []
        everybody = round_.applicants
        far = [[away_from(a, option) for option in options] for a in everybody]
        away, widest = np.array(far, dtype=np.int64), self._limit.hectometres
        term = Choice(
            name=self.key,
            allowed=away <= widest if self.is_must else np.ones_like(away, dtype=bool),
            cost=away if self.is_must else away + np.maximum(away - widest, 0),
            capacity=np.full(len(options), round_.groups, dtype=np.int64),
            price=1,
        )
        return [Demand(term, self.weight, refused=f"{self.key}.widest" if self.is_must else "")]

    @property
    @override
    def is_must(self) -> bool:
        """Travelling itself only ever weighs; of the widest distance its own level decides."""
        return self._limit.is_set and self.widest_level is Level.MUST

    @property
    @override
    def limits(self) -> tuple[str, ...]:
        return ("widest_minutes", "widest_km")

    @override
    def as_must(self) -> Self:
        return self.model_copy(update={"widest_level": Level.MUST})

    @override
    def weighing(self, weight: float) -> Self:
        return self.as_wish().model_copy(update={"weight": weight})

    @override
    def as_wish(self) -> Self:
        return self.model_copy(update={"level": Level.SHOULD, "widest_level": Level.SHOULD})

    @override
    def pool(self, round_: Round) -> tuple[MeetingPlace, ...]:
        return self.options(round_)

    @override
    def is_unknown(self, applicant: Applicant, pool: tuple[MeetingPlace, ...]) -> bool:
        return home_of(applicant) is None

    @override
    def measure_group(self, group: Seated, pool: tuple[MeetingPlace, ...]) -> GroupFinding:
        number, members = group.number, group.members
        places = [pool[option] for option in group.taken]
        known = [a for a in members if home_of(a) is not None]
        if not places or not known:
            amounts = {self.key: 0}
            return GroupFinding(number, "unknown", amounts, self._where(places), quality=0.0)
        away, limit = {a.id: away_from(a, places[0]) for a in known}, self._limit
        beyond = [a for a in known if away[a.id] > limit.hectometres]
        amounts = {self.key: sum(away.values())}
        if self.is_must:
            amounts[f"{self.key}.widest"] = len(beyond)
        else:
            amounts[self.key] += sum(away[a.id] - limit.hectometres for a in beyond)
        furthest = max(known, key=lambda a: (away[a.id], a.id))
        mean = sum(away.values()) / len(known) / PER_KM
        facts = self._where(places) | {
            "unit": "km",
            "mean": mean,
            "most": away[furthest.id] / PER_KM,
            "far": furthest.label,
            "widest": self.widest_km,
            "minutes": f"{self.widest_minutes or 0:g}",
            "people": tuple(a.label for a in beyond),
            "nowhere": tuple(a.label for a in members if home_of(a) is None),
        }
        verdict = "wide" if mean >= FAR else "near" if away[furthest.id] else "there"
        if beyond:
            verdict = "too_long" if limit.is_of_time else "too_wide"
        return GroupFinding(
            number,
            verdict,
            amounts,
            facts,
            tuple(a.id for a in beyond) or (furthest.id,),
            round(max(0.0, 1 - mean / TOO_FAR), 3),
        )

    @staticmethod
    def _where(places: list[MeetingPlace]) -> dict[str, Fact]:
        return {"place": places[0].name} if places else {}
