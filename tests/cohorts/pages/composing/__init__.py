"""Tests of the page on which is said what a group needs."""
