"""What an organiser prints for the first meeting: each pile as one file, and all of it as one zip.

A pile holds every group, each on paper of its own: it is made to be printed and split. What is
sent to one group is a file of that group alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cohorts.composing.proposal import Proposal
from cohorts.reports.in_file_name import in_file_name
from cohorts.reports.page.attendance_page import attendance_page
from cohorts.reports.page.badges_page import badges_page
from cohorts.reports.page.facilitator import facilitator_sheets
from cohorts.reports.page.participant import participant_sheets
from cohorts.reports.sharing import Audience, Sharing
from cohorts.reports.stamp import Stamp
from cohorts.reports.start import Start
from cohorts.rounds.deciding.group_coaches import Coaches, nobody
from cohorts.rounds.packed import pack
from cohorts.words import Language, say


class Pile(StrEnum):
    """What is printed for all groups at once."""

    PARTICIPANTS = "participants"
    FACILITATORS = "facilitators"
    ATTENDANCE = "attendance"
    BADGES = "badges"


@dataclass(frozen=True, eq=False)
class Papers:
    """``decided``: as it was signed; ``coming``: the same without who stopped since."""

    decided: Proposal
    coming: Proposal
    stamp: Stamp
    language: Language
    start: Start | None = None
    coaches: Coaches = field(default_factory=nobody)

    def pile(self, pile: Pile, meeting: int | None = None) -> bytes:
        """``meeting``: of an attendance list, by its place in the programme; None: any."""
        return _PILES[pile](self, meeting).encode()

    def name(self, pile: Pile, meeting: int | None = None) -> str:
        """Of its file: ``presentielijst-2.html`` for the second meeting."""
        number = () if meeting is None else (str(meeting + 1),)
        return "-".join((say(f"handout.name_{pile}", self.language), *number)) + ".html"

    def whole(self) -> bytes:
        """A zip of every pile, lists of each meeting, files of each group and coach."""
        return pack(dict(self._files()))

    def _files(self) -> Iterator[tuple[str, bytes]]:
        for pile in Pile:
            for meeting in self.meetings if pile is Pile.ATTENDANCE else (None,):
                yield self.name(pile, meeting), self.pile(pile, meeting)
        committee = Sharing(self.decided, Audience.COMMITTEE, self.stamp, self.language)
        name = say("handout.name_committee", self.language)
        yield f"{name}.html", committee.page().encode()
        folder = say("handout.name_folder", self.language)
        for number, members in self.coming.composition.groups.items():
            for audience in (Audience.PARTICIPANTS, Audience.FACILITATOR) if members else ():
                of = Sharing(
                    self.coming,
                    audience,
                    self.stamp,
                    self.language,
                    number,
                    self.start,
                    self.coaches,
                )
                files = [*of.files(), *filter(None, [of.under_password()])]
                yield from ((f"{folder}/{one.name}", one.make()) for one in files)
        yield from self._of_coaches()

    def _of_coaches(self) -> Iterator[tuple[str, bytes]]:
        """The sheets of one coach in one file, of all their groups."""
        folder, groups = say("handout.name_coaches", self.language), self.coming.composition.groups
        theirs: dict[str, list[int]] = {}
        for number, name in sorted(self.coaches.items()):
            if groups.get(number):
                theirs.setdefault(name, []).append(number)
        for at, (name, only) in enumerate(sorted(theirs.items()), 1):
            file = "-".join(filter(None, (f"{at:02}", in_file_name(name))))
            page = facilitator_sheets(
                self.coming, self.start, self.language, self.stamp, coaches=self.coaches, only=only
            )
            yield f"{folder}/{file}.html", page.encode()

    @property
    def meetings(self) -> tuple[int | None, ...]:
        """Of which there is an attendance list each; one for any where the programme names none."""
        return tuple(range(len(self.coming.programme.meetings))) or (None,)


_PILES: Mapping[Pile, Callable[[Papers, int | None], str]] = {
    Pile.PARTICIPANTS: lambda of, _: participant_sheets(
        of.coming, of.start, of.language, of.stamp, coaches=of.coaches
    ),
    Pile.FACILITATORS: lambda of, _: facilitator_sheets(
        of.coming, of.start, of.language, of.stamp, coaches=of.coaches
    ),
    Pile.ATTENDANCE: lambda of, meeting: attendance_page(
        of.coming, meeting, of.start, of.language, of.stamp, coaches=of.coaches
    ),
    Pile.BADGES: lambda of, _: badges_page(of.coming, of.language, of.stamp, coaches=of.coaches),
}
