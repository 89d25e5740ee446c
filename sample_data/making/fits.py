"""Which sentences somebody cannot have written: who founded a company has no father's to lead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Facts:
    """``years``: since the company began; ``turnover`` in euros; ``old``: its leader, in years."""

    years: int
    fte: float
    turnover: float
    founder: bool
    old: int
    sbi: str = "25"

    @property
    def makes(self) -> bool:
        """Grows, makes or builds things: sections A to F of SBI 2025."""
        return self.sbi < "44"

    def within(self, *classes: str) -> bool:
        """Whether its activity code begins so."""
        return self.sbi.startswith(classes)


ONLY: tuple[tuple[str, Callable[[Facts], bool]], ...] = (
    (r"[Vv]ader|schoonouders|[Mm]ijn oom|\b[Pp]a\b|opa|kroonprins", lambda f: not f.founder),
    (r"mijn (zoon|dochter|kinderen)|drie kinderen|[Dd]e zoon|stoppen$|Stoppen klinkt", lambda f: f.old >= 48),
    (r"{leeftijd}|over vijf jaar stoppen|[Nn]og vijf jaar knallen", lambda f: f.old >= 55),
    (r"generatie|van oudsher|Familiehotel", lambda f: f.years >= 45 and not f.founder),
    (r"dertig jaar fouten|uit 1964|Onze software is van 2009|oude klanten|De ploeg wordt ouder", lambda f: f.years >= 17),
    (r"al tien jaar|elf jaar", lambda f: f.years >= 12),
    (r"al vijf jaar|al zes jaar|zes vaste bieren|voor zichzelf begonnen", lambda f: f.years >= 6),
    (r"al jaren|drie jaar met|ERP gekocht|met pensioen en|gegroeid zonder", lambda f: f.years >= 5),
    (r"wachten op een zwaardere|Sinds vorig jaar alles|sinds twee jaar|sinds kort|inmiddels", lambda f: f.years >= 3),
    (r"tien vaste mensen", lambda f: 9 <= f.fte <= 14),
    (r"met zes man", lambda f: 5.5 <= f.fte < 6.5),
    (r"twintig wagens", lambda f: 18 <= f.fte <= 40),
    (r"tachtig trekkers|honderd chauffeurs", lambda f: f.fte >= 85),
    (r"140 cliënten", lambda f: 20 <= f.fte <= 60),
    (r"drie winkels|vier locaties|twintig woningen|Twintig kamers|veertig kamers|drie verdiepingen", lambda f: f.fte >= 14),
    (r"twee praktijken|twee locaties|twee modewinkels|tweeduizend|vijf stoelen|Tien CNC-banken", lambda f: f.fte >= 7),
    (r"achtduizend|negen ton|zestig ton|zes lijnen|dertig ton|veertien basis|negentien loc|drieduizend bed|achthonderd gasten", lambda f: f.fte >= 20),
    (r"twintig nationaliteiten|drie leerlingen|een laag onder|bedrijfsleider|[Cc]hefs|middenkader|platte organisatie|lastige gesprekken|hogerop", lambda f: f.fte >= 9),
    (r"Van twaalf naar dertig", lambda f: 11 <= f.fte <= 40),
    (r"Van vier naar tien", lambda f: 8 <= f.fte <= 14),
    (r"Naar dertig man|team van dertig", lambda f: f.fte <= 22),
    (r"Van veertig naar zeventig", lambda f: 34 <= f.fte <= 60),
    (r"naar vijftig man", lambda f: f.fte <= 35),
    (r"vakmensen kwijt|[Mm]ijn mensen|Mijn team|[Ii]edereen (wacht|heeft)|jonge medewerkers|vaste ploeg|vier weg|Werven|de vloer|op de werkvloer", lambda f: f.fte >= 4),
    (r"tweede hal|acht ton|Grootste klant|ERP|Duitsland net", lambda f: f.turnover >= 900_000),
    (r"omzet naar 5 miljoen", lambda f: 2_500_000 <= f.turnover <= 4_700_000),
    (r"drie naar zes ton", lambda f: 1_800_000 <= f.turnover <= 9_000_000),
    (r"dertienduizend euro", lambda f: f.turnover <= 1_200_000),
    (r"miljoen eigen vermogen", lambda f: f.turnover >= 3_000_000),
    (r"onze machine|[Rr]obot|machines|[Ll]assers|[Cc]obot|de machine|Recyclaat|[Pp]atent|tweede lijn|fabriek van de toekomst|[Pp]roductiewerk|nieuw product|andere makers|ontwikkelafdeling|Vrachtwagens|loonwerk|Van ambacht|offshore|ons vak bestaat|Restmateriaal|Ontwikkelen doen|toeleverancier", lambda f: f.makes or f.within("52", "49")),
    (r"werkvoorbereiding|tweede hal|[Dd]oorlooptijd|Levertijden|levertijd|Calculeren|bestek|werkplaats|met de hand|dozen schuiven|van een ton|duizend in plaats", lambda f: f.makes),
    (r"[Vv]oorraad|vertegenwoordiger|Afvalwarmte|de hal|[Oo]pslag huren", lambda f: f.makes or f.within("46", "47", "52")),
    (r"in de zorg|zorgmedewerker|wijkteam", lambda f: f.within("86", "87", "88")),
    (r"^chauffeurs", lambda f: f.within("49", "52", "46")),
    (r"Hemelvaart|in de keuken", lambda f: f.within("55", "56", "86", "87")),
    (r"[Nn]achtploeg|[Jj]obrotatie|Techniekvacature|ploegen", lambda f: f.makes or f.within("46", "49", "52")),
    (r"Zaterdag en avonden", lambda f: f.within("47", "55", "56", "88")),
    (r"Zorginstellingen zeggen|zorginstellingen begr", lambda f: f.within("62", "86", "88", "85")),
    (r"Drie oprichters|alle drie|Twee van ons|medeoprichter|eerste medewerker|Stagiairs dragen", lambda f: f.fte <= 9),
)  # fmt: skip
"""Pattern → who alone can say it."""


def suits(sentence: str, facts: Facts) -> bool:
    """Whether somebody with these facts can have written it."""
    return all(can(facts) for pattern, can in ONLY if re.search(pattern, sentence))
