"""Tests of the usual steps of programmes."""
