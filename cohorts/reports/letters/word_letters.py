"""Letters filled into a document of the organiser's own: one file each, the same bytes each time.

A value is text and nothing else: no field in it is filled, and none is one of Word's own.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from cohorts.intake.files.word_document import Document, Hole, Part
from cohorts.reports.letters.letter import Letter, Outcome, Sender
from cohorts.reports.letters.letter import Part as Said
from cohorts.rounds.deciding.moments import day_said
from cohorts.rounds.packed import NO_DATE, OURS_ALONE, UNIX
from cohorts.rounds.posting.kept_templates import TemplateKind
from cohorts.rounds.posting.template_fields import TemplateField, field_named
from cohorts.words import Language

Values = Mapping[TemplateField, tuple[str, ...]]
"""Field → its paragraphs."""
NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TYPES = "[Content_Types].xml"
KINDS: Mapping[Outcome, TemplateKind] = {
    Outcome.PLACED: TemplateKind.PLACED,
    Outcome.RESERVE: TemplateKind.RESERVE,
    Outcome.NOT_PLACED: TemplateKind.NOT_PLACED,
    Outcome.GOES_ON: TemplateKind.STAGE,
    Outcome.TO_GROUPS: TemplateKind.STAGE,
    Outcome.STILL_IN: TemplateKind.STAGE,
    Outcome.NOT_ON: TemplateKind.STAGE,
}
"""Those who wait for a circle or are helped alone have only the one of all: no other says that."""


@dataclass(frozen=True, eq=False)
class Filled:
    """A document that letters are filled into; what is the same in each is packed once."""

    document: Document
    _same: bytes

    def letter(self, values: Values) -> bytes:
        """One file. ``values``: of each field of the document."""
        out = io.BytesIO()
        out.write(self._same)
        with zipfile.ZipFile(out, "a") as archive:
            for part in self.document.parts:
                _add(archive, part.name, "".join(_filled(part, values)).encode())
        return out.getvalue()


def filling(document: Document) -> Filled:
    """Begins with what is the same in each letter."""
    out = io.BytesIO()
    names = sorted(document.others, key=lambda name: (name != TYPES, name))
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            _add(archive, name, document.others[name])
    return Filled(document, out.getvalue())


def values_of(
    letter: Letter, sender: Sender, language: Language, at: str, *, whole: bool
) -> Values:
    """``at``: the moment of which the day stands in it. ``whole``: it is written out in one place.

    A letter written by hand comes there, or else in the place of the decision.
    """
    parts = letter.parts(sender, language)
    own = sender if letter.otherwise is None else letter.otherwise[0]
    found = {TemplateField(part.value): parts.get(part, ()) for part in Said}
    if letter.written and whole:
        found[TemplateField.DECISION] = ()
    one = {
        TemplateField.NAME: letter.to.name or "",
        TemplateField.COMPANY: letter.company,
        TemplateField.PLACE: letter.to.place or "",
        TemplateField.DATE: day_said(at, letter.spoken(language)),
        TemplateField.SUBJECT: letter.subject(sender, language),
        TemplateField.PROGRAMME: own.programme,
        TemplateField.GROUP: letter.group,
        TemplateField.FIRST_MEETING: letter.first,
        TemplateField.REFERENCE: letter.below(sender),
    }
    single = {field: tuple(filter(None, [text])) for field, text in one.items()}
    return found | single | {TemplateField.LETTER: letter.paragraphs(sender, language)}


def kind_of(letter: Letter, kept: Sequence[TemplateKind]) -> TemplateKind | None:
    """Which of the kept documents is for this letter: of its own kind, or else of all."""
    own = KINDS.get(letter.outcome)
    return next((kind for kind in (own, TemplateKind.ALL) if kind in kept), None)


def _filled(part: Part, values: Values) -> Iterator[str]:
    for piece in part.pieces:
        if isinstance(piece, str):
            yield piece
            continue
        field = field_named(piece.name)
        said = () if field is None else values[field]
        yield from _alone(piece, said, part.prefix) if piece.alone else _within(said, part.prefix)


def _alone(hole: Hole, said: Sequence[str], prefix: str) -> Iterator[str]:
    """A paragraph for each."""
    for one in said or [""] * hole.stays:
        yield hole.before
        yield from _text(one, prefix)
        yield hole.after


def _within(said: Sequence[str], prefix: str) -> Iterator[str]:
    """In one paragraph, with a line left empty between two."""
    yield from _text("\n\n".join(said), prefix)


def _text(text: str, prefix: str) -> Iterator[str]:
    for at, line in enumerate(NO_XML.sub("", text.replace("\r\n", "\n")).splitlines()):
        if at:
            yield f"<{prefix}br/>"
        if line:
            yield f'<{prefix}t xml:space="preserve">{escape(line)}</{prefix}t>'


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, NO_DATE)
    entry.create_system, entry.external_attr = UNIX, OURS_ALONE
    # pictures too: a letter weighs no more than the document, however that was pressed
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)
