"""Tests of counting rules on practice ballots."""
