"""What family businesses wrestle with, by theme."""

from __future__ import annotations

FAMILY_THEMES: dict[str, list[str]] = {
    "Opvolging": [
        "Mijn vader en ik zijn twee jaar bezig met de overdracht, maar hij beslist nog alles. Hoe neem je het roer over?",
        "Ik neem over, mijn zus niet. Hoe blijft de opvolging eerlijk voor iedereen?",
        "De overdracht van de aandelen is geregeld, maar wie de baas is nog niet.",
        "Wanneer ben ik klaar om het bedrijf van mijn ouders te leiden, en wie zegt dat?",
    ],
    "Familiestatuut": [
        "We willen vastleggen wie van de familie mee mag werken en wie niet. Hoe begin je aan een familiestatuut?",
        "Drie neven, drie meningen. Een statuut moet rust geven, maar het gesprek komt niet op gang.",
        "Wie krijgt dividend en wie beslist? We hebben niets op papier.",
        "Familie aan de keukentafel en directie in de vergadering lopen door elkaar; we zoeken afspraken.",
    ],
    "Strategisch ondernemen": [
        "Het bedrijf loopt zoals opa het bedacht heeft. Welke koers kiest de derde generatie?",
        "Moeten we blijven wat we zijn, of iets nieuws beginnen naast het familiebedrijf?",
        "Mijn generatie wil vernieuwen en de vorige wil zekerheid. Hoe maak je samen een strategie?",
        "We zijn goed in ons vak, maar hebben geen plan voor over tien jaar.",
    ],
}  # fmt: skip

FAMILY_AMBITIONS = [
    "Het bedrijf beter doorgeven dan ik het kreeg.",
    "Over vijf jaar staat de nieuwe generatie er alleen voor.",
    "Groeien, maar met de familie aan het stuur.",
    "Rust in de familie en een bedrijf dat klaar is voor de toekomst.",
]

GOVERNANCE_THEMES: dict[str, list[str]] = {
    "Raad van advies": [
        "Ik spar met niemand. Is een raad van advies iets voor een familiebedrijf van onze omvang?",
        "Wie vraag je in een raad van advies, en hoeveel moeten ze weten?",
        "We hebben een raad van advies, maar die praat vooral mee met mijn vader.",
    ],
    "Eigendom en leiding": [
        "Aandelen bij vier kinderen, leiding bij één. Hoe scheid je eigendom en leiding?",
        "De familie is eigenaar en een directeur van buiten leidt; wie bepaalt de koers?",
        "Aandeelhouders vergaderen bij ons op zondagmiddag. Dat moet zakelijker.",
    ],
    "Toezicht en verantwoording": [
        "De bank en de familie vragen om verantwoording. Hoe richt je toezicht in zonder papierwinkel?",
        "Een raad van commissarissen of houden we het klein? Toezicht moet iets opleveren.",
        "Cijfers, risico's, afspraken: wij hebben alles in ons hoofd en niets op papier.",
    ],
}  # fmt: skip
