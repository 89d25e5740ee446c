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

YOUNG: list[Trade] = [
    Trade("6210", "ict", "Planningssoftware voor thuiszorg en kinderopvang, als abonnement.", "productontwikkeling en koppelingen", "zorginstellingen en kinderopvang", 85),
    Trade("6210", "ict", "App waarmee sportclubs vrijwilligers en velden inroosteren.", "bouwen van apps", "sportverenigingen en gemeenten", 60),
    Trade("6210", "data", "Voorspelt met AI wat een webwinkel morgen verkoopt.", "data en machine learning", "webwinkels en groothandels", 90),
    Trade("5821", "games", "Maakt serieuze games voor opleiding en veiligheid.", "gamedesign en animatie", "bedrijven en scholen", 70),
    Trade("7311", "marketing", "Videobureau voor vacatures en sociale media.", "korte video en campagnes", "werkgevers in de regio", 75),
    Trade("7411", "design", "Ontwerpt verpakkingen van gerecycled materiaal.", "industrieel ontwerp", "voedingsmerken", 80),
    Trade("4755", "webwinkel", "Webwinkel in duurzame babyspullen, ook in abonnement.", "online verkoop en klantenservice", "jonge ouders", 210),
    Trade("4763", "webwinkel", "Verkoopt fietsonderdelen online in drie landen.", "internationale verkoop en logistiek", "fietsers en rijwielhandels", 240),
    Trade("1089", "voeding", "Maakt plantaardige sauzen en verkoopt aan horeca en supermarkten.", "productontwikkeling in voeding", "horeca en winkelketens", 130),
    Trade("1107", "voeding", "Kombucha en frisdrank met minder suiker.", "merk en smaak", "horeca en speciaalzaken", 120),
    Trade("5611", "horeca", "Lunchconcept met drie zaken in de binnenstad.", "horecaconcepten", "winkelend publiek en kantoren", 65),
    Trade("4321", "installatie", "Plaatst laadpalen en thuisbatterijen.", "installatie en energieadvies", "particulieren en VvE's", 150),
    Trade("4322", "installatie", "Warmtepompen voor rijtjeshuizen, in een dag geplaatst.", "techniek en werkvoorbereiding", "woningbezitters en corporaties", 145),
    Trade("2829", "techniek", "Bouwt kleine verpakkingsmachines met robotarm.", "mechatronica en robots", "voedingsbedrijven", 140),
    Trade("2651", "techniek", "Sensoren die meten wanneer een machine onderhoud vraagt.", "sensoren en data", "fabrieken en onderhoudsbedrijven", 110),
    Trade("4941", "transport", "Bezorgt met elektrische bakfietsen in de binnenstad.", "stadslogistiek", "winkels en webwinkels", 60),
    Trade("5210", "transport", "Magazijn en verzending voor kleine webwinkels.", "fulfilment", "webwinkels", 95),
    Trade("7112", "advies", "Rekent aan houtbouw en hergebruik van constructies.", "constructieadvies", "architecten en aannemers", 90),
    Trade("8559", "opleiding", "Traint zij-instromers tot installateur in twaalf weken.", "opleiden en werven", "installateurs en gemeenten", 75),
    Trade("8695", "zorg", "Fysiotherapie op afstand met een app en spreekuren.", "digitale zorg", "patiënten en verzekeraars", 70),
]  # fmt: skip

