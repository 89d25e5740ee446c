"""What a rule says: its title, and a sentence about a group, or about two or three of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from cohorts.round.finding import ABSENT, FEW, GroupFinding
from cohorts.words import Language
from cohorts.words.phrase import phrase
from cohorts.words.texts import Texts, texts

ABSENT_SAID = texts(
    nl="Niemand in deze ronde heeft bij {field}: {absent}.",
    en="Nobody in this round has for {field}: {absent}.",
)
"""The sentence of the verdict ABSENT, in every rule that names values."""


class Saying(BaseModel):
    """The words of a rule, which its findings fill in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    TITLE: ClassVar[Texts]
    """What the rule is called, as an organiser says it; may use ``{field}`` names of the rule."""
    ABOUT: ClassVar[Texts]
    """One or two sentences: what the rule asks, when to use it, an example."""
    SENTENCES: ClassVar[Mapping[str, Texts]]
    """verdict → sentence about one group, filled with the finding's facts."""
    BESIDE: ClassVar[Mapping[str, Texts]] = {}
    """fact → what is said behind the sentence, where that fact is there and not empty."""
    AMONG_FEW: ClassVar[Mapping[str, Texts]] = {}
    """verdict → the sentence about two or three people, where that of a group does not say it."""

    def title(self, language: Language) -> str:
        """The rule as an organiser would say it."""
        return phrase(self.TITLE[language], self.model_dump(mode="python"), language)

    @property
    def titles(self) -> Texts:
        """The title in every language, as a fact for sentences."""
        return {language: self.title(language) for language in Language}

    def said(self, finding: GroupFinding) -> Texts:
        """The sentence that goes with a finding, before it is filled in."""
        if finding.verdict == ABSENT:
            return ABSENT_SAID
        few = self.AMONG_FEW.get(finding.verdict) if finding.group == FEW else None
        return few or self.SENTENCES[finding.verdict]

    def as_told(self, finding: GroupFinding, language: Language) -> GroupFinding:
        """The finding with its facts, and its verdict, as a sentence needs them."""
        del language
        return finding

    def sentence(self, finding: GroupFinding, language: Language) -> str:
        """One sentence about one group."""
        finding = self.as_told(finding, language)
        beside = [said for fact, said in self.BESIDE.items() if finding.facts.get(fact)]
        said = (self.said(finding), *beside)
        return " ".join(phrase(one[language], finding.facts, language) for one in said)
