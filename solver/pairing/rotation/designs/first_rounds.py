"""First rounds to turn: see :mod:`solver.pairing.rotation.designs.turned`.

Each was found by annealing one round until all differences were different; but for 32 in fours:
there sixteen pairs take their places in two affine planes of order 4 without a line in common, and
who of each pair sits with whom solves 120 linear equations over two elements. That they exist
is older: Kirkman 1850 (15), Kotzig & Rosa 1974 (18, nearly), Brouwer 1978 (24, nearly), Hanani,
Ray-Chaudhuri & Wilson 1972 (28 in fours), Aguado 2004 (32 in fours, ten rounds).
"""

from __future__ import annotations

from solver.pairing.rotation.designs.turned import Turned

ROUNDS = (
    Turned("Kirkman's schoolgirls", 7, ("110231443320420",)),
    Turned("nearly Kirkman system of 18", 4, ("152302104033551424", "213324103405520451")),
    Turned("nearly Kirkman system of 24", 11, ("016575541376123274024630",)),
    Turned("nearly Kirkman system of 30", 14, ("600417285313516422469590879378",)),
    Turned("nearly Kirkman system of 36", 17, ("3a30a722167082b5840384965645991ab71b",)),
    Turned(
        "nearly Kirkman system of 48",
        23,
        ("5f6468223b5e3f9bf37ca90d18c951701cb6dee8d7a4a240",),
    ),
    Turned("turned round of 24 in fours", 7, ("031332441204542351550120",)),
    Turned("resolvable design of 28", 9, ("5241610013402665623354503214",)),
    Turned("turned round of 36 in fours", 11, ("615323583442207601248430506785771681",)),
    Turned(
        "ten rounds of 32 in fours",
        1,
        (
            "01234567012345670123456701234567",
            "01234567230167454567012376543210",
            "01234567456701236745230132107654",
            "01234567765432103210765454761032",
            "01100110233232234545545467676767",
            "01676701234554321076761032544523",
            "01234567547610322301674567452301",
            "01012323101032324554677654457667",
            "01451054672367237632763210540145",
            "01452367672345013276105445016723",
        ),
    ),
    Turned("turned round of 30 in fives", 6, ("343022114240315103453504205521",)),
)
