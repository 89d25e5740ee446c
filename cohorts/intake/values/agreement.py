"""Yes or no. Only a plain yes is one: whoever says "yes, but" has not agreed to anything."""

from __future__ import annotations

import re

from cohorts.intake.values.negation import DENIED

POLITE = re.compile(
    r"(ja|yes|akkoord|agreed|ok|oke|okay)[\s,;:.!-]*"
    r"(hoor|graag|zeker|zeker weten|natuurlijk|prima|goed|dat mag|mag|mag wel|dat is goed|is goed"
    r"|is akkoord|akkoord|graag zelfs|please|sure|of course|definitely|agreed|that is fine|fine"
    r"|uiteraard|vanzelfsprekend|absoluut|volmondig)?[\s.!]*"
)
DATA = (
    r"(gegevens|e-?mail ?adres(sen)?|mailadres(sen)?|adres(sen)?|naam|namen|data|details|antwoorden"
    r"|informatie|(e-?mail |mail )?address(es)?|names?|answers|information)"
)
USED = (
    r"(delen|gedeeld|gebruik\w*|verwerk\w*|verstrek\w*|doorge(ven|geven|stuurd)|gegeven|bekend"
    r"|share[ds]?|sharing|used?|using|process\w*|passed on)"
)
FILLED = (
    r"((het|er|ermee|hier|hierbij|hiermee|daarmee|hiervoor|daarvoor|ervoor|u|jullie|graag|volledig"
    r"|helemaal|mijn|natuurlijk|uiteraard|zeker|van harte|wel|dan|ook|met alles|mee) ){0,4}"
)
"""What may stand between *I give* and *consent* and leaves it what it is."""
AGREES = re.compile(
    r"^((ja|yes)\b[\s,;:.!-]*)?(hierbij |hiermee |(i )?hereby )?"
    rf"((dat |dit |het )?mag( hoor| van mij)?$"
    rf"|(?=(mijn|my|die|deze|u|jullie|you|these)\b)(?=.*\b{USED}\b)"
    rf"(?=.*\b({DATA}|ze|dit|dat|this|that|them|it)\b)[\w\s'-]{{0,60}}\b(mag|mogen|may|can)\b"
    rf"|(ik|wij|we) (ga|gaan|ben|zijn) {FILLED}(akkoord|eens)\b"
    rf"|(ik|wij|we) (geef|geven|verleen|verlenen) {FILLED}toestemming\b"
    rf"|(ik|wij|we) (stem|stemmen) {FILLED}(in|toe)\b"
    r"|akkoord (met|voor)\b|toestemming (voor|gegeven|om)\b"
    r"|(i|we) (hereby |do |fully )*(agree|consent|give (you )?(my |our |full )*(consent|permission)"
    r"|accept( it| this| that)?$|am happy (to|with)|am ok with|do$)"
    r"|agreed? to\b)"
)
RESERVED = re.compile(
    r"\b(maar|mits|tenzij|alleen|enkel|uitsluitend|slechts|als|indien|wanneer|zolang|totdat|tot"
    r"|misschien|wellicht|deels|gedeeltelijk|voorbehoud|voorwaarde|soms|later|eerst|twijfel\w*"
    r"|beperkt|liever|eventueel|afhankelijk|hangt|nog|voorlopig|behoudens|mogelijk|onder"
    r"|nieuwsbrief\w*|newsletters?|mailing\w*|foto\w*|photos?"
    r"|amper|nauwelijks|zelden|weinig|hardly|barely|rarely|seldom|tegen|against"
    r"|ingetrokken|intrek\w*|terug(trek\w*|nemen|genomen|getrokken)|withdr\w+|revoke\w*"
    r"|(ver)?wijder\w*|(ge)?wis(sen|t)?|vergeten|vernietig\w*|schrap\w*|delet\w+|eras\w+"
    r"|remov\w+|forget|destroy\w*|bespre\w+|overleg\w*|vraag|vragen|discuss\w*|wonder"
    r"|but|if|unless|only|provided|maybe|perhaps|partly|partially|except|until|depend\w*|rather"
    r"|just|when|as long|subject to|limited|apart from|other than|however|conditional\w*|for now"
    r"|of|or|either)\b|[/?]|\bin principe\b|\bin principle\b"
)
"""What takes something back, or leaves it open."""

REFUSES = re.compile(r"(nee|no)\b|(ik|wij|we|i) .*\b(niet akkoord|geen toestemming)\b")
OPEN = re.compile(
    r"\b(maar|mits|tenzij|behalve|of|but|unless|except|or)\b|[/?]"
    r"|\b(geen|no) (probleem|bezwaar|problem|worries|objection)"
)
"""What makes a no less than one, or no no at all."""

AGREED_TO = re.compile(
    r"\b(nieuwsbrief\w*|newsletter\w*|mailing\w*|foto\w*|photo\w*|film\w*|video\w*|beeld\w*"
    r"|cookie\w*|reclame|marketing|privacyverklaring|privacybeleid|privacy (statement|policy)"
    r"|voorwaarden|terms|huisregels|reglement|gedragscode)\b"
)
SHARED = re.compile(
    r"\b(delen|gedeeld|gebruik\w*|verwerk\w*|verstrek\w*|share\w*|sharing|use|process\w*)\b.*"
    r"\b(gegevens|adres\w*|data|details)\b|\b(gegevens|adres\w*|data|details)\b.*"
    r"\b(delen|gedeeld|gebruik\w*|verwerk\w*|verstrek\w*|share\w*|sharing|used?|process\w*)\b"
)
ASKS = re.compile(
    r"\b(mag|mogen|may|can|could) (wij|we|ik|i|het|de|uw|u|je|jouw|your|the)\b"
    rf"(?=.*\b{DATA}\b).*\b{USED}\b"
)


def agrees(text: str) -> bool:
    """Whether a text (lower case, without repeated space) is a plain yes, or a whole sentence.

    A sentence agrees where it says so and takes nothing back.
    """
    if POLITE.fullmatch(text):
        return True
    taken_back = DENIED.search(text) or RESERVED.search(text)
    return AGREES.search(text) is not None and not taken_back


def refuses(text: str) -> bool:
    """Whether a text begins with no, or says that it does not agree, with nothing left open."""
    return REFUSES.match(text) is not None and not OPEN.search(text)


def asks_to_share(text: str) -> bool:
    """Whether a plain header asks if data may be used or shared: "Mag uw e-mailadres gedeeld"."""
    return ASKS.search(text) is not None


def agrees_to_something_else(text: str) -> bool:
    """Whether a plain header is about a newsletter or terms, and not about the use of data."""
    return AGREED_TO.search(text) is not None and not SHARED.search(text)
