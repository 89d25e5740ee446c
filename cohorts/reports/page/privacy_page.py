"""One sheet for the privacy officer: what is held of whom, why, where, who sees it, how long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cohorts.reports.page.draw import bare
from cohorts.reports.start import long_date
from cohorts.rounds.keeping.kinds import KINDS
from cohorts.rounds.keeping.what_is_held import WhatIsHeld
from cohorts.rounds.roles import Role
from cohorts.words import Language, say
from cohorts.words.dutch_time import dutch_time
from cohorts.words.phrase import listed

MOST_NAMED = 12
"""Columns of one's own, and people, that are named; of more it is said how many more there are."""
OF_STAFF = (Role.ORGANISER, Role.AUDITOR, Role.CHAIR, Role.MEMBER, Role.COACH)


def privacy_page(held: WhatIsHeld, title: str, language: Language) -> str:
    """``title``: of the programme. One sheet of A4."""

    def t(key: str, **facts: object) -> str:
        return say(f"privacy.{key}", language, **facts)

    who = held.accountable
    return bare(
        "privacy",
        language,
        title=t("title", round=held.round),
        about=t("about", programme=title, begun=dutch_time(held.begun, language)),
        facts=[
            (t("organisation"), who.organisation or t("not_filled_in")),
            (t("contact"), who.contact or t("not_filled_in")),
            (t("ground"), who.ground or t("not_filled_in")),
        ],
        parts=[
            (t("what"), [*_what(held, language)]),
            (t("why"), [t("why_said"), t("why_not")]),
            (t("where"), [*_where(held, language)]),
            (t("who"), [*_who(held, language)]),
        ],
        how_long=t("how_long"),
        times=[*_times(held, language)],
        stays=t("stays"),
        rights=t("rights"),
    )


def _what(held: WhatIsHeld, language: Language) -> Iterator[str]:
    fields = listed([say(f"fields.{name}", language) for name in held.fields], language)
    yield say("privacy.people", language, count=held.people, known=fields or "–")
    if held.own:
        yield say("privacy.own", language, columns=_few(held.own, language))
    counts = held.counts
    if counts["members"]:
        key = "committee" if "votes" in counts else "committee_voting"
        yield say(f"privacy.{key}", language, **counts)
    if counts["coaches"]:
        yield say("privacy.coaches", language, count=counts["coaches"])
    if counts["calls"] or counts["mail"] or counts["letters"]:
        yield say("privacy.contact_with", language, **counts)


def _where(held: WhatIsHeld, language: Language) -> Iterator[str]:
    yield say(f"privacy.{'in_file' if held.in_file else 'on_server'}", language, place=held.place)
    yield say("privacy.not_elsewhere", language)


def _who(held: WhatIsHeld, language: Language) -> Iterator[str]:
    for one in OF_STAFF:
        if names := held.roles.get(one):
            facts = {"names": _few(names, language), "count": len(names)}
            yield say(f"privacy.role_{one}", language, **facts)
    yield say("privacy.logged", language)


def _times(held: WhatIsHeld, language: Language) -> Iterator[tuple[str, str]]:
    for name in KINDS:
        since = say(f"keeping.{name}_from", language)
        days = held.keeping.days[name]
        time = say("privacy.days", language, count=days, since=since)
        yield say(f"keeping.{name}", language), time
    before = long_date(held.keeping.before, language)
    yield say("keeping.everything", language), say("privacy.before", language, day=before)


def _few(names: Sequence[str], language: Language) -> str:
    more, shown = len(names) - MOST_NAMED, [*names[:MOST_NAMED]]
    if more > 0:
        shown.append(say("privacy.more", language, count=more))
    return listed(shown, language)