SOCIAL: list[Trade] = [
    Trade("8121", "schoonmaak", "Schoonmaak door mensen die lang zonder werk zaten, met begeleiding.", "werkbegeleiding", "kantoren en gemeenten", 40),
    Trade("3100", "interieur", "Meubels van oud hout, gemaakt door jongeren zonder diploma.", "hergebruik en vakonderwijs", "scholen en horeca", 55),
    Trade("1423", "textiel", "Werkkleding van gerecycled textiel uit een sociaal atelier.", "textiel en hergebruik", "werkgevers in de techniek", 60),
    Trade("9510", "kringloop", "Haalt oude laptops op, wist ze en geeft ze een tweede leven.", "reparatie en inzameling", "bedrijven en gezinnen met weinig geld", 65),
    Trade("1089", "voeding", "Soepen en chutneys van groente die anders wordt weggegooid.", "verspilling voorkomen", "zorgkeukens en winkels", 80),
    Trade("0113", "agro", "Zorgboerderij en groentetuin met abonnementen voor de buurt.", "dagbesteding en verse groente", "buurtbewoners en gemeenten", 50),
    Trade("6210", "ict", "App die ouderen en buren aan elkaar koppelt voor kleine klussen.", "digitale ontmoeting", "gemeenten en woningcorporaties", 55),
    Trade("6210", "ict", "Leert nieuwkomers Nederlands met gesprekken op de werkvloer.", "taal en techniek", "werkgevers en gemeenten", 60),
    Trade("8559", "opleiding", "Leert mensen met autisme programmeren en begeleidt hen naar werk.", "opleiden en plaatsen", "softwarebedrijven", 65),
    Trade("8559", "opleiding", "Energiecoaches uit de wijk die bewoners helpen besparen.", "voorlichting aan huis", "corporaties en gemeenten", 45),
    Trade("4321", "installatie", "Zonnepanelen op huurwoningen, geplaatst door leerlingen.", "leerwerkplekken en installatie", "corporaties", 110),
    Trade("4941", "transport", "Vervoer voor mensen die slecht ter been zijn, met vrijwilligers.", "vervoer en planning", "ouderen en zorginstellingen", 40),
    Trade("8695", "zorg", "Beweegprogramma voor mensen met reuma, samen met ziekenhuizen.", "leefstijl en begeleiding", "patiënten en verzekeraars", 60),
    Trade("5611", "horeca", "Buurtrestaurant waar mensen met een beperking koken en bedienen.", "gastvrijheid en werkplekken", "buurt en bedrijven", 45),
]  # fmt: skip

MAKERS: list[Trade] = [
    Trade("2553", "metaal", "Frezen en draaien van precisiedelen voor de hightechindustrie.", "verspaning op de micrometer", "machinebouwers", 135),
    Trade("2511", "metaal", "Staalconstructies voor hallen en kassen.", "engineering en montage", "aannemers en tuinders", 150),
    Trade("2221", "kunststof", "Spuitgieten en extruderen van kunststof delen.", "matrijzen en materiaalkennis", "autofabrikanten en medische industrie", 145),
    Trade("2829", "machines", "Sorteer- en verpakkingslijnen voor groente en fruit.", "machinebouw en robotica", "telers en verpakkers", 160),
    Trade("1721", "verpakking", "Golfkarton en displays op maat.", "verpakkingsontwerp", "voedingsbedrijven en webwinkels", 190),
    Trade("5210", "logistiek", "Warehouse en value added logistics bij de grens.", "opslag, ompakken en douane", "merken en webwinkels", 110),
    Trade("4941", "logistiek", "Internationaal wegvervoer met koelwagens.", "vervoer en planning", "exporteurs van verse producten", 130),
    Trade("5224", "logistiek", "Overslag van containers tussen trein, schip en vrachtwagen.", "intermodaal vervoer", "verladers en rederijen", 140),
    Trade("1039", "agrofood", "Wast, snijdt en verpakt verse groente.", "versproductie en kwaliteit", "supermarkten en cateraars", 180),
    Trade("0113", "agrofood", "Teelt asperges en zacht fruit onder glas en in de volle grond.", "teeltkennis", "veilingen en winkels", 95),
    Trade("1071", "agrofood", "Industriële bakkerij van vlaaien en gebak.", "bakken in serie", "winkels en horeca", 120),
    Trade("1013", "agrofood", "Vleeswaren en plantaardige alternatieven.", "recepturen en voedselveiligheid", "supermarkten", 210),
]  # fmt: skip

