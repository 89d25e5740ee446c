"""A week of a round: calls, letters, a dropout, a late yes, and a decision that was wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page
from sqlalchemy import update

from cohorts.people.applicant import Applicant
from cohorts.rounds.act import act
from cohorts.rounds.deciding.decided_seats import decided_seats
from cohorts.rounds.deciding.decision import decisions_of
from cohorts.rounds.people.kept_people import people_of
from cohorts.rounds.reserving.reserve_of import reserve_of
from cohorts.rounds.roles import ORGANISERS
from cohorts.store.keys import Key, PersonKey, RoundKey
from cohorts.store.tables import reserve
from cohorts.store.verifying import verify
from tests.cohorts.pages.driving import Look, Site
from tests.cohorts.pages.whole_way import deciding, organiser, week
from tests.cohorts.pages.whole_way.hands import goes_to, press, reloads
from tests.cohorts.pages.whole_way.replayed import replayed
from tests.cohorts.pages.whole_way.sample_files import SAMPLES
from tests.cohorts.pages.with_mail import mailing, posting_site
from tests.cohorts.rounds.posting.a_mail_server import Mailbox

pytestmark = pytest.mark.long
PEOPLE, TAKE_PART, GROUPS = 24, 22, 2
NO_PAPER, WHY_IN = "Vriens IT Services", "Heeft een afdeling HR, al staat het niet op papier."
THINKS, SAYS_NO = "Bastiaansen Groenteteelt B.V.", "Kerstens Transport"
REFUSED = "Machielsen Machines"
RIVALS = "Groothandel Van Alphen B.V.", "Vissers Warehousing B.V."
MAIL = "Mailadres contactpersoon"
Seats = Mapping[str, int | None]


@pytest.fixture(scope="module")
def box() -> Iterator[Mailbox]:
    with mailing("Bureau <bureau@voorbeeld.nl>") as made:
        yield made


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, box: Mailbox) -> Iterator[Site]:
    with posting_site(tmp_path_factory.mktemp("site"), box) as made:
        yield made


class Post:
    """What came at the mail server since somebody looked last, by company."""

    def __init__(self, box: Mailbox, companies: Mapping[str, str]) -> None:
        self._box, self._read, self._companies = box, 0, companies

    def came(self) -> dict[str, str]:
        """Company → the text; each letter at its own address, and of nobody else."""
        letters, self._read = self._box.letters[self._read :], len(self._box.letters)
        texts: dict[str, str] = {}
        for one in letters:
            company, text = self._companies[str(one["To"])], _text(one)
            assert company not in texts, f"twice: {company}"
            assert f"U meldde {company} aan" in text
            assert not [c for c in self._companies.values() if c != company and c in text]
            texts[company] = text
        return texts


def _text(letter: EmailMessage) -> str:
    body = letter.get_body(("plain", "html"))
    assert body is not None
    return re.sub(r"\s+", " ", body.get_content())


def with_a_slip(folder: Path) -> Path:
    """The sample, in which somebody filled in the form twice and mistyped an address."""
    book = openpyxl.load_workbook(SAMPLES / "spp-pilot" / "aanmeldingen.xlsx")
    sheet = book.worksheets[0]
    header = [cell.value for cell in sheet[1]]
    last = [cell.value for cell in sheet[sheet.max_row]]
    again = dict(zip(header, last, strict=True))
    again |= {"ID": PEOPLE + 1, "Bedrijfsnaam": "Peeters Food Service", "KvK nummer": None}
    again[MAIL] = str(again[MAIL]).replace("ter@", "er@")
    sheet.append([again[name] for name in header])
    path = folder / "aanmeldingen.xlsx"
    book.save(path)
    return path


class Known:
    """The round as the store has it."""

    def __init__(self, site: Site, round_: RoundKey) -> None:
        self.of = (site.store, site.actor, round_)

    def _people(self) -> Mapping[PersonKey, Applicant]:
        return people_of(*self.of).who

    def addresses(self) -> dict[str, str]:
        """Address → company."""
        return {str(one.email): str(one.company) for one in self._people().values()}

    def name(self, company: str) -> str:
        """Of whom applied for it."""
        return next(str(a.name) for a in self._people().values() if a.company == company)

    def seats(self) -> dict[str, int | None]:
        """Company → group, of whom is still in the round."""
        who, seats = self._people(), decided_seats(*self.of)
        return {str(who[key].company): at for key, at in seats.items() if key in who}

    def reserve(self) -> list[str]:
        """In whose turn."""
        found, who = reserve_of(*self.of), self._people()
        assert found is not None
        return [str(who[key].company) for key in found.order]

    def the_time_passes(self) -> None:
        """Of whoever was asked last."""
        past = (datetime.now(UTC) - timedelta(hours=1)).isoformat(timespec="milliseconds")
        with act(*self.of, "reserve.ask", may=ORGANISERS, object_="reserve") as doing:
            gone = update(reserve).where(reserve.c.round == self.of[2])
            doing.connection.execute(gone.values(until=past.replace("+00:00", "Z")))


@dataclass(eq=False)
class Week:
    """A round that is decided. ``decided``: the seats by company, as they stand now."""

    page: Page
    known: Known
    post: Post
    decided: Seats = field(default_factory=dict)

    def board(self) -> str:
        """Its address, for the proposal that was decided last."""
        *_, last = decisions_of(*self.known.of)
        return f"{self.page.url.replace('wijzigingen', 'bord')}&voorstel={last.proposal}"

    def hears(self, *companies: str) -> None:
        """By letter: just these, each what is decided for them now."""
        week.sends_the_letters(self.page, len(companies))
        texts = self.post.came()
        assert texts.keys() == set(companies)
        for company in companies:
            text, group = texts[company], self.decided.get(company)
            assert ("U doet mee." in text) is (group is not None), text
            assert re.findall(r"U zit in [Gg]roep (\d+)", text) == (
                [] if group is None else [str(group)]
            )


def test_a_week_from_import_to_letters_and_all_that_changes(
    site: Site, look: Look, box: Mailbox, tmp_path: Path
) -> None:
    here = decided(site, look, box, with_a_slip(tmp_path))
    called = min(name for name, at in here.decided.items() if at == 2)
    week.tells_by_telephone(here.page, called)  # who has nothing in hand gets a letter too
    here.hears(*here.decided, REFUSED)
    late = one_stops_and_the_second_who_is_asked_comes(here)
    here.hears(late)
    here.hears(*two_were_in_the_wrong_group(here, late))
    asks = min(name for name, at in here.decided.items() if at is None)
    week.erases(here.page, asks, here.known.name(asks))
    with site.store.reading() as connection:
        assert not verify(connection).problems
    code, told = replayed(week.takes_the_dossier(here.page), tmp_path / "dossier")
    assert code == 0, told
    assert len(box.letters) == TAKE_PART + 1 + 1 + 2


def decided(site: Site, look: Look, box: Mailbox, file: Path) -> Week:
    """From the file to a signature: two groups, and two who wait."""
    title = "Pilot Strategische Personeelsplanning"
    page = organiser.begins_a_round(look, site, "SPP voorjaar", title, file)
    press(page, "page_applicants.answer_one")
    Look.settle(page)
    organiser.takes_them_in(page, PEOPLE)
    (round_,) = re.findall(r"ronde=(\w+)", page.url)
    known = Known(site, RoundKey(Key(round_)))
    here = Week(page, known, Post(box, known.addresses()))
    week.lets_in(page, NO_PAPER, WHY_IN)
    week.keeps_apart(page, *RIVALS, "Werken voor dezelfde klanten")
    week.taps(page, THINKS, "thinking")
    week.taps(page, THINKS, "committed")
    week.takes_out(page, SAYS_NO, "no")
    week.asks_for_groups(page, GROUPS)
    deciding.composes(page)
    deciding.signs(page, "Jo Vos")
    here.decided = known.seats()
    assert len(here.decided) == TAKE_PART
    assert here.decided.keys() >= {NO_PAPER, THINKS}
    assert SAYS_NO not in here.decided
    one, other = (here.decided[name] for name in RIVALS)
    assert one is None or one != other
    return here


def one_stops_and_the_second_who_is_asked_comes(here: Week) -> str:
    """The first lets the time pass; gives who says yes."""
    stops = max(name for name, at in here.decided.items() if at == 1)
    week.takes_out(here.page, stops, "stopped")
    silent, late = here.known.reserve()
    goes_to(here.page, "changes")
    week.asks_the_reserve(here.page, silent)
    here.known.the_time_passes()
    reloads(here.page)
    week.asks_the_reserve(here.page, late)
    week.gets_a_yes(here.page, late, 1)
    week.decides_instead(here.page, "Jo Vos", f"{stops} stopte")
    others = {name: at for name, at in here.decided.items() if name != stops}
    here.decided = here.known.seats()
    assert here.decided == others | {late: 1}
    return late


def two_were_in_the_wrong_group(here: Week, late: str) -> Iterable[str]:
    """Whoever heard is listed when the decision is opened again; gives who hear another group."""
    week.opens_again(here.page, "Twee zitten door een vergissing in de verkeerde groep")
    heard = {one.partition(" hoorde op ")[0] for one in week.who_heard(here.page)}
    assert heard == {*here.decided, REFUSED}  # who is not in it read so in a letter
    others = [name for name, at in here.decided.items() if at == 2]
    week.swaps(here.page, here.board(), late, others)
    week.signs_what_was_mended(here.page, "Jo Vos", "Verwisseld bij het overtypen")
    before, here.decided = here.decided, here.known.seats()
    other = {name for name, at in here.decided.items() if before[name] != at}
    assert len(other) == 2
    assert here.decided[late] == 2
    return other
