"""Who is in the round: looked for, filtered, in order, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import streamlit as st

from cohorts.pages.applicants.cell_said import cell_said
from cohorts.pages.applicants.faulty import faulty_kept
from cohorts.pages.applicants.faulty_cells import cells
from cohorts.pages.applicants.in_lines import in_facts
from cohorts.pages.applicants.kept_doubts import kept_doubts
from cohorts.pages.applicants.link_to import link_to
from cohorts.pages.applicants.named import capital, short
from cohorts.pages.applicants.read_told import SURE
from cohorts.pages.applicants.same_person import ask
from cohorts.pages.applicants.take_file import t, take_file
from cohorts.pages.applicants.templates import HTML
from cohorts.pages.committee_first import committee_comes_first
from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.sought import folded, holds
from cohorts.pages.tied import prepares_tied
from cohorts.pages.told import counted, language, plain
from cohorts.pages.ways import address, go
from cohorts.people.applicant import Applicant
from cohorts.rounds.life.rounds_of import rounds_of
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.people.mend import mend
from cohorts.rounds.people.once_there import withdrawn_of
from cohorts.store.keys import Key, PersonKey
from cohorts.words import say
from cohorts.words.phrase import field_name

A_PAGE = 50
TEMPLATE = HTML.get_template("people.html.jinja")
ORDERS: Mapping[str, Callable[[Applicant], tuple[bool, str]]] = {
    "name": lambda a: (not a.name, folded(a.name or a.label)),
    "company": lambda a: (not a.company, folded(a.company or a.label)),
    "place": lambda a: (not a.place, folded(a.place or "")),
    "submitted": lambda a: (not a.submitted, a.submitted or ""),
}
"""What the list can be in the order of; who has nothing there comes last."""
COLUMNS = ("name", "company", "place", "status")
"""A column that says nothing of anybody is left out."""
EVERYBODY, BY_HAND, WRONG, GONE = "everybody", "by_hand", "wrong", "gone"
NO_STATUS = "no_status"


def draw(here: Here) -> None:
    """First what is wrong or unsure, then everybody."""
    kept = people_of(here.store, here.actor, here.round)
    gone = withdrawn_of(here.store, here.actor, here.round)
    heading(t("list_head"))
    prepares_tied(here)
    in_facts(_facts_of(kept, gone))
    if not here.reads_only:
        ask(kept_doubts(here, kept), f"kept_{kept.version}")
        _faulty(here, kept)
    _list(here, kept, gone)
    if not here.reads_only:
        _more(here)
    _to_next(here, kept)


def _to_next(here: Here, kept: KeptPeople) -> None:
    """To the committee as long as it comes first, else to composing."""
    round_ = next(one for one in rounds_of(here.store, here.actor) if one.key == here.round)
    room = "committee" if committee_comes_first(here, round_) else "composing"
    if foot(t(f"list_next_{room}"), t(f"list_to_{room}"), disabled=not kept.applicants):
        go(here, room)


def _more(here: Here) -> None:
    """By hand, or of another file."""
    with st.container(key="more_people"):
        link_to(here, t("add"), persoon="nieuw")
        with st.expander(plain(t("another_file"))):
            st.markdown(plain(t("another_about")))
            take_file(here)


def _facts_of(kept: KeptPeople, gone: Mapping[PersonKey, Applicant]) -> Iterator[str]:
    counts = {
        "unsure": sum(a.status is not None and a.status not in SURE for a in kept.applicants),
        "wrong": len(faulty_kept(kept)),
        "gone": len(gone),
    }
    yield t("fact_people", count=len(kept.applicants))
    yield from (t(f"fact_{key}", count=count) for key, count in counts.items() if count)


def _list(here: Here, kept: KeptPeople, gone: Mapping[PersonKey, Applicant]) -> None:
    kinds = _kinds(kept, gone)
    with st.container(horizontal=True, key="looking"):
        sought = st.text_input(t("search"), key="zoek", bind="query-params", type="search")
        kind = st.selectbox(
            t("show"),
            list(kinds),
            format_func=lambda one: counted(_kind_said(one), len(kinds[one])),
            key=f"toon_{len(kinds)}",
        )
        order = st.selectbox(
            t("order"),
            list(ORDERS),
            format_func=lambda one: field_name(one, language()),
            key="volgorde",
        )
    people = {key: kept.who.get(key) or gone[key] for key in kinds[kind]}
    found = sorted(
        (key for key, a in people.items() if holds(a, sought or "")),
        key=lambda key: (ORDERS[order](people[key]), people[key].id),
    )
    if not found:
        st.markdown(plain(t("nobody_found" if people else "nobody_here")))
        return
    if len(found) < len(people):
        st.markdown(plain(t("found", count=len(found))))
    pages = -(-len(found) // A_PAGE)
    # another choice begins at its first page
    at = st.pagination(pages, key=f"blad_{sought}_{kind}_{order}") if pages > 1 else 1
    shown = found[(at - 1) * A_PAGE : at * A_PAGE]
    st.html(TEMPLATE.render(_facts(here, kept, people, shown)))


def _facts(
    here: Here, kept: KeptPeople, people: Mapping[PersonKey, Applicant], keys: Sequence[PersonKey]
) -> dict[str, object]:
    wrong = _wrong(kept)
    names = {name: capital(field_name(name, language())) for name in COLUMNS}
    rows = [
        {
            "address": address(here, "applicants", persoon=key),
            "name": short(people[key].name or people[key].label),
            "company": short(people[key].company or ""),
            "place": short(people[key].place or ""),
            "status": cell_said(people[key], "status"),
            "marks": _marks(kept, key, wrong),
        }
        for key in keys
    ]
    there = {
        name: said
        for name, said in [*names.items(), ("marks", t("notes"))]
        if any(row[name] for row in rows)
    }
    return {"caption": t("list_head"), "names": there, "rows": rows}


def _marks(kept: KeptPeople, key: PersonKey, wrong: set[str]) -> list[dict[str, str]]:
    marks = []
    if key not in kept.who:
        marks.append({"kind": "gone", "said": t("mark_gone")})
    if key in kept.typed and kept.typed[key].cells:
        marks.append({"kind": "hand", "said": t("mark_by_hand")})
    if key in wrong:
        marks.append({"kind": "wrong", "said": t("mark_wrong")})
    return marks


def _wrong(kept: KeptPeople) -> set[str]:
    return {one.place for one in faulty_kept(kept)} if kept.told else set()


def _kinds(kept: KeptPeople, gone: Mapping[PersonKey, Applicant]) -> dict[str, Sequence[PersonKey]]:
    """What can be shown, each with whom; the statuses only where there are any."""
    by_status: dict[str, list[PersonKey]] = {}
    for key, a in kept.who.items():
        by_status.setdefault(a.status.value if a.status else NO_STATUS, []).append(key)
    statuses = by_status if len(by_status) > 1 else {}
    typed = [key for key in kept.who if key in kept.typed and kept.typed[key].cells]
    wrong = [PersonKey(Key(key)) for key in sorted(_wrong(kept))]
    rest = {BY_HAND: typed, WRONG: wrong, GONE: [*gone]}
    return {EVERYBODY: [*kept.who], **statuses, **{k: of for k, of in rest.items() if of}}


def _kind_said(kind: str) -> str:
    if kind in (EVERYBODY, BY_HAND, WRONG, GONE, NO_STATUS):
        return t(f"show_{kind}")
    return say(f"reasons.status_{kind}", language())


def _faulty(here: Here, kept: KeptPeople) -> None:
    def keep(place: str, column: str, text: str) -> None:
        mend(
            here.store,
            here.actor,
            here.round,
            PersonKey(Key(place)),
            {column: text},
            seen=kept.revision,
        )

    faulty = faulty_kept(kept)
    if faulty:
        with st.expander(plain(t("faulty_fold", count=len(faulty)))):
            cells(faulty, keep, "kept")
