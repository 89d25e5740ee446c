"""What people call the country round a place, and the water it lies on."""

from __future__ import annotations

from cohorts.geography.gazetteer import Spot

COUNTRY = {
    "Twente": (
        "Almelo", "Borne", "Dinkelland", "Enschede", "Haaksbergen", "Hellendoorn", "Hengelo",
        "Hof van Twente", "Losser", "Oldenzaal", "Rijssen-Holten", "Tubbergen", "Twenterand",
        "Wierden",
    ),
    "Salland": ("Deventer", "Raalte", "Olst-Wijhe"),
    "de Vechtstreek": ("Dalfsen", "Ommen", "Hardenberg"),
    "de Kop van Overijssel": ("Steenwijkerland", "Staphorst", "Zwartewaterland"),
    "de Achterhoek": (
        "Aalten", "Berkelland", "Bronckhorst", "Doetinchem", "Oost Gelre", "Oude IJsselstreek",
        "Winterswijk", "Montferland", "Lochem",
    ),
    "de Liemers": ("Zevenaar", "Duiven", "Westervoort", "Doesburg"),
    "de Veluwe": (
        "Apeldoorn", "Barneveld", "Ede", "Elburg", "Epe", "Ermelo", "Harderwijk", "Hattem",
        "Heerde", "Nunspeet", "Oldebroek", "Putten", "Nijkerk", "Scherpenzeel", "Voorst",
    ),
    "de Betuwe": ("Buren", "Culemborg", "Neder-Betuwe", "Overbetuwe", "Lingewaard", "Tiel", "West Betuwe"),
    "het Rijk van Nijmegen": ("Nijmegen", "Berg en Dal", "Beuningen", "Heumen", "Wijchen", "Druten"),
    "Drenthe": (
        "Aa en Hunze", "Assen", "Borger-Odoorn", "Coevorden", "De Wolden", "Emmen", "Hoogeveen",
        "Meppel", "Midden-Drenthe", "Noordenveld", "Tynaarlo", "Westerveld",
    ),
    "Parkstad": ("Heerlen", "Kerkrade", "Landgraaf", "Brunssum", "Simpelveld", "Voerendaal", "Beekdaelen"),
    "het Land van Heusden en Altena": ("Altena", "Heusden"),
    "de Baronie": ("Breda", "Zundert", "Alphen-Chaam", "Baarle-Nassau", "Rucphen", "Etten-Leur"),
    "het Markiezaat": ("Bergen op Zoom", "Woensdrecht", "Steenbergen"),
}  # fmt: skip
"""Country → its municipalities."""

ON = ("de Veluwe",)
"""People are on these, not in them."""

WATER = {
    "de IJssel": ("Deventer", "Zutphen", "Kampen", "Hattem", "Doesburg", "Olst", "Wijhe", "Zwolle", "Brummen"),
    "de Vecht": ("Ommen", "Hardenberg", "Dalfsen", "Gramsbergen"),
    "het Zwarte Water": ("Hasselt", "Zwartsluis", "Genemuiden"),
    "het Twentekanaal": ("Hengelo", "Enschede", "Almelo", "Goor", "Lochem"),
    "de Rijn": ("Arnhem", "Wageningen", "Westervoort"),
    "de Waal": ("Nijmegen", "Tiel", "Zaltbommel"),
    "de Maas": ("Venlo", "Roermond", "Maastricht", "Cuijk", "Gennep", "Stein", "Maasbracht"),
    "de Berkel": ("Borculo", "Eibergen"),
    "het Wolderwijd": ("Harderwijk",),
    "de Mark": ("Breda", "Zevenbergen"),
    "het Wilhelminakanaal": ("Oosterhout", "Helmond", "Tilburg"),
    "de Dintel": ("Dinteloord", "Stampersgat"),
    "de Zuid-Willemsvaart": ("Veghel", "'s-Hertogenbosch"),
    "het Eemskanaal": ("Groningen", "Appingedam", "Delfzijl"),
    "de Eems": ("Eemshaven",),
    "de Turfroute": ("Gorredijk",),
    "het Van Harinxmakanaal": ("Leeuwarden", "Harlingen", "Franeker"),
}  # fmt: skip
"""Water → the places on it."""


def country(spot: Spot) -> str:
    """What people call the country round a place; nothing where no name is common."""
    return next((name for name, held in COUNTRY.items() if spot.municipality in held), "")


def water(spot: Spot) -> str:
    """The water a place lies on; nothing where it lies on none that we know of."""
    return next((name for name, held in WATER.items() if spot.place in held), "")


def spoken_of(spot: Spot) -> dict[str, str]:
    """What a sentence or a name may say of a place; ``streek`` is always something."""
    streek = country(spot) or "de regio"
    return {
        "place": spot.place,
        "municipality": spot.municipality,
        "streek": streek,
        "daar": f"{'op' if streek in ON else 'in'} {streek}",
        "water": water(spot),
    }
