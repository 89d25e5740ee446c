"""Where a newcomer may come from: the places in which groups may meet."""

from __future__ import annotations

import re

from cohorts.geography.meeting_places import MeetingPlace
from cohorts.outlook.recruit.trial import Trial

FAR_AWAY = (0.0, 0.0)
"""In the sea: too far for whoever minds the distance."""


def towns(trial: Trial) -> tuple[MeetingPlace, ...]:
    """The places of every must about travel, each once."""
    return tuple(dict.fromkeys(p for rule in trial.rules for p in rule.meets_in(trial.round)))


def town_at(trial: Trial, latitude: float | None, longitude: float | None) -> MeetingPlace | None:
    """The place with this point."""
    return next((town for town in towns(trial) if town.point == (latitude, longitude)), None)


def can_be_told(town: MeetingPlace) -> bool:
    """Whether its name gives nobody's home away, as a postcode or a point on the map does."""
    return town.chosen or not re.search(r"\d", town.name)
