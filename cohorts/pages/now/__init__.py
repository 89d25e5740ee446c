"""The page ``now``."""

from __future__ import annotations

from cohorts.pages.foot import foot
from cohorts.pages.heading import heading
from cohorts.pages.here import Here
from cohorts.pages.told import shell_words


def draw(here: Here) -> None:
    """Draws it."""
    del here
    heading(shell_words("room_now"))
    foot("Hierna leest u uw bestand met aanmeldingen in.", "Naar de aanmeldingen")
