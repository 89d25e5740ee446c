"""Whom to recruit: who would have to come in before a composition, or a circle, is possible."""

from cohorts.outlook.recruit.advice import Advice, Remedy, Stuck, whom_to_recruit
from cohorts.outlook.recruit.profile import Profile, Trait

__all__ = ["Advice", "Profile", "Remedy", "Stuck", "Trait", "whom_to_recruit"]
