"""The form of any rule or condition, built from its fields: a new one has one by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any, get_args, get_origin

import streamlit as st
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from cohorts.pages.composing.page import t
from cohorts.pages.composing.tables import lists_read, lists_written, pairs_read, pairs_written
from cohorts.pages.told import language
from cohorts.people.applicant import FIELD_NAMES, Applicant
from cohorts.rules.demand import Level
from cohorts.words.phrase import field_name
from cohorts.words.sentences import sentences

NAME_COLUMNS = ("field", "fields")
"""Fields that name what of the people is looked at."""


def asked_fields(kind: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """What a form asks of a rule or condition; how heavily it counts is asked elsewhere."""
    return {
        name: about
        for name, about in kind.model_fields.items()
        if _extra(about).get("asked", True) and about.annotation is not Level
    }


def can_be_asked(kind: type[BaseModel]) -> bool:
    """Whether a form can ask all that it needs: not where there are conditions within."""
    return not any(_holds(f.annotation, BaseModel) for f in asked_fields(kind).values())


def form(
    kind: type[BaseModel],
    values: Mapping[str, Any],
    key: str,
    people: Sequence[Applicant],
    only: Sequence[str] = (),
) -> dict[str, Any]:
    """Widgets for what is asked, as it stands → what stands in them.

    ``only``: of these fields, where not all are asked.
    """
    found: dict[str, Any] = {}
    for name, about in asked_fields(kind).items():
        if only and name not in only:
            continue
        beside, says = _extra(about).get("beside", ("", ""))
        if beside and found.get(beside) != says:
            found[name] = about.get_default()
        else:
            label = label_of(name, about, {**values, **found})
            columns = known_columns(people) if name in NAME_COLUMNS else ()
            found[name] = _asked(label, about, values.get(name), f"{key}_{name}", columns)
    return found


def known_columns(people: Sequence[Applicant]) -> list[str]:
    """Fields somebody filled in, and columns of one's own; every field where nobody did."""
    fields = [f for f in FIELD_NAMES if f != "phone"]  # which no round holds
    known = [f for f in fields if any(a.text(f) is not None for a in people)]
    own = sorted({header for a in people for header in a.extra})
    return [*known, *own] or fields


def _asked(label: str, about: FieldInfo, value: Any, key: str, columns: Sequence[str]) -> Any:
    """One widget, by what kind of value it is; ``columns``: to choose from, where it names some."""
    form_ = _kind(about.annotation)
    if columns:
        return _column(label, value, key, columns, several=form_ is tuple)
    drawn = next((how for kind, how in DRAWN.items() if issubclass(form_, kind)), _text)
    return drawn(label, about, value, key)


def label_of(name: str, about: FieldInfo, beside: Mapping[str, Any]) -> str:
    """What the field is; in words of its own where what a file says of it names its spelling.

    ``beside``: what stands in the other fields, of which what it is may depend.
    """
    words = sentences(language())
    begins = f"asking.label_{name}"
    depending = (f"{begins}_{value}" for value in beside.values() if isinstance(value, str))
    own = next((words[key] for key in (*depending, begins) if key in words), None)
    said = own or _extra(about).get(language().value) or name
    unit = _extra(about).get("unit")
    behind = f" ({words.get(f'page_composing.unit_{unit}', unit)})" if unit else ""
    return f"{said[:1].upper()}{said[1:]}{behind}"


def _choice(label: str, about: FieldInfo, value: Any, key: str) -> Any:
    kind: Any = _kind(about.annotation)
    options = [member.value for member in kind]
    index = options.index(getattr(value, "value", value)) if value is not None else 0
    return st.selectbox(label, options, index, format_func=_option, key=key)


def _switch(label: str, _about: FieldInfo, value: Any, key: str) -> bool:
    return st.toggle(label, bool(value), key=key)


