"""The letters on one decision or stage by person: as they are read, sent and taken along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from cohorts.reports.letters.letter import Letter, Sender
from cohorts.reports.letters.of_decision import letters_of_decision
from cohorts.reports.letters.of_stage import letters_of_stage
from cohorts.reports.letters.shared_addresses import shared_addresses
from cohorts.rounds.actor import Actor
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.judging.stage_head import StageKey
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting.about import About, about_decision, about_stage
from cohorts.rounds.posting.held_back import Held, held_back
from cohorts.rounds.posting.kept_letters import Kept, kept_letter, kept_letters
from cohorts.rounds.posting.written import Written
from cohorts.store.keys import PersonKey, RoundKey
from cohorts.store.store import Store
from cohorts.words import Language


@dataclass(frozen=True, eq=False)
class Post:
    """``letters``: by id of who they are to. ``kept``: of whom something was written or chosen.

    ``held``: who has no letter because of what they said since.
    """

    about: About
    sender: Sender
    letters: Mapping[PersonKey, Letter]
    language: Language
    kept: Mapping[PersonKey, Kept]
    held: Mapping[PersonKey, Held] = field(default_factory=dict)

    def stale(self, who: PersonKey) -> bool:
        """Whether it was written about an earlier decision, and must be read before it goes."""
        return who in self.kept and self.kept[who].stale

    def written(self, who: PersonKey) -> Written:
        """As it goes by mail."""
        letter = self.letters[who]
        lines = (*letter.paragraphs(self.sender, self.language), letter.below(self.sender))
        subject = letter.subject(self.sender, self.language)
        return Written(letter.email, subject, "\n\n".join(filter(None, lines)))

    @cached_property
    def shared(self) -> Mapping[str, tuple[PersonKey, ...]]:
        """Address → whose it is, where that are several."""
        of = {id(letter): who for who, letter in self.letters.items()}
        found = shared_addresses(tuple(self.letters.values()))
        return {address: tuple(of[id(one)] for one in each) for address, each in found.items()}


def post_of(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey | None,
    language: Language,
) -> Post:
    """After this stage; of the decision that stands where none is named.

    Raises what :func:`letters_of_decision` and :func:`letters_of_stage` raise.
    """
    about, made = _made(store, actor, round_, stage, language)
    sender, letters = made
    keys = people_of(store, actor, round_).keys.of
    by_person = {keys[one.to.id]: one for one in letters}
    kept = kept_letters(store, actor, round_, about)
    for other in {one.language for one in kept.values()} - {language}:
        _, (from_, others) = _made(store, actor, round_, stage, other)
        for one in others:
            who = keys[one.to.id]
            if who in kept and kept[who].language is other:
                by_person[who] = replace(one, otherwise=(from_, other))
    for who, written in kept.items():
        if written.text and who in by_person:
            by_person[who] = replace(by_person[who], written=written.text)
    held = held_back(store, actor, round_, stage)
    return Post(about, sender, by_person, language, kept, held)


def letter_as_kept(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    person: PersonKey,
    letter: Letter,
    *,
    stage: StageKey | None = None,
) -> Letter:
    """By hand where somebody wrote it so, and nothing was decided anew since."""
    kept = kept_letter(store, actor, round_, _about(store, actor, round_, stage), person)
    return letter if kept is None or kept.stale else replace(letter, written=kept.text)


def _about(store: Store, actor: Actor, round_: RoundKey, stage: StageKey | None) -> About:
    if stage is not None:
        return about_stage(stage)
    last = standing(decisions_of(store, actor, round_))
    return about_decision(last.key) if last is not None else About("")


def _made(
    store: Store,
    actor: Actor,
    round_: RoundKey,
    stage: StageKey | None,
    language: Language,
) -> tuple[About, tuple[Sender, tuple[Letter, ...]]]:
    if stage is None:
        made = letters_of_decision(store, actor, round_, language)
    else:
        made = letters_of_stage(store, actor, round_, stage, language)
    return _about(store, actor, round_, stage), made
