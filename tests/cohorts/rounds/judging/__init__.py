"""Tests of the stages of a choice."""
