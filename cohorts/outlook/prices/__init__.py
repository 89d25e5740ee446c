"""Prices: what every must, the lots, the sizes and those who are not sure yet would change."""

from cohorts.outlook.prices.all_prices import prices
from cohorts.outlook.prices.price import (
    LotPrice,
    MustPrice,
    Prices,
    ProbablePrice,
    Restless,
    ShapePrice,
    Weakest,
)

__all__ = [
    "LotPrice",
    "MustPrice",
    "Prices",
    "ProbablePrice",
    "Restless",
    "ShapePrice",
    "Weakest",
    "prices",
]
