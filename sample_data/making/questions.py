"""What entrepreneurs wrestle with, by theme, in their own words."""

from __future__ import annotations

THEMES: dict[str, list[str]] = {
    "Personeel vinden en houden": [
        "We krijgen de vacatures niet vervuld. Monteurs gaan naar de grote bedrijven en wie we opleiden vertrekt na twee jaar.",
        "Goede mensen vinden lukt niet meer, en het verzuim onder de vaste krachten loopt op.",
        "Personeelstekort. Ik moet opdrachten weigeren omdat ik geen vakmensen heb.",
        "Hoe houd ik mijn jonge medewerkers vast? Ze willen groeien, maar wij zijn een platte organisatie.",
        "Werven kost me nu een dag in de week en levert weinig op; ik wil weten hoe anderen personeel binden.",
        "Te weinig handen. De ploeg wordt ouder en aanwas is er nauwelijks.",
    ],
    "Opvolging en overdracht": [
        "Mijn dochter wil het bedrijf overnemen, maar we praten er niet echt over. Hoe pak je opvolging aan?",
        "Ik wil over vijf jaar stoppen en heb geen opvolger. Verkopen, of toch een van de medewerkers?",
        "De overdracht van mijn vader naar mij sleept al drie jaar; de waardering van het bedrijf is het struikelblok.",
        "Overname door twee werknemers: hoe regel je de financiering en wanneer laat je echt los?",
        "Opvolging in de familie, met een broer die niet in de zaak zit.",
    ],
    "Digitalisering": [
        "Alles staat in losse spreadsheets. Ik wil naar één systeem voor planning, werkbonnen en facturen, maar welk?",
        "Onze klanten willen online bestellen en wij werken nog met de telefoon en papier.",
        "Digitaliseren van de werkvloer: tablets zijn er, maar niemand gebruikt ze.",
        "Wat kunnen wij met AI en automatisering? Ik zie door de bomen het bos niet.",
        "ERP gekocht, half ingevoerd, en nu werken we dubbel.",
        "De data is er wel, maar we sturen nog op gevoel.",
    ],
    "Groei financieren": [
        "We kunnen verdubbelen, maar de bank wil meer zekerheid. Hoe financier je groei zonder alles te verpanden?",
        "Investering in een tweede hal: eigen geld, lening of een investeerder?",
        "De liquiditeit knelt elke keer als we een grote opdracht krijgen; voorfinancieren breekt ons op.",
        "Groeien kost geld dat ik niet heb. Werkkapitaal is elke maand spannend.",
        "Ik zoek groeikapitaal en weet niet hoe ik mij moet voorbereiden op investeerders.",
    ],
    "Verduurzamen": [
        "Opdrachtgevers vragen om een CO2-rapportage en ik weet niet waar te beginnen.",
        "Van het gas af en een elektrisch wagenpark: wat is haalbaar voor een bedrijf als het onze?",
        "Circulair werken, minder afval en materiaal terugnemen; hoe verdien je daaraan?",
        "Netcongestie. We willen verduurzamen, maar een zwaardere aansluiting komt er niet.",
        "Energiekosten drukken de winst; welke investering in duurzaamheid verdient zich terug?",
    ],
    "Leiderschap en loslaten": [
        "Ik zit overal tussen. Hoe geef ik leiding zonder alles zelf te doen?",
        "Van twaalf naar dertig man: ik mis een laag onder mij en kan moeilijk loslaten.",
        "Delegeren. Mijn team wacht op mij en ik kom niet aan de toekomst toe.",
        "Hoe word ik van vakman een echte directeur? Leidinggeven heb ik nooit geleerd.",
        "De samenwerking met mijn compagnon loopt stroef, rollen zijn onduidelijk.",
    ],
    "Marketing en verkoop": [
        "Iedereen die ons kent is blij, maar te weinig mensen kennen ons. Hoe bouw ik aan een merk?",
        "Verkoop leunt op mij alleen. Ik wil een verkoopproces dat ook zonder mij klanten oplevert.",
        "Onze website levert geen aanvragen op en adverteren kost veel.",
        "Nieuwe klanten werven buiten de regio lukt niet; we leven van mond-tot-mond.",
        "We hebben te veel kleine klanten en te weinig grote; hoe verkoop je aan grotere bedrijven?",
    ],
    "Export": [
        "Duitsland ligt om de hoek, maar exporteren lukt ons niet. Taal, regels, de juiste partner?",
        "We krijgen aanvragen uit België en Duitsland en weten niet hoe we de export opzetten.",
        "Over de grens verkopen: zelf doen of via een agent?",
    ],
    "Processen en planning": [
        "Levertijden lopen uit en de planning klopt nooit. Waar zit de verspilling?",
        "Elke opdracht is anders, dus alles kost te veel tijd. Hoe standaardiseer je maatwerk?",
        "De werkvoorbereiding is een flessenhals; wij blussen brandjes.",
        "Faalkosten: we doen te veel dingen twee keer.",
        "Doorlooptijd en voorraad zijn te hoog, we willen lean werken.",
    ],
    "Prijs en marge": [
        "De omzet groeit, maar er blijft niets over. Inkoop en lonen stijgen en ik durf de prijs niet te verhogen.",
        "Wat is een goede prijs? Wij rekenen uurtje-factuurtje en laten geld liggen.",
        "Marges onder druk door concurrentie op prijs; hoe kom je daaruit?",
        "Ik weet niet op welke klanten ik verdien en op welke ik toeleg.",
    ],
}  # fmt: skip

AMBITIONS = [
    "Over drie jaar twee keer zo groot, met een tweede vestiging.",
    "Liever beter dan groter: meer rust en meer marge.",
    "De beste van de regio worden in ons vak.",
    "Gestaag groeien, tien procent per jaar.",
    "Het bedrijf klaarmaken voor de volgende generatie.",
    "Een bedrijf dat ook zonder mij draait.",
]
