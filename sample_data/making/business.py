"""Which trades do business with which, and which of them bid for the same work."""

from __future__ import annotations

CUSTOMERS: dict[str, dict[str, str]] = {
    "verpakkingen": {
        "bakkerij": "levert zakken en dozen", "catering": "levert disposables",
        "vlees": "levert schalen en folie", "zuivel": "levert bekers en dozen",
    },
    "emballage": {
        "machinebouw": "maakt kisten voor export", "tuinbouw": "levert pallets",
        "landbouwmachines": "maakt kisten voor export", "opslag": "repareert pallets",
        "logistiek": "repareert pallets",
    },
    "karton": {"agrofood": "levert dozen", "opslag": "levert dozen", "logistiek": "levert dozen"},
    "metaal": {
        "landbouwmachines": "levert gefreesde delen", "machinebouw": "levert gefreesde delen",
        "bouw": "levert stalen trappen", "scheepsbouw": "levert rvs-werk",
    },
    "elektronica": {"machinebouw": "levert besturingen"},
    "hout": {"bouw": "levert kozijnen"},
    "bouwmaterialen": {
        "bouw": "levert hout en plaatmateriaal", "groen": "levert sierbestrating",
        "hout": "levert hout", "infra": "levert stenen",
    },
    "technische-groothandel": {
        "installatie": "levert installatiemateriaal", "elektra": "levert installatiemateriaal",
        "metaal": "levert gereedschap", "onderhoud": "levert gereedschap",
    },
    "drankengroothandel": {
        "restaurant": "levert dranken", "hotel": "levert dranken", "catering": "levert dranken",
        "camping": "levert dranken",
    },
    "brouwerij": {"restaurant": "levert bier", "drankengroothandel": "levert bier"},
    "bakkerij": {"restaurant": "levert brood", "catering": "levert brood"},
    "zuivel": {"restaurant": "levert kaas"},
    "tuinbouw": {"agrofood": "levert groente om te snijden"},
    "agrofood": {"catering": "levert gesneden groente"},
    "kleding": {
        "bouw": "levert werkkleding", "installatie": "levert werkkleding",
        "schoonmaak": "levert werkkleding",
    },
    "wasserij": {"hotel": "wast het linnen", "restaurant": "wast het linnen"},
    "transport": {
        "bouwmaterialen": "rijdt voor hen", "metaal": "rijdt voor hen",
        "landbouwmachines": "rijdt voor hen",
    },
    "opslag": {"modewinkel": "verzorgt het magazijn"},
    "logistiek": {"agrofood": "vervoert hun vers", "kunststof": "slaat hun voorraad op"},
    "machinebouw": {"agrofood": "bouwde hun lijn", "karton": "bouwde hun lijn"},
    "schoonmaak": {
        "accountancy": "maakt bij hen schoon", "kinderopvang": "maakt bij hen schoon",
        "fysiotherapie": "maakt bij hen schoon",
    },
    "ict-beheer": {
        "accountancy": "beheert hun werkplekken", "tandarts": "beheert hun werkplekken",
        "architect": "beheert hun werkplekken",
    },
    "software": {
        "installatie": "levert de planningssoftware", "transport": "levert de planningssoftware",
        "zorg": "levert de planningssoftware", "horeca": "levert de roosterapp",
    },
    "ingenieurs": {"bouw": "rekent aan hun constructies"},
    "architect": {"bouw": "ontwerpt wat zij bouwen"},
    "reclame": {"metaal": "maakte hun website", "hotel": "doet hun campagnes"},
    "drukkerij": {"brouwerij": "drukt de etiketten", "reclame": "drukt voor hen"},
    "uitzenden": {"metaal": "leent mensen uit", "opslag": "leent mensen uit"},
    "fulfilment": {"webwinkel": "verstuurt hun pakketten", "mode": "verstuurt hun pakketten"},
    "bezorging": {"webwinkel": "bezorgt in de stad"},
    "ontwerp": {"voeding": "ontwierp hun verpakking", "drank": "ontwierp hun etiket"},
    "video": {"opleiding": "maakte hun filmpjes"},
    "marketing": {"webwinkel": "doet hun advertenties"},
    "voeding": {"horeca": "levert soepen en sauzen"},
    "zorgtuin": {"horeca": "levert groente", "voeding": "levert kromme groente"},
    "drank": {"horeca": "levert frisdrank"},
    "meettechniek": {"agrofood": "levert camera's", "kunststof": "levert sensoren"},
    "robotica": {"metaal": "plaatste een robot", "agrofood": "plaatste een robot"},
}  # fmt: skip
"""Sector → the sectors it sells to, each with what it does for them."""

BIDDERS = frozenset(
    {"bouw", "infra", "elektra", "installatie", "schilder", "dak", "groen", "metaal", "hout"}
    | {"schoonmaak", "beveiliging", "ingenieurs", "architect"}
)
"""They win and lose by tender."""

SHOPS = frozenset(
    {"bakkerij", "modewinkel", "woonwinkel", "sportwinkel", "bouwmarkt", "tuincentrum"}
    | {"restaurant", "hotel", "tandarts", "fysiotherapie", "kinderopvang", "garage", "horeca"}
)
"""Their customers come to them."""
