"""Tests of the page *Commissie*."""
