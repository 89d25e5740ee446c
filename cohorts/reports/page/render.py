"""Puts the page together."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from cohorts.proposal import Proposal
from cohorts.reports.outcome import how_sure, verdict, weakest_wish
from cohorts.reports.page.cards import cards
from cohorts.reports.page.pictures import map_of, spread_of
from cohorts.reports.reasons import reason
from cohorts.words import Language, explain, say
from cohorts.words.phrase import number

RATIO = 1.05


def page(proposal: Proposal, language: Language) -> str:
    """The whole page, self-contained; every name in it is escaped."""
    groups = proposal.composition.groups
    pictures = [
        spread_of(groups, "fte", "fte", language),
        spread_of(groups, "turnover", "euro", language),
        map_of(groups, language),
    ]
    rendered: str = _template().render(
        t=lambda key, **facts: say(f"report.{key}", language, **facts),
        language=language.value,
        title=proposal.programme.title[language],
        about=proposal.programme.about.get(language, ""),
        verdict=verdict(proposal, language),
        sure=how_sure(proposal, language),
        weakest=weakest_wish(proposal, language),
        notices=[" ".join(explain(notice, language)) for notice in proposal.notices],
        cards=cards(proposal, language),
        pictures=[picture for picture in pictures if picture is not None],
        not_placed=[
            (n.applicant.label, reason(n, proposal.programme, language))
            for n in proposal.not_placed
        ],
        chances=_chances(proposal, language),
        settings=_settings(proposal, language),
    )
    return rendered


@cache
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("cohorts.reports.page", ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.jinja")


def _chances(proposal: Proposal, language: Language) -> list[tuple[str, str, int]]:
    """Per rule: its title, a sentence beside chance, and its share of chance in per cent."""
    result = []
    for key, against in proposal.random.items():
        title = proposal.programme.rule(key).title(language)
        if against.random == 0:
            continue
        if against.random < 0:  # an affinity: more of it is better
            times = number(against.value / against.random, language)
            alike = say("report.chance_alike", language, times=times)
            result.append((title, alike, min(round(100 * against.random / against.value), 100)))
            continue
        share = max(against.value, 0.0) / against.random
        if against.value <= 0:
            sentence = say("report.chance_none", language)
        elif share * RATIO < 1:
            sentence = say("report.chance_better", language, times=number(1 / share, language))
        else:
            sentence = say("report.chance_same", language)
        result.append((title, sentence, min(round(100 * share), 100)))
    return result


def _settings(proposal: Proposal, language: Language) -> list[tuple[str, str]]:
    round_ = proposal.round
    facts = {
        "programme": f"{proposal.programme.name} ({proposal.programme.source})".replace(" ()", ""),
        "groups": str(round_.groups),
        "size": f"{round_.smallest}-{round_.largest}",
        "places": str(round_.places),
        "seed": str(round_.seed),
        "effort": proposal.effort.value,
        "input": proposal.input_sha256,
    }
    rows = [(say(f"report.setting_{key}", language), value) for key, value in facts.items()]
    must = say("report.must", language)
    for rule in proposal.programme.rules:
        weight = must if rule.price_weight is None else number(rule.weight, language)
        why = f" – {rule.reason}" if rule.reason else ""
        rows.append((rule.title(language), f"{weight}{why}"))
    return rows
