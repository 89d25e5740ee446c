"""At least one of several conditions holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import field_validator
from pydantic_core import PydanticCustomError
from typing_extensions import override

from cohorts.conditions.condition import Condition, described, texts
from cohorts.conditions.named import NamedCondition
from cohorts.people.applicant import Applicant
from cohorts.round.finding import Fact
from cohorts.round.judgement import Judgement, Verdict
from cohorts.words.language import Language

OR = texts(nl=" of ", en=" or ")


class AnyOf(Condition):
    """Met where one inside is met; refused only where every one inside refuses."""

    TITLE = texts(nl="{either}", en="{either}")
    ABOUT = texts(
        nl="Minstens één van deze voorwaarden klopt, zoals een omzet van hoogstens 50 miljoen of "
        "een balans van hoogstens 43 miljoen.",
        en="At least one of these conditions holds, such as a turnover of at most 50 million or a "
        "balance sheet of at most 43 million.",
    )
    SENTENCES: ClassVar = {
        Verdict.MET: texts(nl="{told}", en="{told}"),
        Verdict.REFUSED: texts(
            nl="Eén hiervan moet kloppen, en dat is niet zo. {told}",
            en="One of these must hold, and none does. {told}",
        ),
        Verdict.UNKNOWN: texts(nl="Nog niet zeker: {either}.", en="Not certain yet: {either}."),
    }

    either: tuple[NamedCondition, ...] = described(
        ..., nl="de voorwaarden waarvan er één klopt", en="the conditions of which one holds"
    )

    @field_validator("either")
    @classmethod
    def _some(cls, given: tuple[NamedCondition, ...]) -> tuple[NamedCondition, ...]:
        if not given:
            raise PydanticCustomError("too_short", "at least one")
        return given

    @override
    def judge(self, applicant: Applicant, on: date) -> Judgement:
        """As always, with what each condition inside says beside it."""
        judgement = super().judge(applicant, on)
        if judgement.verdict is Verdict.WAITS:
            return judgement
        return Judgement(self.key, judgement.verdict, parts=self._parts(applicant, on))

    @property
    def telling(self) -> bool:
        return all(condition.telling for condition in self.either)

    @override
    def needs(self) -> tuple[str, ...]:
        return tuple(field for condition in self.either for field in condition.needs())

    @override
    def named(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for condition in self.either:
            for field, values in condition.named().items():
                found[field] = (*found.get(field, ()), *values)
        return found

    @override
    def look(self, applicant: Applicant, on: date) -> tuple[Verdict, Mapping[str, Fact]]:
        verdicts = {part.verdict for part in self._parts(applicant, on)}
        if Verdict.MET in verdicts:
            return Verdict.MET, {}
        return (Verdict.REFUSED if verdicts == {Verdict.REFUSED} else Verdict.UNKNOWN), {}

    @override
    def words(self, facts: Mapping[str, Fact]) -> Mapping[str, object]:
        return {"either": {language: self._titles(language) for language in Language}, **facts}

    def sentence(self, judgement: Judgement, language: Language) -> str:
        """One sentence about one applicant: what the conditions that decided it say."""
        told = " ".join(
            condition.sentence(part, language)
            for condition, part in zip(self.either, judgement.parts, strict=True)
            if part.verdict is judgement.verdict
        )
        return super().sentence(
            Judgement(judgement.condition, judgement.verdict, {"told": told}), language
        )

    def _parts(self, applicant: Applicant, on: date) -> tuple[Judgement, ...]:
        return tuple(condition.judge(applicant, on) for condition in self.either)

    def _titles(self, language: Language) -> str:
        return OR[language].join(condition.title(language) for condition in self.either)
