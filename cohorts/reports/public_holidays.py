"""On which days the Netherlands has a public holiday: Algemene termijnenwet, art. 3.

Good Friday and Liberation Day are in that law too; on both many people work.
"""

from __future__ import annotations

from datetime import date, timedelta

AFTER_EASTER = {-2: "good_friday", 0: "easter", 1: "easter", 39: "ascension", 49: "whitsun"} | {
    50: "whitsun"
}
"""Days after Easter Sunday → the holiday."""
FIXED = {(1, 1): "new_year", (5, 5): "liberation", (12, 25): "christmas", (12, 26): "christmas"}
"""Month and day → the holiday."""
KINGS_DAY = (4, 27)
SUNDAY = 6


def holiday_on(day: date) -> str:
    """The key of its name in ``words/*/report.toml``, "" on another day."""
    kings_day = date(day.year, *KINGS_DAY)
    if kings_day.weekday() == SUNDAY:
        kings_day -= timedelta(days=1)
    if day == kings_day:
        return "kings_day"
    fixed = FIXED.get((day.month, day.day), "")
    return fixed or AFTER_EASTER.get((day - easter(day.year)).days, "")


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8)."""
    golden, (century, of_century) = year % 19, divmod(year, 100)
    leaps, rest = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarters, years = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarters - epact - years) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, days = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, days + 1)
