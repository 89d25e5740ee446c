"""Tables over several sessions: who sits where, so that everybody meets many others.

``wanted`` is what an organiser asks, ``tables_plan`` what comes of it, ``make_tables`` the way from
the one to the other.
"""
