"""How far anybody may travel: so many kilometres, or minutes by an estimate."""

from __future__ import annotations

from dataclasses import dataclass

from cohorts.geography.by_road import hectometres_within
from cohorts.geography.close_by import PER_KM
from cohorts.words import Language
from cohorts.words.phrase import phrase
from cohorts.words.texts import texts

EVERYWHERE = 10**6  # in hundreds of metres: more than half way round the earth
KM = texts(nl="{km} km", en="{km} km")
MINUTES = texts(
    nl="naar schatting {minutes} {minutes:minuut|minuten}",
    en="an estimated {minutes} {minutes:minute|minutes}",
)
BETWEEN = texts(nl=" en ", en=" and ")


@dataclass(frozen=True)
class TravelLimit:
    """None: no limit of that kind; of both the narrowest holds.

    Minutes as :mod:`cohorts.geography.by_road` has them: km × 1.3 at 60 km an hour, so 1.3 minutes
    a km as the crow flies.
    """

    km: float | None = None
    minutes: float | None = None

    @property
    def is_set(self) -> bool:
        """Whether there is any."""
        return self.km is not None or self.minutes is not None

    @property
    def hectometres(self) -> int:
        """In whole hundreds of metres as the crow flies; without any: further than anybody is."""
        return min(EVERYWHERE, self._of_distance, self._of_time)

    @property
    def is_of_time(self) -> bool:
        """Whether the minutes are the narrowest: then it is told by them."""
        return self._of_time < self._of_distance

    def said(self, language: Language) -> str:
        """Both, where there are two: each is what an organiser asked."""
        told = [(KM, "km", self.km), (MINUTES, "minutes", self.minutes)]
        return BETWEEN[language].join(
            phrase(text[language], {name: value}, language)
            for text, name, value in told
            if value is not None
        )

    @property
    def _of_distance(self) -> int:
        return EVERYWHERE if self.km is None else round(PER_KM * self.km)

    @property
    def _of_time(self) -> int:
        return EVERYWHERE if self.minutes is None else hectometres_within(self.minutes)
