"""The page of a dossier that people read first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cohorts.rounds.deciding.decision import Decision
from cohorts.rounds.deciding.dossier_form import BALLOTS, COMMITTEE, README, PeoplePart
from cohorts.rounds.deciding.moments import day_said
from cohorts.words import Language, say

SIGNS = re.compile(r"([\\`*_\[\]<>&#~|$!])")
"""What Markdown or HTML would act on in the middle of a sentence."""


def readme(decision: Decision, people: PeoplePart, names: Sequence[str], language: Language) -> str:
    """In Markdown: what was decided by whom, what the files are, and how it is recomputed."""

    def t(key: str, **facts: object) -> str:
        return say(f"dossier.{key}", language, **facts)

    moved, count = decision.deviation.moved, decision.deviation.people
    lines = [
        f"# {t('title', number=str(decision.number))}",
        t(
            "decided",
            name=as_typed(decision.signed),
            day=day_said(decision.at, language),
            number=str(decision.proposal_number),
        ),
        t("reason", reason=as_typed(decision.reason)) if decision.reason else "",
        t("moved", moved=moved, count=count) if moved else t("not_moved", count=count),
        t("erased", count=sum(one.erased for one in people.people)) if _erased(people) else "",
        f"## {t('recompute')}",
        t("how"),
        "    cohorts replay DOSSIER.zip",
        t("head", head=decision.head),
        f"## {t('files')}",
        "\n".join(f"- `{name}`: {t(name.partition('.')[0])}" for name in names if name != README),
        *_committee(names, language),
        f"## {t('personal')}",
        t("used", fields=people.fields),
        t("keep_safe"),
    ]
    return "\n\n".join(filter(None, lines)) + "\n"


def _committee(names: Sequence[str], language: Language) -> Iterator[str]:
    """Whether it was counted again from the ballots, or only from who went on."""
    if COMMITTEE in names:
        key = "with_ballots" if BALLOTS in names else "without_ballots"
        yield say(f"dossier.{key}", language)


def as_typed(text: str) -> str:
    """Whoever opens the page where Markdown is drawn sees the signs, and nothing is run."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))


def _erased(people: PeoplePart) -> bool:
    return any(one.erased for one in people.people)
