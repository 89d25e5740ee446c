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
from cohorts.words import Language

YES = frozenset(["ja", "j", "yes", "y", "true", "waar", "1", "x"])
NO = frozenset(["nee", "n", "no", "false", "onwaar", "0"])
WHO = texts(nl="wie hierop ja zegt: ‘{statement}’", en="whoever says yes to this: ‘{statement}’")


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
            nl="Dit programma is voor {who}. Ingevuld is van niet.",
            en="This programme is for {who}. The answer was no.",
        ),
        Verdict.UNKNOWN: texts(
            nl="Nog niet bekend: {statement}.", en="Not known yet: {statement}."
        ),
    }

    field: str = described(..., nl="veld of eigen kolom", en="field or column of your own")
    called: Said = described(
        UNSAID,
        nl="de uitspraak in woorden; leeg: de kolom",
        en="in words; empty: the column",
        asked=False,
    )
    who: Said = described(
        UNSAID,
        nl="voor wie het programma is, na ‘voor’; leeg: wie hier ja zegt",
        en="for whom the programme is, after ‘for’; empty: whoever says yes to it",
        asked=False,
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
        named = {language: self.called[language] or self.field for language in Language}
        who = {
            language: self.who[language] or WHO[language].format(statement=named[language])
            for language in Language
        }
        return {"statement": named, "who": who}
