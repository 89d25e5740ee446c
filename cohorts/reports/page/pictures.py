"""The pictures of the page, as SVG: sizes on a shared log axis, and a map."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from cohorts.applicant import Applicant
from cohorts.words import Language, say
from cohorts.words.phrase import amount, field_name

WIDTH, LEFT, RIGHT, ROW = 720, 92, 16, 22
MARKS = ("circle", "square", "diamond", "triangle")
COLOURS = 6
Groups = Mapping[int, tuple[Applicant, ...]]


@dataclass(frozen=True)
class Picture:
    """A title that says what one sees, the drawing, and the same in a table."""

    title: str
    svg: Markup
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def spread_of(groups: Groups, field: str, unit: str, language: Language) -> Picture | None:
    """One line a group, one dot a member, on a shared log axis; None where nothing is known."""
    known = {
        number: [(v, a.label) for a in members if (v := a.number(field)) is not None and v > 0]
        for number, members in groups.items()
    }
    values = [v for dots in known.values() for v, _ in dots]
    if len(values) < 2 or min(values) == max(values):  # noqa: PLR2004 - one dot shows nothing
        return None
    low, high = math.log(min(values)), math.log(max(values))

    def x(value: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log(value) - low) / (high - low)

    height = ROW * (len(known) + 2)
    parts = [_ticks((min(values), max(values)), x, height, unit, language)]
    for line, (number, dots) in enumerate(known.items(), 1):
        y = ROW * line
        parts.append(_line(number, y, language))
        for value, label in sorted(dots):
            tip = escape(f"{label}: {amount(value, unit, language)}")
            parts.append(
                f'<circle cx="{x(value):.1f}" cy="{y}" r="4.5" class="dot">'
                f"<title>{tip}</title></circle>"
            )
    widest = max((n for n in known if known[n]), key=lambda n: max(known[n])[0] / min(known[n])[0])
    title = say("report.widest", language, group=str(widest), field=field)
    head = tuple(say(f"report.{k}", language) for k in ("group", "smallest", "largest"))
    rows = tuple(
        (str(n), amount(min(d)[0], unit, language), amount(max(d)[0], unit, language))
        for n, d in known.items()
        if d
    )
    return Picture(title, _svg(parts, WIDTH, height, title), head, rows)


def _ticks(
    ends: tuple[float, float],
    x: Callable[[float], float],
    height: int,
    unit: str,
    language: Language,
) -> str:
    low, high = ends
    parts = []
    last = -100.0
    for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1):
        for step in (1, 3):
            value = step * 10.0**power
            if low <= value <= high and x(value) - last > 70:  # noqa: PLR2004 - room for a label
                last = x(value)
                label = escape(amount(value, unit if unit == "euro" else "number", language))
                parts.append(
                    f'<line x1="{last:.1f}" x2="{last:.1f}" y1="10" y2="{height - 22}" '
                    f'class="grid"/>'
                    f'<text x="{last:.1f}" y="{height - 6}" text-anchor="middle">{label}</text>'
                )
    return "".join(parts)


def _line(number: int, y: int, language: Language) -> str:
    label = escape(f"{say('report.group', language)} {number}")
    return (
        f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" class="rail"/>'
        f'<text x="0" y="{y + 4}">{label}</text>'
    )


def map_of(groups: Groups, language: Language) -> Picture | None:
    """Everybody's place, a mark a group; None where no coordinates are known."""
    spots = [
        (number, a, a.latitude, a.longitude)
        for number, members in groups.items()
        for a in members
        if a.latitude is not None and a.longitude is not None
    ]
    if len(spots) < 2:  # noqa: PLR2004 - one dot is no map
        return None
    south, north = min(s[2] for s in spots), max(s[2] for s in spots)
    west, east = min(s[3] for s in spots), max(s[3] for s in spots)
    stretch = math.cos(math.radians((south + north) / 2))
    wide = max((east - west) * stretch, 1e-3)
    tall = max(north - south, 1e-3)
    scale = min((WIDTH - 40) / wide, 460 / tall)
    width, height = WIDTH, round(tall * scale) + 40
    parts = []
    for number, a, latitude, longitude in spots:
        x = 20 + (longitude - west) * stretch * scale
        y = 20 + (north - latitude) * scale
        tip = f"{a.label}, {a.place or ''} ({say('report.group', language)} {number})"
        parts.append(_mark(number, x, y, tip))
    title = _map_title(groups, language)
    head = (say("report.group", language), field_name("municipality", language))
    rows = tuple(
        (str(number), ", ".join(sorted({a.municipality or a.place or "–" for a in members})))
        for number, members in groups.items()
    )
    return Picture(title, _svg(parts, width, height, title), head, rows)


def _mark(number: int, x: float, y: float, tip: str) -> str:
    shape = MARKS[(number - 1) // COLOURS % len(MARKS)]
    css = f'class="mark c{(number - 1) % COLOURS}"'
    drawn = {
        "circle": f'<circle cx="{x:.1f}" cy="{y:.1f}" r="6" {css}>',
        "square": f'<rect x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10" {css}>',
        "diamond": f'<path d="M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z" {css}>',
        "triangle": f'<path d="M{x:.1f} {y - 7:.1f}l7 12h-14z" {css}>',
    }[shape]
    tag = drawn[1:].split(" ", 1)[0]
    number_on_it = f'<text x="{x + 8:.1f}" y="{y + 4:.1f}" class="small">{number}</text>'
    return f"{drawn}<title>{escape(tip)}</title></{tag}>{number_on_it}"


def _map_title(groups: Groups, language: Language) -> str:
    def breadth(number: int) -> float:
        spots = [(a.latitude, a.longitude) for a in groups[number] if a.latitude and a.longitude]
        if len(spots) < 2:  # noqa: PLR2004
            return 0.0
        return max(math.dist(p, q) for p in spots for q in spots)

    return say("report.map", language, group=str(max(groups, key=breadth)))


def _svg(parts: list[str], width: int, height: int, title: str) -> Markup:
    inside = "".join(parts)
    label = escape(title)
    head = f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{label}">'
    return Markup(f"{head}{inside}</svg>")  # noqa: S704 - every text is escaped where it is made
