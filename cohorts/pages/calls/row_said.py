"""What a row of the list says of somebody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cohorts.pages.calls.listed import Listed
from cohorts.pages.here import Here
from cohorts.pages.moment import clock, day
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import language, page_words
from cohorts.pages.ways import address
from cohorts.people.telephone import telephone
from cohorts.rounds.calling.calls_of import Call
from cohorts.rounds.calling.ticks_asked import tick_said
from cohorts.rounds.deciding.told_of import Told
from cohorts.words import say
from cohorts.words.dutch_time import dutch_day

t = page_words("calls")
HTML = page_templates("calls")
TEMPLATE = HTML.get_template("row.html.jinja")


def row_said(
    here: Here, who: Listed, asked: Sequence[str], *, whole: bool, numbers: bool = True
) -> str:
    """As HTML; ``whole``: with every call, else the last.

    ``numbers``: somebody of the list has one, so that whose number is not known stands out.
    """
    tel = telephone(who.one)
    last = who.calls[-1] if who.calls else None
    facts = {
        "address": address(here, "applicants", persoon=who.person),
        "name": who.one.name or who.one.label,
        "company": who.one.company if who.one.name else "",
        "gone": "" if who.there else t("gone"),
        "tel": tel.shown if tel else None,
        "dial": tel.dial if tel else None,
        "no_tel": t("no_telephone") if numbers else "",
        "to_tel": "" if here.reads_only or who.away or not who.there else t("to_number"),
        "away": t("away") if who.away else "",
        "kind": "over" if who.over else who.state or "none",
        "state": t("not_called") if last is None else came_to(last, over=who.over),
        "when": "" if last is None else t("call_by", at=clock(last.at), by=last.by),
        "lines": [] if who.away else [*_lines(who, asked, whole=whole)],
    }
    return TEMPLATE.render(facts)


def came_to(call: Call, *, over: bool = False) -> str:
    """In words, with until when."""
    if call.until is None:
        return say(f"calling.{call.state}", language())
    return t("thinking_over" if over else "thinking_until", day=day(call.until))


def _lines(who: Listed, asked: Sequence[str], *, whole: bool) -> Iterator[dict[str, str]]:
    if who.calls and who.calls[-1].remark:
        yield {"kind": "remark", "text": who.calls[-1].remark}
    ticked = [tick_said(name, language()) for name in asked if name in who.ticks]
    if ticked:
        yield {"kind": "ticked", "text": ", ".join(ticked)}
    if who.heard is not None:
        yield {"kind": "told", "text": heard(who.heard)}
    if who.asked is not None:
        facts = {"group": who.asked.group, "until": dutch_day(who.asked.until, language())}
        yield {"kind": "due", "text": say("reserving.asked", language(), **facts)}
    if who.due:
        yield {"kind": "due", "text": t("due_again" if who.heard else "due")}
    for call in reversed(who.calls[:-1] if whole else ()):
        facts = {"state": came_to(call), "by": call.by, "at": clock(call.at)}
        said = t("earlier", **facts)
        yield {"kind": "soft", "text": f"{said} {call.remark}".strip()}


def heard(told: Told) -> str:
    """What somebody was told, when, by whom and how."""
    key = "heard_no_place" if told.group is None else "heard_group"
    how = t(f"how_{told.how}")
    return t(key, group=told.group, day=day(told.on), by=told.by, how=how)
