"""Tests of who sits in a committee."""
