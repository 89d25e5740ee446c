"""What was decided of somebody and why, to read aloud as in their letter; and what not to say."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from cohorts.errors import CohortsError
from cohorts.pages.find.instead_of_letter import instead_of_letter
from cohorts.pages.find.leaves import leaves
from cohorts.pages.find.refused_now import refused_now
from cohorts.pages.here import Here
from cohorts.pages.page_templates import page_templates
from cohorts.pages.told import language, page_words, plain, trouble
from cohorts.reports.letters.letter import NOT_REFUSED, Letter, Outcome, Sender
from cohorts.reports.letters.of_decision import letter_to
from cohorts.reports.letters.of_stage import letters_of_stage
from cohorts.reports.letters.post import letter_as_kept
from cohorts.rounds.deciding.decision import decisions_of, standing
from cohorts.rounds.judging.stage_head import Phase, StageHead, stages_of
from cohorts.rounds.people.kept_people import KeptPeople, people_of
from cohorts.rounds.proposing.reopened import proposal_of
from cohorts.store.keys import PersonKey
from cohorts.words import say

t = page_words("find")
HTML = page_templates("find")


def aloud(here: Here, kept: KeptPeople, person: PersonKey) -> None:
    """By the decision that stands, or else by the last stage that decided of them.

    Nothing to who said that they do not take part, and is in the round still.
    """
    stages = stages_of(here.store, here.actor, here.round)
    if person in kept.who and (state := leaves(here, person)) is not None:
        st.markdown(plain(t("leaves", state=say(f"calling.{state}", language()))))
        _told(_not_said(here, None, stages, decided=True))
        return
    try:
        found = letter_to(here.store, here.actor, here.round, person, language())
        decided = found is not None
        if (found is None or found[1] is None) and (true := instead_of_letter(here, person)):
            _told(_not_said(here, None, stages, decided=decided), true)
            return
        sender, letter = _as_kept(here, person, found) or _of_stages(here, person, stages)
    except CohortsError as error:
        trouble(error)
        return
    as_it_stands: tuple[str, ...] = ()
    if letter is None:
        as_it_stands = () if decided else refused_now(here, person)
        if not as_it_stands:  # their heading says that nothing is decided
            st.markdown(plain(t("no_letter" if decided else "not_decided")))
        said: tuple[str, ...] = ()
    else:
        said = letter.news(sender, language())
    not_said = _not_said(here, letter, stages, decided=decided or bool(as_it_stands))
    _told(not_said, said, as_it_stands)


def _told(
    not_said: Iterator[str], said: tuple[str, ...] = (), as_it_stands: tuple[str, ...] = ()
) -> None:
    facts = {"said": said, "as_it_stands": as_it_stands, "not_said": [t(key) for key in not_said]}
    st.html(HTML.get_template("aloud.html.jinja").render(t=t, **facts))


def _as_kept(
    here: Here, person: PersonKey, found: tuple[Sender, Letter | None] | None
) -> tuple[Sender, Letter | None] | None:
    """The same, or as somebody wrote it by hand."""
    if found is None or found[1] is None:
        return found
    of = (here.store, here.actor, here.round)
    return found[0], letter_as_kept(*of, person, found[1])


def _of_stages(
    here: Here, person: PersonKey, stages: tuple[StageHead, ...]
) -> tuple[Sender, Letter | None]:
    one = people_of(here.store, here.actor, here.round).who.get(person)
    for head in reversed(stages):
        if one is not None and head.phase is Phase.DECIDED:
            of = (here.store, here.actor, here.round, head.key, language())
            sender, letters = letters_of_stage(*of, only=person)
            found = next((letter for letter in letters if letter.to.id == one.id), None)
            if found is not None:
                return sender, letter_as_kept(*of[:3], person, found, stage=head.key)
    return Sender(""), None


def _not_said(
    here: Here, letter: Letter | None, stages: tuple[StageHead, ...], *, decided: bool
) -> Iterator[str]:
    """Only what could be said of this person, and may not."""
    if letter is None and not decided:
        yield "not_ahead"
    if letter is not None and letter.outcome in NOT_REFUSED:
        yield "not_refused"
    yield "not_names" if letter is None or letter.outcome is not Outcome.PLACED else "not_group"
    if stages:
        yield "not_votes"
    elif _points(here):
        yield "not_points"
    if letter is not None and letter.outcome in (Outcome.NOT_ON, Outcome.NOT_PLACED):
        yield "not_later"
    if letter is not None and letter.outcome is Outcome.WAITS:
        yield "not_when"


def _points(here: Here) -> bool:
    """Whether a decision went by points."""
    last = standing(decisions_of(here.store, here.actor, here.round))
    of = (here.store, here.actor, here.round)
    return last is not None and proposal_of(*of, last.proposal).round.merit is not None
