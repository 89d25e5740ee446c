"""The form of any rule, built from its fields: a new rule has one by itself."""

from __future__ import annotations

from enum import Enum
from typing import Any, get_args, get_origin

import streamlit as st
from pydantic.fields import FieldInfo

from cohorts.pages.session import language, session
from cohorts.pages.told import t
from cohorts.people.applicant import FIELD_NAMES
from cohorts.rules import rules
from cohorts.words.phrase import field_name
from cohorts.words.sentences import sentences

NOT_ASKED = ("rule", "key", "stage", "reason")


def rule_form(table: dict[str, Any]) -> None:
    """Widgets for every field of the rule; what is filled in goes into ``table``."""
    kind = rules()[table["rule"]]
    for name, about in kind.model_fields.items():
        if name not in NOT_ASKED:
            value = table.get(name, None if about.is_required() else about.get_default())
            given = _asked(name, about, value, f"{table['uid']}_{name}")
            if given is None or given == "":
                table.pop(name, None)
            else:
                table[name] = given


def columns() -> list[str]:
    """Fields somebody filled in, and columns of one's own."""
    people = session().applicants or ()
    known = [f for f in FIELD_NAMES if any(a.text(f) is not None for a in people)]
    own = sorted({header for a in people for header in a.extra})
    return [*known, *own]


def _asked(name: str, about: FieldInfo, value: Any, key: str) -> Any:
    """One widget, by what kind of value it is."""
    label, form = _label(name, about), _kind(about.annotation)
    if name == "field" or (name == "fields" and form is tuple):
        return _column(label, value, key, several=form is tuple)
    if isinstance(form, type) and issubclass(form, Enum):
        options = [member.value for member in form]
        index = options.index(getattr(value, "value", value)) if value is not None else 0
        said = {option: _option(option) for option in options}
        return st.selectbox(label, options, index, format_func=said.__getitem__, key=key)
    if form is bool:
        return st.toggle(label, bool(value), key=key)
    if form in (int, float):
        return _number(label, about, value, key, form)
    return _text(label, about, value, key)


def _text(label: str, about: FieldInfo, value: Any, key: str) -> Any:
    """Words, several of them, or a table of them."""
    form = _kind(about.annotation)
    if form is tuple:
        return _several(label, about, value, key)
    if form is dict and _holds(about.annotation, tuple):
        text = st.text_area(label, lists_written(value), key=key, help=t("lists_help"))
        return lists_read(text)
    if form is dict:
        return _pairs(st.text_input(label, _written(value), key=key, help=t("pairs_help")).strip())
    return st.text_input(label, _written(value), key=key).strip()


def _several(label: str, about: FieldInfo, value: Any, key: str) -> list[str]:
    """Each value by itself, so a comma within one stays; new ones where it is no fixed choice."""
    given = [str(getattr(one, "value", one)) for one in value or ()]
    kind = get_args(about.annotation)[0]
    fixed = isinstance(kind, type) and issubclass(kind, Enum)
    options = [member.value for member in kind] if fixed else given
    said = {option: _option(option) if fixed else option for option in options}
    chosen = st.multiselect(
        label,
        options,
        given,
        format_func=lambda option: said.get(option, option),
        key=key,
        accept_new_options=not fixed,
        placeholder=t("choose" if fixed else "choose_or_type"),
    )
    return [one.strip() for one in chosen if one.strip()]


def lists_written(value: Any) -> str:
    """A line a name, with what belongs to it behind a colon; names alone as they are."""
    if isinstance(value, dict):
        return "\n".join(f"{name}: {', '.join(within)}" for name, within in value.items())
    return "\n".join(value or ())


def lists_read(text: str) -> dict[str, list[str]] | list[str]:
    """The table of :func:`lists_written`; only names where no line has a colon."""
    lines = [line.partition(":") for line in text.splitlines() if line.strip()]
    if not any(colon for _, colon, _ in lines):
        return [name.strip() for line, _, _ in lines for name in line.split(",") if name.strip()]
    return {
        name.strip(): [one.strip() for one in within.split(",") if one.strip()]
        for name, _, within in lines
    }


def _label(name: str, about: FieldInfo) -> str:
    """What the field is; in words of its own where what a file says of it names its spelling."""
    extra: Any = about.json_schema_extra or {}
    said = sentences(language()).get(f"pages.field_{name}") or extra.get(language().value) or name
    return said[:1].upper() + said[1:]


def _kind(annotation: Any) -> Any:
    """int, float, bool, str, tuple, dict or an Enum; None beside it does not matter."""
    parts = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) in (tuple, dict):
        return get_origin(annotation)
    if parts and not isinstance(annotation, type) and not isinstance(parts[0], str):
        return _kind(parts[0])
    return annotation if isinstance(annotation, type) else str


def _holds(annotation: Any, kind: type) -> bool:
    """Whether the values of a table are of this kind."""
    return any(get_origin(part) is kind for part in get_args(annotation))


def _column(label: str, value: Any, key: str, *, several: bool) -> Any:
    given = [value] if isinstance(value, str) else list(value or ())
    options = list(dict.fromkeys([*columns(), *given]))
    names = {column: field_name(column, language()) for column in options}
    if several:
        return st.multiselect(label, options, given, format_func=names.__getitem__, key=key)
    index = options.index(given[0]) if given else None
    return st.selectbox(label, options, index, format_func=names.__getitem__, key=key)


def _number(label: str, about: FieldInfo, value: Any, key: str, form: type) -> Any:
    low = next((m.ge for m in about.metadata if hasattr(m, "ge")), None)
    given = None if value is None else form(value)
    step = 1 if form is int else None
    least = None if low is None else form(low)
    return st.number_input(label, min_value=least, value=given, step=step, key=key)


def _pairs(text: str) -> dict[str, float]:
    """``name=number`` with commas between; what is written otherwise is passed over."""
    found = {}
    for part in text.split(","):
        name, _, number = part.partition("=")
        if number.strip().replace(".", "", 1).isdecimal():
            found[name.strip()] = float(number) if "." in number else int(number)
    return found


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}={number}" for name, number in value.items())
    return "" if value is None else str(getattr(value, "value", value))


def _option(value: str) -> str:
    """The word of a choice or kind of relation; what has none is shown as it is written."""
    words = sentences(language())
    return words.get(f"pages.option_{value}") or words.get(f"relations.{value}", value)
