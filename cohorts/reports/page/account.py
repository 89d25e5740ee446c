"""``account.html``: one page for whoever pays: what came of it, in numbers, without a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from cohorts.composing.proposal import Proposal
from cohorts.people.applicant import PHASES, Applicant
from cohorts.people.companies import company_of
from cohorts.programme.own_words import in_own_words
from cohorts.reports.assumed import assumed
from cohorts.reports.made_with import made_with
from cohorts.reports.outcome import how_sure, musts
from cohorts.reports.page.draw import draw
from cohorts.reports.stamp import Stamp, for_whom
from cohorts.reports.start import long_date
from cohorts.reports.without_group import without_group
from cohorts.words import Language, say
from cohorts.words.phrase import amount, number

Line = tuple[str, str]


@in_own_words
def account_page(proposal: Proposal, language: Language, stamp: Stamp | None = None) -> str:
    """Places, companies, staff, where from, phases, sums, and how it was made and checked."""
    placed = [a for members in proposal.composition.groups.values() for a in members]
    programme = proposal.programme
    stamped = (stamp or Stamp.of(proposal)).said(for_whom("funders", language), language)
    return draw(
        "account",
        language,
        stamp=stamped,
        standing=say("account.decided" if stamped.decided else "account.proposed", language),
        kind=say("account.kind", language),
        title=programme.title[language],
        about=programme.about.get(language, ""),
        judged=say("account.judged", language, day=long_date(proposal.round.on, language)),
        lines=[*_people(proposal, language), *_reached(placed, language)],
        sums=_sums(proposal, language),
        tables=[
            (say(f"fields.{name}", language), found, len(placed) - sum(n for _, n in found))
            for name, found in (
                ("province", _counted(a.province for a in placed)),
                ("municipality", _counted(a.municipality for a in placed)),
                ("life_phase", _phases(placed, language)),
            )
        ],
        conditions=[condition.title(language) for condition in programme.conditions],
        rules=[
            (
                rule.title(language),
                say("account.must" if rule.is_must else "account.should", language),
            )
            for rule in programme.rules
            if not rule.NAMES_SOMEBODY
        ],
        musts=musts(proposal, language),
        sure=how_sure(proposal, language),
        assumed=assumed(proposal, language),
        made=made_with(proposal, language),
    )


def _people(proposal: Proposal, language: Language) -> Iterator[Line]:
    """Who applied, and what became of them."""
    without = {w.kind: w for w in without_group(proposal, language)}
    groups = proposal.composition.groups
    counts = {
        "applied": len(proposal.round.applicants) + len(proposal.round.set_aside),
        "placed": sum(map(len, groups.values())),
        "groups": len(groups),
    }
    counts |= {kind: w.count for kind, w in without.items()}
    suggested = proposal.referrals.values()
    counts |= {
        key: count
        for key, alone in (("referred", False), ("alone", True))
        if (count := sum(any(r.alone is alone for r in places) for places in suggested))
    }
    for key, count in counts.items():
        yield say(f"account.{key}", language), number(count, language)


def _reached(placed: list[Applicant], language: Language) -> Iterator[Line]:
    """Companies and their staff, each company once; and of how many it is known."""
    of = company_of(placed)
    staff: dict[str, float | None] = {}
    for a in placed:
        company = of.get(a.id, a.id)
        # what two people of one company say of it is the same staff
        staff[company] = max(filter(None, (staff.get(company), a.fte)), default=None)
    known = [size for size in staff.values() if size is not None]
    yield say("account.companies", language), number(len(staff), language)
    if known:
        said = _of_known("staff", len(known), len(staff), language)
        yield said, say("account.about", language, count=_rounded(sum(known)))
    for key, given in (
        ("municipalities", [a.municipality for a in placed]),
        ("provinces", [a.province for a in placed]),
    ):
        if values := [value for value in given if value]:
            said = _of_known(key, len(values), len(given), language)
            yield said, number(len(set(values)), language)


def _of_known(key: str, known: int, whole: int, language: Language) -> str:
    """What is counted, and of how many it is known where that is not all."""
    some = key if known == whole else f"{key}_of"
    return say(f"account.{some}", language, known=known, all=whole)


def _rounded(value: float) -> int:
    """Three digits: staff is partly known by bands."""
    whole = round(value)
    return round(whole, min(3 - len(str(whole)), 0))


def _sums(proposal: Proposal, language: Language) -> list[Line]:
    """What every rule about a sum over all groups came to."""
    found = []
    for finding in proposal.findings:
        rule = proposal.programme.rule(finding.rule)
        total = rule.sum_of(finding) if finding.groups else None
        if total is not None:
            found.append((rule.title(language), _sum(*total, language)))
    return found


def _sum(total: float, unit: str, language: Language) -> str:
    """An amount with its unit, or a number of people."""
    if unit:
        return amount(total, unit, language)
    return say("report.people", language, count=round(total))


def _counted(values: Iterable[str | None]) -> list[tuple[str, int]]:
    """Value and number, most first; what is not known does not count."""
    found = Counter(value for value in values if value)
    return sorted(found.items(), key=lambda item: (-item[1], item[0]))


def _phases(placed: list[Applicant], language: Language) -> list[tuple[str, int]]:
    count = Counter(a.life_phase for a in placed)
    return [(say(f"report.phase_{p}", language), count[p]) for p in PHASES if count[p]]
