"""What young companies wrestle with, by theme, and what they want."""

from __future__ import annotations

STARTER_THEMES: dict[str, list[str]] = {
    "Eerste grote klanten": [
        "We hebben een proef gedaan bij twee klanten, maar niemand tekent een contract. Hoe kom je van proef naar klant?",
        "Verkopen aan grote organisaties duurt een jaar en zo lang houden we het niet vol.",
        "Onze eerste klanten kwamen uit ons netwerk; nu moeten we klanten vinden die ons niet kennen.",
        "Inkopers van gemeenten en zorginstellingen begrijpen ons aanbod niet. Hoe verkoop je aan de overheid?",
    ],
    "Geld voor groei": [
        "De subsidie loopt af en de bank vindt ons te jong. Waar halen we geld voor de volgende stap?",
        "Investeerders willen sneller groeien dan wij kunnen. Hoe bereid je zo'n gesprek voor?",
        "We moeten voorraad voorfinancieren en dat geld is er niet.",
        "Crowdfunding, lening of aandelen: wat past bij een jong bedrijf als het onze?",
    ],
    "Een team bouwen": [
        "Wij zijn met drie oprichters en nu komen de eerste medewerkers. Wie doet wat, en wie beslist?",
        "Goede mensen kosten meer dan wij kunnen betalen. Hoe bind je een team met aandelen of met iets anders?",
        "Ik doe alles zelf en word de rem op het team. Hoe draag je werk over?",
        "Mijn medeoprichter wil iets anders dan ik en we praten er te weinig over.",
    ],
    "Aanbod en prijs": [
        "Iedereen is enthousiast, maar wat is de prijs? We durven niet genoeg te vragen.",
        "We maken voor elke klant iets anders. Hoe maak je er één product van?",
        "Abonnement of losse verkoop? Ons verdienmodel verandert elke maand.",
        "Wat laten we weg? Het product kan te veel en niemand ziet waar het goed voor is.",
    ],
    "Van klein naar meer": [
        "De werkplaats is te klein en uitbesteden is duur. Hoe maken we er duizend in plaats van tien?",
        "We willen naar een tweede stad en weten niet wat daar hetzelfde moet zijn en wat anders.",
        "Alles zit in ons hoofd; zonder vaste werkwijze gaat het bij elke nieuwe klant mis.",
        "Opschalen zonder kwaliteit te verliezen: onze levertijd loopt nu al op.",
    ],
}  # fmt: skip

STARTER_AMBITIONS = [
    "Over drie jaar in vijf steden werken, met een team van dertig.",
    "Marktleider worden in één kleine markt, en dan pas de volgende.",
    "Bewijzen dat het kan, en dat anderen het overnemen.",
    "Twintig mensen aan het werk, en zwarte cijfers.",
    "Naar Duitsland en België, met een product dat af is.",
]
