"""Circles that cannot start, for machines."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from cohorts.outlook.circles.circle import Circle, Circles
from cohorts.outlook.circles.circle_text import sections, text_to_forward
from cohorts.outlook.recruit import Advice, Remedy
from cohorts.words import Language


def as_data(circles: Circles, language: Language) -> dict[str, Any]:
    """Everything that was found, with the sentences in one language."""
    return {
        "programme": circles.programme.name,
        "on": circles.round.on.isoformat(),
        "waiting": [
            {"applicant_id": person, "since": wait.since.isoformat(), "circle": wait.circle}
            for person, wait in circles.waiting.items()
        ],
        "circles": [_circle(circle, circles) for circle in circles.circles],
        "alone": [a.id for a in circles.alone],
        "individual": [{"id": one.applicant.id, "fit": one.fit} for one in circles.individual],
        "whole": None if circles.whole is None else _advice(circles.whole),
        "sections": [asdict(section) for section in sections(circles, language)],
    }


def _circle(circle: Circle, circles: Circles) -> dict[str, Any]:
    return {
        "name": circle.name,
        "members": [a.id for a in circle.members],
        "lacks": _advice(circle.lacks),
        "likely": [asdict(trait) for trait in circle.likely],
        "to_forward": {
            language.value: text_to_forward(circle, circles, language) for language in Language
        },
        "merges": [asdict(merge) for merge in circle.merges],
    }


def _advice(advice: Advice) -> dict[str, Any]:
    return {
        "possible": advice.possible,
        "people": advice.people,
        "profiles": [asdict(profile) for profile in advice.profiles],
        "remedies": [_remedy(remedy) for remedy in advice.remedies],
    }


def _remedy(remedy: Remedy) -> dict[str, Any]:
    return {
        "people": remedy.people,
        "groups": remedy.groups,
        "rule": remedy.rule,
        "labels": remedy.labels,
        "profiles": [asdict(profile) for profile in remedy.profiles],
    }
