"""First rounds to turn: see :mod:`solver.pairing.rotation.designs.turned`.

Each was found by annealing one round until all differences were different. That the designs exist
is older: Kirkman 1850 (15), Kotzig & Rosa 1974 (18, nearly), Brouwer 1978 (24, nearly), Hanani,
Ray-Chaudhuri & Wilson 1972 (28 and 40 in fours), Aguado 2004 (32 in fours, ten rounds).
"""

from __future__ import annotations

from solver.pairing.rotation.designs.turned import Turned

ROUNDS = (
    Turned("Kirkman's schoolgirls", 7, ("110231443320420",)),
    Turned("nearly Kirkman system of 18", 4, ("152302104033551424", "213324103405520451")),
    Turned("nearly Kirkman system of 24", 11, ("016575541376123274024630",)),
    Turned("nearly Kirkman system of 30", 14, ("600417285313516422469590879378",)),
    Turned("turned round of 24 in fours", 7, ("031332441204542351550120",)),
    Turned("resolvable design of 28", 9, ("5241610013402665623354503214",)),
    Turned("turned round of 36 in fours", 11, ("615323583442207601248430506785771681",)),
    Turned("turned round of 30 in fives", 6, ("343022114240315103453504205521",)),
)
