"""The page *Commissie*."""
