"""Who sits with whom: composing peer groups of entrepreneurs, decided well and explained."""

from __future__ import annotations

TYPE_CHECKING = False  # as the one of typing, which takes a while to import

if TYPE_CHECKING:
    from cohorts.composing.compose import compose
    from cohorts.intake import read_applicants
    from cohorts.programme.programme import load_programme
    from cohorts.reports import write_reports

__all__ = ["compose", "load_programme", "read_applicants", "write_reports"]
ROOMS = {
    "compose": "cohorts.composing.compose",
    "read_applicants": "cohorts.intake",
    "load_programme": "cohorts.programme.programme",
    "write_reports": "cohorts.reports",
}
"""Name → where it is; fetched when first used, so that a program can begin before all is there."""


if not TYPE_CHECKING:  # else any name would do

    def __getattr__(name: str) -> object:
        """What a name stands for, kept. Raises AttributeError."""
        from importlib import import_module  # noqa: PLC0415 - as above

        if name not in ROOMS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(ROOMS[name]), name)
        return found
