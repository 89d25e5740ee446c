"""Measurements, each a module: ``python -m benchmarks.NAME``. Ratios against a peer, same run."""