def _number(label: str, about: FieldInfo, value: Any, key: str) -> float | None:
    """Empty is None; a number that may have decimals shows only those it has."""
    low, high = _limit(about, "ge"), _limit(about, "le")
    given = None if value is None else float(value)
    return st.number_input(label, low, high, given, format="%g", key=key)


def _whole(label: str, about: FieldInfo, value: Any, key: str) -> int | None:
    low, high = _limit(about, "ge"), _limit(about, "le")
    typed = st.number_input(
        label,
        None if low is None else int(low),
        None if high is None else int(high),
        None if value is None else int(value),
        1,
        key=key,
    )
    return None if typed is None else int(typed)


def _limit(about: FieldInfo, name: str) -> float | None:
    """The least (``ge``) or the most (``le``) it may be."""
    found = (getattr(one, name, None) for one in about.metadata)
    return next((float(one) for one in found if one is not None), None)


def _text(label: str, _about: FieldInfo, value: Any, key: str) -> str:
    return st.text_input(label, str(value or ""), key=key).strip()


def _several(label: str, about: FieldInfo, value: Any, key: str) -> list[str]:
    """Each value by itself, so a comma within one stays; new ones where it is no fixed choice."""
    given = [str(getattr(one, "value", one)) for one in value or ()]
    kind = get_args(about.annotation)[0]
    fixed = isinstance(kind, type) and issubclass(kind, Enum)
    options = [member.value for member in kind] if fixed else given
    chosen = st.multiselect(
        label,
        options,
        given,
        format_func=_option if fixed else str,
        key=key,
        accept_new_options=not fixed,
        placeholder=t("choose" if fixed else "choose_or_type"),
    )
    return [one.strip() for one in chosen if one.strip()]


def _table(label: str, about: FieldInfo, value: Any, key: str) -> Any:
    if _holds(about.annotation, tuple):
        text = st.text_area(label, lists_written(value), key=key, help=t("lists_help"))
        return lists_read(text)
    return pairs_read(st.text_area(label, pairs_written(value), key=key, help=t("pairs_help")))


DRAWN: Mapping[type, Callable[[str, FieldInfo, Any, str], Any]] = {
    Enum: _choice,
    bool: _switch,
    int: _whole,
    float: _number,
    tuple: _several,
    dict: _table,
}
"""Kind of value → how it is drawn."""


def _column(label: str, value: Any, key: str, columns: Sequence[str], *, several: bool) -> Any:
    given = [value] if isinstance(value, str) and value else list(value or ())
    options = list(dict.fromkeys([*columns, *given]))
    names = {column: field_name(column, language()) for column in options}
    if several:
        return st.multiselect(
            label, options, given, format_func=names.__getitem__, key=key, placeholder=t("choose")
        )
    index = options.index(given[0]) if given else None
    return st.selectbox(
        label, options, index, format_func=names.__getitem__, key=key, placeholder=t("choose")
    )


def _option(value: str) -> str:
    """The word of a choice or kind of relation; what has none is shown as it is written."""
    words = sentences(language())
    return words.get(f"page_composing.option_{value}") or words.get(f"relations.{value}", value)


def _extra(about: FieldInfo) -> Mapping[str, Any]:
    extra = about.json_schema_extra
    return extra if isinstance(extra, Mapping) else {}


def _kind(annotation: Any) -> Any:
    """int, float, bool, str, tuple, dict or an Enum; None beside it does not matter."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    origin = get_origin(annotation)
    if origin in (tuple, dict):
        return origin
    if parts and not isinstance(annotation, type) and not isinstance(parts[0], str):
        return _kind(parts[0])
    return annotation if isinstance(annotation, type) else str


def _holds(annotation: Any, kind: type) -> bool:
    """Whether this kind occurs within a type."""
    here = get_origin(annotation) or annotation
    within = any(_holds(part, kind) for part in get_args(annotation))
    return within or (isinstance(here, type) and issubclass(here, kind))
