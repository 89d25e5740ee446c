"""Names nobody owns: of people, and the words that companies are named after."""

from __future__ import annotations

FIRST = ["Anneke", "Bart", "Carla", "Daan", "Eline", "Ferdi", "Gerda", "Henk", "Ilse", "Jeroen", "Karin", "Lars", "Marieke", "Niels", "Olga", "Pieter", "Roos", "Sander", "Tineke", "Umut", "Vera", "Wouter", "Yara", "Zeki", "Martijn", "Femke", "Joost", "Sanne", "Ruben", "Hilde"]  # fmt: skip
EAST_LAST = ["Akkerman", "Bosch", "Cents", "Dijkhuis", "Ekkelkamp", "Foppen", "Grotenhuis", "Haverkort", "Immink", "Jansink", "Kolkman", "Lammertink", "Morsink", "Nijhof", "Oosterlaar", "Pasman", "Roelofs", "Slotboom", "Tijhuis", "Uilenbroek", "Veldhuis", "Wassink", "Yilmaz", "Zandbelt", "Esselink", "Hoekerswever", "Bruggink", "Leussink"]  # fmt: skip
EAST_WORDS = ["IJssel", "Salland", "Vecht", "Regge", "Veluwe", "Berkel", "Dinkel", "Twickel", "Hanze", "Liemers", "Waal", "Betuwe", "Gelre", "Reest", "Rijn"]  # fmt: skip

YOUNG_FIRST = [*FIRST, "Amira", "Bram", "Chiel", "Demi", "Esmee", "Floris", "Gijs", "Hanna", "Isa", "Jurre", "Kaan", "Lotte", "Mees", "Noor", "Omar", "Puck", "Quinten", "Rosa", "Sem", "Tess", "Sofie", "Thijs", "Merel", "Yusuf", "Iris", "Koen", "Fenna", "Ravi", "Lieke", "Stijn"]  # fmt: skip
BRABANT_LAST = ["Aerts", "van den Broek", "Coppens", "van Dongen", "Embregts", "Franken", "Geerts", "van Gils", "Hendrickx", "Jansen", "Kerstens", "Leijten", "Machielsen", "Nouws", "van Oosterhout", "Pijnenburg", "Roovers", "Schoenmakers", "Theeuwes", "Uijtdewilligen", "Verhoeven", "Withagen", "Yildiz", "van Zundert", "Bastiaansen", "Snoeren", "El Amrani", "Vermeulen", "de Kort", "Brouwers", "Tak", "Haagh"]  # fmt: skip
BRABANT_WORDS = ["Baronie", "Mark", "Dintel", "Markiezaat", "Haagse Beemden", "Donge", "Aa", "Spanjaard", "Belcrum", "Seelig", "Chassé", "Nassau", "Langstraat", "Peel", "Dommel", "Kempen", "Heuvel", "Mastbos", "Liesbos", "Waterlinie"]  # fmt: skip
LIMBURG_LAST = ["Bemelmans", "Claessens", "Driessen", "Erens", "Frissen", "Geurts", "Heijnen", "Janssen", "Kusters", "Linssen", "Meijers", "Nelissen", "Op den Camp", "Peeters", "Quaedvlieg", "Ramaekers", "Smeets", "Theunissen", "Vaessen", "Wijnands", "Kaya", "Hermans"]  # fmt: skip
LIMBURG_WORDS = ["Maas", "Geul", "Roer", "Swalm", "Peel", "Mergel", "Jeker", "Gulp", "Nedermaas", "Kempen", "Heuvelland", "Zuiderpark"]  # fmt: skip
NORTH_LAST = ["Bakema", "Cazemier", "Dijkstra", "Eerkens", "Feenstra", "Groenewold", "Haijema", "Jagersma", "Klaassens", "Luinstra", "Meinardi", "Nanninga", "Oosterhof", "Postma", "Rozema", "Sikkema", "Terpstra", "Venema", "Wiersema", "Ypma", "Zijlstra", "Hofstra"]  # fmt: skip
NORTH_WORDS = ["Eems", "Lauwers", "Hunze", "Drentsche Aa", "Martini", "Wad", "Fivel", "Reitdiep", "Bildt", "Zernike", "Westerkwartier", "Hondsrug"]  # fmt: skip
VELUWE_WORDS = ["Veluwe", "Randmeer", "Zuiderzee", "Hierden", "Kroondomein", "Leuvenum", "Hanze", "Beekhuizen", "Zwaluw", "Hulshorst", "IJssel", "Noorderlicht"]  # fmt: skip
