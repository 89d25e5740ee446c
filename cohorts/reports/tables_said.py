"""A plan of tables in words: how many meet, what was reached, who is apart, how even it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cohorts.after.rotation.tables_plan import TablesPlan
from cohorts.people.applicant import Applicant, ApplicantId
from cohorts.people.relation import Pair
from cohorts.people.values import folded
from cohorts.record.reasons import reason_aside
from cohorts.words import Language, say
from cohorts.words.first_of import first_of
from cohorts.words.phrase import listed, number

MOST_NAMED = 12
TWICE = 2


def called(applicant: Applicant) -> str:
    """Who sits there: people meet by name, and know each other by company."""
    name, company = name_and_company(applicant)
    return f"{name} ({company})" if company else name


def name_and_company(applicant: Applicant) -> tuple[str, str]:
    """What stands on the first line and on the second; who has namesakes there has the id too."""
    if applicant.name is None or applicant.company is None:
        return applicant.name or applicant.label, ""
    alone = applicant.told_apart in (None, applicant.name)
    company = applicant.company if alone else f"{applicant.company}, {applicant.id}"
    return applicant.name, company


def in_order(people: Iterable[Applicant]) -> list[Applicant]:
    """By what they are called."""
    return sorted(people, key=lambda a: (folded(called(a)), a.id))


def counts(plan: TablesPlan, language: Language) -> str:
    """How many sessions and people, and the tables where they are the same in each session."""
    facts = {"sessions": len(plan.sessions), "people": plan.round_.n}
    said = [say("rotation.counts", language, **facts)]
    if same_in_each(plan):
        laid = laid_in(plan, 0, language)
        said.append(say("rotation.each_session", language, tables=laid))
    return " ".join(said)


def same_in_each(plan: TablesPlan) -> bool:
    """Whether every session has the same tables, whichever of them is the larger one."""
    return len({tuple(sorted(map(len, tables))) for tables in plan.sittings}) == 1


def laid_in(plan: TablesPlan, session: int, language: Language) -> str:
    """The tables of a session (from 0) by their size: ``8 tables of 6 and 1 table of 5``."""
    sizes = Counter(len(people) for people in plan.sittings[session] if people)
    said = [
        say("rotation.tables_of", language, count=count, size=size)
        for size, count in sorted(sizes.items(), reverse=True)
    ]
    return listed(said, language)


def reached(plan: TablesPlan, language: Language) -> list[str]:
    """Who meets twice, again, or against a wish; what that is worth; how many meet."""
    said = [_twice(plan, language)]
    if plan.met:
        said.append(_pairs("met_again", "met_none", plan.figures.met_again, plan, language))
    if plan.kept.rather_apart:
        said.append(_pairs("rather_not", "rather_none", plan.figures.rather_not, plan, language))
    if plan.figures.repeats:
        said.append(how_good(plan, language))
    return [*said, _meets(plan, language), _pairs_meet(plan, language)]


def _twice(plan: TablesPlan, language: Language) -> str:
    more = plan.figures.more_than_once
    if not more:
        return say("rotation.nobody_twice", language)
    most = max(plan.figures.meetings.values())
    key = "pairs_twice" if most == TWICE else "pairs_more"
    return say(f"rotation.{key}", language, pairs=len(more), most=most)


def _pairs(
    some: str, none: str, pairs: Sequence[Pair], plan: TablesPlan, language: Language
) -> str:
    """A sentence about these pairs, or that there are none."""
    if not pairs:
        return say(f"rotation.{none}", language)
    shown = first_of(pairs, MOST_NAMED)
    names = [" + ".join(called(_person(plan, one)) for one in pair) for pair in shown]
    more = [f"+ {len(pairs) - len(shown)}"] if len(pairs) > len(shown) else []
    return say(f"rotation.{some}", language, pairs=len(pairs), people=(*names, *more))


def _person(plan: TablesPlan, person: ApplicantId) -> Applicant:
    return plan.round_.applicants[plan.round_.rows[person]]


def how_good(plan: TablesPlan, language: Language) -> str:
    """What was reached beside what counting shows that nobody can better."""
    facts = {"fewest": plan.bound, "repeats": plan.figures.repeats}
    said = [say(f"rotation.{_how_far(plan)}", language, **facts)]
    if plan.figures.most > TWICE:
        said.append(say("rotation.weighs", language))
    if plan.met or plan.kept.rather_apart:
        both = plan.met and plan.kept.rather_apart
        too = "counts_too" if both else "counts_met" if plan.met else "counts_rather"
        said.append(say(f"rotation.{too}", language))
    return " ".join(said)


def _how_far(plan: TablesPlan) -> str:
    """The key of what is proven of the plan."""
    if plan.best:
        return "best"
    if plan.fairest:
        return "fairest"
    return "not_best" if plan.bound else "not_known"


def _meets(plan: TablesPlan, language: Language) -> str:
    """How many others everybody meets."""
    met = Counter(person for pair in plan.figures.meetings for person in pair)
    often = [met[person] for person in plan.round_.rows]
    facts = {"least": min(often), "most": max(often), "others": plan.round_.n - 1}
    return say(
        f"rotation.{'meets_same' if min(often) == max(often) else 'meets'}", language, **facts
    )


def _pairs_meet(plan: TablesPlan, language: Language) -> str:
    n = plan.round_.n
    facts = {"pairs": n * (n - 1) // 2, "met": len(plan.figures.meetings)}
    return say("rotation.pairs_meet", language, **facts)


def how_even(plan: TablesPlan, trait: int, language: Language) -> list[str]:
    """How evenly one trait (from 0) is spread, in sentences."""
    one, even = plan.traits[trait], plan.figures.evenness[trait]
    said = [say("rotation.spread_even", language)]
    if even.off:
        off = even.furthest
        facts = {
            "off": even.off,
            "tables": sum(bool(people) for tables in plan.sittings for people in tables),
            "session": off.session,
            "table": off.table,
            "count": off.count,
            "value": one.label(off.value, language),
            "even": number(float(off.even), language),
        }
        said = [say("rotation.spread_off", language, **facts)]
    if one.in_classes:
        said.append(say("rotation.spread_classes", language, count=len(one.values)))
    if one.unknown:
        said.append(say("rotation.spread_unknown", language, count=one.unknown))
    return said


def apart(plan: TablesPlan, language: Language) -> list[str]:
    """By which rules how many pairs never share a table, and how many would rather not."""
    titles = plan.titles(language)
    said = [
        say(f"rotation.apart_{key}", language, rule=titles[rule], pairs=len(pairs))
        for key, by_rule in (("must", plan.kept.musts), ("wish", plan.kept.wishes))
        for rule, pairs in by_rule.items()
    ]
    sessions: dict[frozenset[Pair], list[str]] = {}
    for one in plan.sessions:
        if one.apart:
            sessions.setdefault(one.apart, []).append(str(one.number))
    said += [
        say("rotation.apart_plan", language, pairs=len(pairs), sessions=tuple(found))
        for pairs, found in sessions.items()
    ]
    return said or [say("rotation.apart_nobody", language)]


def aside(plan: TablesPlan, language: Language) -> list[tuple[str, str]]:
    """(who, why) of everybody who applied and takes no part."""
    return [
        (called(one.applicant), reason_aside(one, plan.programme, language))
        for one in plan.round_.set_aside
    ]


def absent_in(plan: TablesPlan, session: int) -> list[Applicant]:
    """Who takes part but is not there in a session (from 0)."""
    there = plan.sessions[session].there
    return in_order(a for a in plan.round_.applicants if a.id not in there)


def session_called(plan: TablesPlan, session: int, language: Language) -> str:
    """``Session 2: After lunch``."""
    one = plan.sessions[session]
    key = "session_titled" if one.title else "session"
    return say(f"rotation.{key}", language, session=one.number, title=one.title)