SUPPLIERS: list[Trade] = [
    Trade("6210", "ict", "Software die machines in een fabriek aan elkaar koppelt.", "koppelen van machines en data", "fabrieken", 105),
    Trade("2651", "meettechniek", "Camera's en sensoren voor kwaliteitscontrole.", "beeldherkenning", "voedings- en kunststofindustrie", 120),
    Trade("2829", "machines", "Integreert robots en cobots in bestaande lijnen.", "robotica", "maakbedrijven", 150),
    Trade("6210", "ict", "Digitale tweelingen van productielijnen.", "simulatie en modellen", "chemie en metaal", 110),
    Trade("2829", "machines", "3D-printen van metalen gereedschap en reserveonderdelen.", "additieve productie", "machinebouw en scheepsbouw", 130),
]  # fmt: skip

INSTITUTES: list[Trade] = [
    Trade("7210", "onderzoek", "Onderzoek naar digitale productie en energie.", "onderzoekers en proefopstellingen", "bedrijven in het Noorden", 95),
    Trade("8540", "onderwijs", "Lectoraat dat met studenten praktijkvragen van fabrieken oplost.", "studenten en praktijkonderzoek", "maakbedrijven", 80),
]  # fmt: skip

ORGANISATIONS: list[Trade] = [
    Trade("8710", "zorg", "Verpleeghuis en thuiszorg met zes locaties.", "ervaring met roosters en vitaliteit", "ouderen in de regio", 62),
    Trade("8520", "onderwijs", "Stichting met veertien basisscholen.", "begeleiding van starters", "leerlingen en ouders", 70),
    Trade("8411", "gemeente", "Gemeentelijke organisatie met een eigen buitendienst.", "strategische personeelsplanning", "inwoners", 90),
    Trade("2511", "metaal", "Metaalbedrijf met productie in ploegen.", "opleiden op de werkvloer", "machinebouwers", 135),
    Trade("1071", "voeding", "Voedingsbedrijf dat dag en nacht draait.", "werken met veel nationaliteiten", "supermarkten", 150),
    Trade("4100", "bouw", "Bouwbedrijf in woningen en renovatie.", "leerlingen begeleiden", "corporaties en ontwikkelaars", 170),
    Trade("4941", "transport", "Vervoer en opslag met honderd chauffeurs.", "werven van chauffeurs", "producenten", 120),
    Trade("5520", "recreatie", "Vakantieparken en hotel aan het randmeer.", "seizoenskrachten binden", "vakantiegangers", 75),
    Trade("4690", "groothandel", "Groothandel met een groot magazijn.", "inzetbaarheid van oudere medewerkers", "winkels en horeca", 230),
    Trade("6220", "ict", "Beheer van netwerken en werkplekken.", "thuiswerken en leiderschap op afstand", "mkb en overheid", 115),
]  # fmt: skip

KIND = {
    "metaal": "Staalbouw Constructie Metaal", "interieur": "Interieur Meubelmakers",
    "voeding": "Ambacht Smaak", "bouw": "Bouw Aannemers", "installatie": "Installaties Techniek",
    "ict": "Software ICT", "marketing": "Reclame Media", "transport": "Transport Logistiek",
    "advies": "Ingenieurs Advies", "zorg": "Zorg Praktijk", "horeca": "Keuken Gasterij",
    "groothandel": "Handel Verpakkingen", "winkel": "Winkel Verf", "agro": "Kwekerij Flora",
    "schoonmaak": "Schoonmaak Facilitair",
    "data": "Data Analyse Inzicht", "games": "Studio Games", "design": "Ontwerp Atelier Vorm",
    "webwinkel": "Online Webwinkel Shop", "techniek": "Mechatronica Sensor Techniek",
    "opleiding": "Academie Leerbedrijf Opleidingen", "textiel": "Textiel Atelier",
    "kringloop": "Hergebruik Kringloop", "kunststof": "Kunststoffen Plastics",
    "machines": "Machinefabriek Machinebouw Robotica", "verpakking": "Karton Verpakking",
    "logistiek": "Logistiek Warehousing Expeditie", "agrofood": "Versbedrijf Agrofood Foods Vers",
    "meettechniek": "Vision Meettechniek", "onderzoek": "Instituut Onderzoekscentrum",
    "onderwijs": "Lectoraat Onderwijsgroep", "gemeente": "Werkorganisatie",
    "recreatie": "Vakantieparken Recreatie",
}  # fmt: skip
