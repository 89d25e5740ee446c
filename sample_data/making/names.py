"""Names nobody owns: of people, and the words that companies are named after."""

from __future__ import annotations

FIRST = ["Anneke", "Bart", "Carla", "Daan", "Eline", "Ferdi", "Gerda", "Henk", "Ilse", "Jeroen", "Karin", "Lars", "Marieke", "Niels", "Olga", "Pieter", "Roos", "Sander", "Tineke", "Umut", "Vera", "Wouter", "Yara", "Zeki", "Martijn", "Femke", "Joost", "Sanne", "Ruben", "Hilde"]  # fmt: skip
EAST_LAST = ["Akkerman", "Bosch", "Cents", "Dijkhuis", "Ekkelkamp", "Foppen", "Grotenhuis", "Haverkort", "Immink", "Jansink", "Kolkman", "Lammertink", "Morsink", "Nijhof", "Oosterlaar", "Pasman", "Roelofs", "Slotboom", "Tijhuis", "Uilenbroek", "Veldhuis", "Wassink", "Yilmaz", "Zandbelt", "Esselink", "Hoekerswever", "Bruggink", "Leussink"]  # fmt: skip
EAST_WORDS = ["IJssel", "Salland", "Vecht", "Regge", "Veluwe", "Berkel", "Dinkel", "Twickel", "Hanze", "Liemers", "Waal", "Betuwe", "Gelre", "Reest", "Rijn"]  # fmt: skip
