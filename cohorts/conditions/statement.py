"""A statement that must be true: ja, yes, true in a field or column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from typing_extensions import override

from cohorts.conditions.condition import UNSAID, Condition, Said, described, texts
from cohorts.people.applicant import Applicant
from cohorts.people.values import plain
from cohorts.round.finding import Fact
from cohorts.round.judgement import Verdict

YES = frozenset(["ja", "j", "yes", "y", "true", "waar", "1", "x"])
NO = frozenset(["nee", "n", "no", "false", "onwaar", "0"])


class Statement(Condition):
    """The column says yes; any other word than yes or no decides nothing."""

    TITLE = texts(nl="{statement}", en="{statement}")
    ABOUT = texts(
        nl="Een uitspraak die waar moet zijn, in een eigen kolom met ja of nee (ook: true, false, "
        "1, 0, x).",
        en="A statement that must be true, in a column of your own with yes or no (also: ja, nee, "
        "true, false, 1, 0, x).",
    )
    SENTENCES: ClassVar = {
        Verdict.MET: texts(nl="{statement}: ja.", en="{statement}: yes."),
        Verdict.REFUSED: texts(
            nl="{statement}: nee. Dat moet ja zijn.", en="{statement}: no. It must be yes."
        ),
        Verdict.UNKNOWN: texts(
            nl="Nog niet bekend: {statement}.", en="Not known yet: {statement}."
        ),
    }

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")
    called: Said = described(
        UNSAID, nl="de uitspraak in woorden; leeg: de kolom", en="in words; empty: the column"
    )

    @override
    def needs(self) -> tuple[str, ...]:
        return (self.field,)

    @override
    def look(self, applicant: Applicant, on: date) -> tuple[Verdict, Mapping[str, Fact]]:
        said = plain(applicant.text(self.field) or "")
        if said in YES:
            return Verdict.MET, {}
        return (Verdict.REFUSED if said in NO else Verdict.UNKNOWN), {}

    @override
    def words(self, facts: Mapping[str, Fact]) -> Mapping[str, object]:
        statement = self.called if any(self.called.values()) else self.field
        return {"statement": statement}
