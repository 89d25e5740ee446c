"""Long work in a process of its own: asked for on a page, and done whether or not that stays open.

One piece at a time on a machine, and mail beside it, at the lowest priority, with one core left for
everything else.
"""
