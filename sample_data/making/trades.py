"""What made companies do: activity code (SBI 2025), texts, and turnover per head."""

from __future__ import annotations

from typing import NamedTuple


class Trade(NamedTuple):
    """One line of business; ``per_fte``: turnover per fte, in thousands of euros."""

    sbi: str
    sector: str
    activity: str
    offer: str
    customers: str
    per_fte: int


COMPANIES: list[Trade] = [
    Trade("2511", "metaal", "Wij maken stalen trappen, hekken en balustrades op maat.", "lasrobots en vakmanschap", "aannemers en particulieren", 120),
    Trade("2553", "metaal", "Draai- en freeswerk in kleine series voor de machinebouw.", "fijnmechanische onderdelen", "machinebouwers in de Achterhoek", 130),
    Trade("3100", "interieur", "Meubelmakerij: kantoorinrichting en balies van eigen ontwerp.", "ontwerp en productie onder een dak", "kantoren en zorginstellingen", 110),
    Trade("1071", "voeding", "Ambachtelijke bakkerij met drie winkels en levering aan horeca.", "desembrood en banket", "consumenten, lunchrooms en hotels", 75),
    Trade("1105", "voeding", "Brouwerij van speciaalbier met een proeflokaal aan de IJssel.", "zes vaste bieren en rondleidingen", "horeca en slijterijen", 95),
    Trade("4100", "bouw", "Aannemer in onderhoud en verbouw van woningen en boerderijen.", "totaalverbouwing met vaste ploeg", "particulieren en corporaties", 150),
    Trade("4321", "installatie", "Elektra, zonnepanelen en laadpalen voor woningen en bedrijven.", "advies, plaatsing en onderhoud", "particulieren en mkb", 140),
    Trade("4322", "installatie", "Warmtepompen, badkamers en leidingwerk.", "installatie en storingsdienst", "woningbezitters en VvE's", 140),
    Trade("6210", "ict", "Software op maat voor planning en werkbonnen in de techniek.", "webapplicaties en koppelingen", "installateurs en servicebedrijven", 105),
    Trade("6220", "ict", "Beheer van werkplekken, netwerken en beveiliging voor het mkb.", "vaste prijs per werkplek", "kantoren tot honderd man", 115),
    Trade("7311", "marketing", "Reclamebureau voor merken uit de regio: campagnes en websites.", "strategie, ontwerp en online", "maakbedrijven en gemeenten", 95),
    Trade("4941", "transport", "Wegvervoer en opslag voor de maakindustrie in de Benelux.", "twintig wagens en een warehouse", "producenten en groothandels", 125),
    Trade("7112", "advies", "Ingenieursbureau voor constructies en bouwkundig advies.", "berekeningen en tekeningen", "aannemers en architecten", 100),
    Trade("8891", "zorg", "Kinderopvang op vier locaties, met peuterspeelzaal.", "opvang en ouderbegeleiding", "ouders en scholen", 55),
    Trade("8695", "zorg", "Fysiotherapie en leefstijlcoaching in twee praktijken.", "behandeling en vitaliteitstrajecten", "patiënten en werkgevers", 70),
    Trade("5611", "horeca", "Restaurant en catering met producten uit de streek.", "diner, feesten en bedrijfscatering", "gasten en bedrijven uit de buurt", 70),
    Trade("4690", "groothandel", "Groothandel in verpakkingen en disposables.", "snelle levering uit voorraad", "horeca en webwinkels", 260),
    Trade("4752", "winkel", "Bouwmarkt en verfwinkel met advies aan huis.", "verf, gereedschap en montage", "klussers en zzp'ers", 170),
    Trade("0119", "agro", "Kwekerij van snijbloemen en vaste planten.", "seizoensboeketten en planten", "tuincentra en bloemisten", 110),
    Trade("8121", "schoonmaak", "Schoonmaak van kantoren, scholen en glasbewassing.", "vaste ploegen en specialistisch werk", "scholen, kantoren, VvE's", 42),
]  # fmt: skip

KIND = {
    "metaal": "Staalbouw Constructie Metaal", "interieur": "Interieur Meubelmakers",
    "voeding": "Ambacht Smaak", "bouw": "Bouw Aannemers", "installatie": "Installaties Techniek",
    "ict": "Software ICT", "marketing": "Reclame Media", "transport": "Transport Logistiek",
    "advies": "Ingenieurs Advies", "zorg": "Zorg Praktijk", "horeca": "Keuken Gasterij",
    "groothandel": "Handel Verpakkingen", "winkel": "Winkel Verf", "agro": "Kwekerij Flora",
    "schoonmaak": "Schoonmaak Facilitair",
}  # fmt: skip
