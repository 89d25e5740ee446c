"""What the environment says of the mail server; and the head of a letter, that nobody adds to."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cohorts.errors import CohortsError, InputError
from cohorts.rounds.posting.handing_over import Counter, Fault, Handed, ShutError
from cohorts.rounds.posting.mail_address import mail_address
from cohorts.rounds.posting.post_office import PostOffice, post_office
from cohorts.rounds.posting.written import Written, message, written_of
from cohorts.store.clock import now
from cohorts.store.keys import new_key
from tests.cohorts.rounds.posting.a_mail_server import PASSWORD, Mailbox, mail_server

URL, FROM, REPLY_TO = "COHORTS_SMTP_URL", "COHORTS_MAIL_FROM", "COHORTS_MAIL_REPLY_TO"
SECRET = "a%2Fb%3Ac%40d"  # noqa: S105 - the password as it stands in an address
LETTER = Written("jo@voorbeeld.nl", "Uw aanmelding", "Dag.")


@pytest.fixture
def named(monkeypatch: pytest.MonkeyPatch) -> Callable[..., PostOffice]:
    def make(url: str, sender: str = "Bureau <bureau@voorbeeld.nl>", reply: str = "") -> PostOffice:
        for name, value in ((URL, url), (FROM, sender), (REPLY_TO, reply)):
            monkeypatch.setenv(name, value)
        found = post_office()
        assert found is not None
        return found

    return make


def test_it_is_read_from_the_environment(named: Callable[..., PostOffice]) -> None:
    found = named(f"smtp://bureau%40voorbeeld.nl:{SECRET}@mail.voorbeeld.nl", reply="x@y.nl")
    assert (found.host, found.port, found.wrapped) == ("mail.voorbeeld.nl", 587, False)
    assert (found.user, found.password) == ("bureau@voorbeeld.nl", PASSWORD)
    assert str(found.reply_to) == "x@y.nl"
    assert PASSWORD not in repr(found)
    assert (named("smtps://mail.voorbeeld.nl").port, named("smtps://m.nl:5").port) == (465, 5)


def test_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(URL, " ")
    assert post_office() is None


@pytest.mark.parametrize(
    "url", ["http://m.nl", "smtp://", "smtp://m.nl:x", "m.nl", "smtp://a:b@:5"]
)
def test_what_cannot_be_understood_is_said_without_the_password(
    named: Callable[..., PostOffice], url: str
) -> None:
    with pytest.raises(InputError) as error:
        named(url.replace("a:b", f"a:{SECRET}"))
    assert SECRET not in str(error.value)


@pytest.mark.parametrize("sender", ["", "bureau", "a@b.nl, c@d.nl", "Bureau <x>"])
def test_mail_comes_from_one_address(named: Callable[..., PostOffice], sender: str) -> None:
    with pytest.raises(CohortsError):
        named("smtp://m.nl", sender)


@pytest.mark.parametrize(
    "text",
    ["", "jo", "jo@x", "jo@a.nl,mo@b.nl", "Jo <jo@a.nl>", "jo@a.nl\nBcc: mo@b.nl", "jo@a.nl\r\n.",
     "jo mo@a.nl", "<jo@a.nl>", "jö@a.nl", "jo@a..nl", "x" * 250 + "@a.nl", "jo@a.nl\x00"],
)  # fmt: skip
def test_no_letter_goes_to_what_is_not_one_address(text: str) -> None:
    assert mail_address(text) is None


def test_a_domain_with_accents_is_spelled_as_servers_do() -> None:
    found = mail_address(" jo@café.nl ")
    assert found is not None
    assert found.addr_spec == "jo@xn--caf-dma.nl"


def test_nobody_adds_to_the_head_of_a_letter(named: Callable[..., PostOffice]) -> None:
    office = named("smtp://m.nl", "Bureau <bureau@voorbeeld.nl>", "antwoord@voorbeeld.nl")
    odd = Written("jo@a.nl", "Uw\r\nBcc: mo@b.nl\nX: y\u2028z", "Dag.\r\n\r\n.\r\nQUIT")
    kept = written_of(odd.as_note())
    made = message(office, new_key(), now(), kept)
    head = made.as_bytes().split(b"\r\n\r\n")[0].decode()
    assert sorted(line.split(":")[0] for line in head.split("\r\n") if line[0] != " ") == [
        *("Content-Transfer-Encoding", "Content-Type", "Date", "From", "MIME-Version"),
        *("Message-ID", "Reply-To", "Subject", "To"),
    ]
    assert made["To"] == "jo@a.nl"


def test_the_same_letter_is_the_same_message(named: Callable[..., PostOffice]) -> None:
    office, key, at = named("smtp://m.nl"), new_key(), now()
    assert bytes(message(office, key, at, LETTER)) == bytes(message(office, key, at, LETTER))
    assert message(office, new_key(), at, LETTER)["Message-ID"] != f"<{key}@voorbeeld.nl>"


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
def test_who_logs_in_with_a_wrong_password_is_told(named: Callable[..., PostOffice]) -> None:
    box = Mailbox()
    with mail_server(box, password=True) as port:
        for secret, shut in ((SECRET, None), ("wrong", Fault.LOGIN)):
            office = named(f"smtp://bureau:{secret}@127.0.0.1:{port}")
            assert opened(office) == shut
    assert box.to == [LETTER.to]


@pytest.mark.filterwarnings("ignore:Requiring AUTH")
@pytest.mark.parametrize("answer", ["454 4.7.0 Temporary authentication failure", "hang up"])
def test_a_password_is_not_called_wrong_where_nobody_looked_at_it(
    named: Callable[..., PostOffice], answer: str
) -> None:
    box = Mailbox()
    box.answers["auth"] = answer
    with mail_server(box, password=True) as port:
        office = named(f"smtp://bureau:{SECRET}@127.0.0.1:{port}")
        assert opened(office) is Fault.UNREACHABLE


def opened(office: PostOffice) -> Fault | None:
    """A letter is handed over; else why the counter was shut."""
    counter = Counter(office)
    try:
        counter.unlock()
        answer = counter.hand_over(message(office, new_key(), now(), LETTER), LETTER.to)
    except ShutError as shut:
        return shut.fault
    finally:
        counter.close()
    assert answer.handed is Handed.TAKEN
    return None


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Of ``localhost``, and its key."""
    folder = tmp_path_factory.mktemp("certificate")
    made, key = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*command, "-out", made, "-keyout", key], check=True, capture_output=True)
    return made, key


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_over_a_net_only_what_nobody_else_reads(
    named: Callable[..., PostOffice],
    certificate: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    scheme: str,
) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    how = {"tls_context": context, "require_starttls": True}
    box = Mailbox()
    with mail_server(box, **(how if scheme == "smtp" else {"ssl_context": context})) as port:
        office = named(f"{scheme}://localhost:{port}")
        assert opened(office) is Fault.NO_TLS  # nobody vouches for it
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        assert opened(office) is None
    assert len(box.letters) == 1


def test_without_a_secret_line_no_letter_leaves_this_machine(
    named: Callable[..., PostOffice], monkeypatch: pytest.MonkeyPatch
) -> None:
    box = Mailbox()
    with mail_server(box) as port:
        office = named(f"smtp://127.0.0.1:{port}")
        assert opened(office) is None
        monkeypatch.setattr(PostOffice, "on_this_machine", False)
        assert opened(office) is Fault.NO_TLS
    assert len(box.letters) == 1
