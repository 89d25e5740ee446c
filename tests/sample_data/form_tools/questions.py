"""The questions of the samples as organisers ask them, by their header in the sample."""

from __future__ import annotations

from sample_data.making import forms

QUESTIONS: dict[str, dict[str, str]] = {
    "Naam": {"nl": "Wat is uw naam?", "en": "What is your full name?"},
    "Bedrijfsnaam": {
        "nl": "Wat is de naam van uw bedrijf?",
        "en": "What is the name of your company?",
    },
    "KvK nummer": {
        "nl": "Wat is uw KvK-nummer? (8 cijfers)",
        "en": "What is your Chamber of Commerce (KvK) number?",
    },
    "Mailadres contactpersoon": {
        "nl": "Wat is uw e-mailadres?",
        "en": "What is your email address?",
    },
    "E-mail": {"nl": "Wat is uw e-mailadres?", "en": "What is your email address?"},
    "Wat is de postcode van uw bedrijf?": {
        "nl": "Wat is de postcode van uw bedrijf?",
        "en": "What is the postal code of your company?",
    },
    "In welke plaats is uw bedrijf gevestigd?": {
        "nl": "In welke plaats is uw bedrijf gevestigd?",
        "en": "In which town is your company located?",
    },
    "SBI-code": {"nl": "Wat is uw SBI-code?", "en": "What is your SBI code?"},
    "Wat doet uw bedrijf? (in één of twee zinnen)": {
        "nl": "Wat doet uw bedrijf, in één of twee zinnen?",
        "en": "What does your company do, in one or two sentences?",
    },
    "Wat doet uw bedrijf?": {"nl": "Wat doet uw bedrijf?", "en": "What does your company do?"},
    "Wat kunt u anderen bieden?": {
        "nl": "Wat kunt u anderen bieden?",
        "en": "What can you offer others?",
    },
    "Wie zijn uw klanten?": {"nl": "Wie zijn uw klanten?", "en": "Who are your customers?"},
    "In welk jaar is het bedrijf opgericht?": {
        "nl": "In welk jaar is uw bedrijf opgericht?",
        "en": "In what year was your company founded?",
    },
    forms.STAFF: {
        "nl": "Hoeveel medewerkers heeft uw bedrijf, uzelf meegeteld?",
        "en": "How many people work at your company, yourself included?",
    },
    "Wat was uw omzet vorig jaar?": {
        "nl": "Wat was uw omzet vorig jaar?",
        "en": "What was your turnover last year?",
    },
    forms.PHASE: {"nl": "In welke fase is uw bedrijf?", "en": "Which phase is your company in?"},
    forms.AMBITION: {
        "nl": "Op een schaal van 1 tot 10: hoe ambitieus bent u?",
        "en": "On a scale from 1 to 10, how ambitious are you?",
    },
    forms.AMBITION_TEXT: {
        "nl": "Wat is uw ambitie voor het bedrijf?",
        "en": "What is your ambition for the company?",
    },
    forms.QUESTION: {
        "nl": "Met welk vraagstuk worstelt u het meest?",
        "en": "What is your biggest challenge at the moment?",
    },
    forms.THEMES: {
        "nl": "Welke thema's spreken u aan? (meerdere antwoorden mogelijk)",
        "en": "Which topics interest you? (tick all that apply)",
    },
    forms.ROLE: {"nl": "Wat is uw functie?", "en": "What is your position?"},
    forms.EXPERIENCE: {
        "nl": "Hoeveel jaar bent u ondernemer?",
        "en": "How many years have you been an entrepreneur?",
    },
    forms.WHEN: {
        "nl": "Op welke dagdelen kunt u? (meerdere antwoorden mogelijk)",
        "en": "When are you available? (tick all that apply)",
    },
    forms.RIVALS: {
        "nl": "Wie zijn uw drie belangrijkste concurrenten?",
        "en": "Who are your three main competitors?",
    },
    forms.PARTNER: {
        "nl": "Via welke partner hoorde u van ons?",
        "en": "Through which partner did you hear about us?",
    },
    forms.CONSENT: {
        "nl": "Gaat u akkoord met het gebruik van uw gegevens?",
        "en": "Do you consent to the use of your data?",
    },
    "Geboortejaar": {"nl": "In welk jaar bent u geboren?", "en": "What is your year of birth?"},
    "Familieleden in het bedrijf": {
        "nl": "Welke familieleden werken in het bedrijf?",
        "en": "Which family members work in the company?",
    },
    "Status": {"nl": "Deelnamestatus", "en": "Status"},
}
