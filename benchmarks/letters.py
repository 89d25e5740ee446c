"""Letters of a round of very many: how long they take, and whether each is right.

``python -m benchmarks.letters --people 1000 --read 200`` makes a round, composes it with fewer
places than people, decides it, and makes every letter as files. Then it reads some of them, and
holds each against the file of answers and the dossier of the decision: right name, right reason
(as in the audit), right places to go, and nothing of anybody else. The reading shares no line with
what makes a letter.

``--word`` makes them also in a Word document of one's own (our blank one), and reads these.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.letters_read import ELSEWHERE, People, documents_of, pages_of
from cohorts.composing.compose import compose
from cohorts.reports.letters.letter_files import letter_zip
from cohorts.reports.letters.post import post_of
from cohorts.reports.letters.word_starter import starter
from cohorts.reports.letters.word_zip import word_zip
from cohorts.rounds.accounts.first_account import first_account
from cohorts.rounds.actor import Actor
from cohorts.rounds.asking.asked import asked_of
from cohorts.rounds.deciding.decide import decide
from cohorts.rounds.deciding.decision import DecisionKey
from cohorts.rounds.deciding.dossier import dossier
from cohorts.rounds.life.new_round import new_round
from cohorts.rounds.people.confirm import confirm
from cohorts.rounds.people.drop import drop
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.posting.keep_template import keep_template
from cohorts.rounds.posting.kept_templates import TemplateKind, kept_templates
from cohorts.rounds.proposing.keep import Made, keep_proposals
from cohorts.store.clock import now
from cohorts.store.keys import RoundKey
from cohorts.store.place import url_of_file
from cohorts.store.store import Store, opened
from cohorts.words import Language
from sample_data.making.files import write_workbook
from sample_data.rounds import overijssel
from solver.solution import Effort

PROGRAMME = "leren-van-elkaar-familie"
"""It refuses about half of these people, and knows where some of the others can go."""
GROUP = (6, 8)
PLACED = 0.1
"""Share of the people for whom there is a place."""
LIMIT = 0.5
"""Deterministic seconds for composing, which is not what is measured."""


def decided(store: Store, folder: Path, people: int) -> tuple[Actor, RoundKey, DecisionKey]:
    """A round of so many, composed and decided."""
    actor = first_account(store, "Anna")
    round_ = new_round(store, actor, "Proef", PROGRAMME)
    of = (store, actor, round_)
    records, _ = overijssel.make(overijssel.SEED, people)
    book = folder / "people.xlsx"
    write_workbook(records, book)
    drop(*of, book.name, book.read_bytes())
    confirm(*of, complete=True)
    given = asked_of(*of)
    more = {"size": GROUP, "groups": round(people * PLACED / GROUP[1])}
    made = compose(
        people_of(*of).applicants,
        given.programme,
        effort=Effort.QUICK,
        time_limit=LIMIT,
        **(given.given | more),
    )
    (key,) = keep_proposals(*of, [made], made=Made.COMPOSED)
    return actor, round_, decide(*of, key, signed="Jo Vos", reason="proef")


def measured(store: Store, actor: Actor, round_: RoundKey) -> tuple[bytes, int, float]:
    """All letters as one file, how many, and seconds."""
    began = time.perf_counter()
    post = post_of(store, actor, round_, None, Language.NL)
    made = letter_zip(post.sender, tuple(post.letters.values()), Language.NL, now())
    return made, len(post.letters), time.perf_counter() - began


def in_word(store: Store, actor: Actor, round_: RoundKey) -> tuple[bytes, int, float]:
    """The same in a Word document that was kept before."""
    keep_template(store, actor, round_, "x.docx", starter(Language.NL), kind=TemplateKind.ALL)
    began = time.perf_counter()
    post = post_of(store, actor, round_, None, Language.NL)
    kept = kept_templates(store, actor, round_).by_kind
    own = {kind: one.value for kind, one in kept.items()}
    made = word_zip(post.sender, tuple(post.letters.values()), Language.NL, own, now())
    return made, len(post.letters), time.perf_counter() - began


def main(argv: list[str]) -> int:
    """0 where every letter that was read is right."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.letters")
    parser.add_argument("--people", type=int, default=1000)
    parser.add_argument("--read", type=int, default=200)
    parser.add_argument("--word", action="store_true")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = opened(url_of_file(folder / "rounds.sqlite"))
        actor, round_, decision = decided(store, folder, given.people)
        made, count, seconds = measured(store, actor, round_)
        word = in_word(store, actor, round_) if given.word else None
        file = dossier(store, actor, round_, decision, Language.NL)
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            audit = json.loads(archive.read("proposal.json"))
        store.close()
    print(f"{count} letters in {seconds:.1f} s")
    records, _ = overijssel.make(overijssel.SEED, given.people)
    people = People({str(one["ID"]): one for one in records}, audit)
    wrong = read(people, pages_of(made), given.read, given.seed)
    if word is not None:
        print(f"{word[1]} letters in Word in {word[2]:.1f} s, {len(word[0]) / 1e6:.0f} MB")
        wrong += read(people, documents_of(word[0]), given.read, given.seed)
    for fault in wrong[:20]:
        print(f"  {fault}")
    return 1 if wrong else 0


def read(people: People, pages: Mapping[str, tuple[str, ...]], count: int, seed: int) -> list[str]:
    """What is wrong in some of them, drawn by ``seed``."""
    dice = random.Random(seed)  # noqa: S311 - which letters are read is no secret
    picked = dice.sample(sorted(pages), min(count, len(pages)))
    wrong = [f"{file}: {fault}" for file in picked for fault in people.faults(pages[file])]
    sent_on = sum(any(ELSEWHERE in line for line in pages[file]) for file in picked)
    print(f"{len(picked)} read, {sent_on} of them with places to go: {len(wrong)} faults")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
