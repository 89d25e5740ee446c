"""Where a newcomer may come from: the places in which groups may meet."""

from __future__ import annotations

import re

from cohorts.geography.meeting_places import MeetingPlace
from cohorts.outlook.recruit.trial import Trial
from cohorts.rules.travel import Travel

FAR_AWAY = (0.0, 0.0)
"""In the sea: too far for whoever minds the distance."""


def towns(trial: Trial) -> tuple[MeetingPlace, ...]:
    """The places of every must about travel, each once."""
    rules = [rule for rule in trial.rules if isinstance(rule, Travel)]
    return tuple(dict.fromkeys(town for rule in rules for town in rule.options(trial.round)))


def town_at(trial: Trial, latitude: float | None, longitude: float | None) -> MeetingPlace | None:
    """The place with this point."""
    return next((town for town in towns(trial) if town.point == (latitude, longitude)), None)


def can_be_told(trial: Trial, town: MeetingPlace) -> bool:
    """Whether its name gives nobody's home away, as a postcode or a point on the map does."""
    named = (name for r in trial.rules if isinstance(r, Travel) for name in r.places)
    return town.name in named or not re.search(r"\d", town.name)
