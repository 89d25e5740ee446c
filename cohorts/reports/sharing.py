"""What one reader gets of a proposal, and nothing of what is another's: for whom, and its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cohorts.composing.proposal import Proposal
from cohorts.record.hide import Hidden, hide
from cohorts.reports.addresses import addresses_csv, consent_was_asked
from cohorts.reports.calendar import group_calendar, whole_calendar
from cohorts.reports.groups_csv import groups_csv
from cohorts.reports.nameless import nameless_book, nameless_csv
from cohorts.reports.page import page
from cohorts.reports.page.account import account_page
from cohorts.reports.page.facilitator import facilitator_page
from cohorts.reports.page.participant import participant_page
from cohorts.reports.stamp import Stamp
from cohorts.reports.start import Start
from cohorts.reports.xlsx import workbook
from cohorts.rounds.deciding.group_coaches import Coaches, nobody
from cohorts.rounds.packed import pack
from cohorts.words import Language, say

HTML, CSV = "text/html", "text/csv"
ICS, ZIP = "text/calendar", "application/zip"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class Audience(StrEnum):
    """For whom something is made. The first two are of one group."""

    FACILITATOR = "facilitator"
    PARTICIPANTS = "participants"
    FUNDER = "funder"
    COMMITTEE = "committee"
    SELF = "self"

    @property
    def of_group(self) -> bool:
        """Whether it is about one group alone."""
        return self in (Audience.FACILITATOR, Audience.PARTICIPANTS)


@dataclass(frozen=True)
class SharedFile:
    """``make``: its content, made when it is asked for."""

    kind: str
    name: str
    mime: str
    make: Callable[[], bytes]


@dataclass(frozen=True, eq=False)
class Sharing:
    """A proposal for one reader; ``group``: of a reader of one group."""

    proposal: Proposal
    audience: Audience
    stamp: Stamp
    language: Language
    group: int = 0
    start: Start | None = None
    coaches: Coaches = field(default_factory=nobody)

    def page(self) -> str:
        """The page of this reader alone."""
        return _PAGES[self.audience](self)

    def files(self) -> tuple[SharedFile, ...]:
        """Those that are open: the page of a reader first; of one's own those without names."""
        if self.audience is Audience.SELF:
            made = [
                SharedFile("workbook", self._name("xlsx"), SHEET, self._nameless_book),
                SharedFile("groups", self._name("csv"), CSV, self._nameless),
            ]
        else:
            made = [SharedFile("page", self._name("html"), HTML, lambda: self.page().encode())]
        if self.start is not None and self._meets:
            made.append(SharedFile("calendar", self._name("ics"), ICS, self._calendar))
        return tuple(made)

    def under_password(self) -> SharedFile | None:
        """What names people and goes along only under a password; None: there is no such file."""
        if self.audience is Audience.FACILITATOR:
            return SharedFile("addresses", self._name("csv"), CSV, self._addresses)
        if self.audience is Audience.SELF:
            return SharedFile("everything", self._name("zip"), ZIP, self._everything)
        return None

    def _everything(self) -> bytes:
        return pack(
            {
                self._name("html"): self.page().encode(),
                self._name("xlsx"): self._workbook(),
                self._name("csv"): self._groups(),
            }
        )

    @property
    def _meets(self) -> bool:
        return self.audience.of_group or self.audience is Audience.SELF

    def _name(self, ending: str) -> str:
        """``besluit-2-deelnemers-groep-3.html``: says what it is before it is opened."""
        kind = "decision" if self.stamp.signed else "proposal"
        parts = [say(f"sharing.name_{kind}", self.language), str(self.stamp.number or "")]
        parts.append(say(f"sharing.name_{self.audience}", self.language))
        if self.audience.of_group:
            parts.append(str(self.group))
        return "-".join(filter(None, parts)) + f".{ending}"

    def _addresses(self) -> bytes:
        members = self.proposal.composition.groups[self.group]
        return addresses_csv(members, asked=consent_was_asked(self.proposal.round)).encode()

    def _workbook(self) -> bytes:
        return workbook(self.proposal, self.language, self.stamp)

    def _nameless_book(self) -> bytes:
        return nameless_book(self.proposal, self.language, self.stamp)

    def _nameless(self) -> bytes:
        return nameless_csv(self.proposal).encode()

    def _groups(self) -> bytes:
        return groups_csv(self.proposal).encode()

    def _calendar(self) -> bytes:
        assert self.start is not None  # noqa: S101 - asked for only then
        if self.audience.of_group:
            return group_calendar(
                self.proposal,
                self.group,
                self.start,
                self.language,
                self.stamp,
                coaches=self.coaches,
            ).encode()
        return whole_calendar(
            self.proposal, self.start, self.language, self.stamp, coaches=self.coaches
        ).encode()


def _facilitator(of: Sharing) -> str:
    return facilitator_page(
        of.proposal, of.group, of.start, of.language, of.stamp, coaches=of.coaches
    )


def _participants(of: Sharing) -> str:
    return participant_page(
        of.proposal, of.group, of.start, of.language, of.stamp, coaches=of.coaches
    )


def _funder(of: Sharing) -> str:
    return account_page(of.proposal, of.language, of.stamp)


def _committee(of: Sharing) -> str:
    """The whole proposal, without turnover, worries, points and years of birth."""
    shown = hide(of.proposal, frozenset(Hidden))
    return page(shown, of.language, of.start, of.stamp, "committee")


def _self(of: Sharing) -> str:
    return page(of.proposal, of.language, of.start, of.stamp)


_PAGES: Mapping[Audience, Callable[[Sharing], str]] = {
    Audience.FACILITATOR: _facilitator,
    Audience.PARTICIPANTS: _participants,
    Audience.FUNDER: _funder,
    Audience.COMMITTEE: _committee,
    Audience.SELF: _self,
}
