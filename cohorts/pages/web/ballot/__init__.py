"""The ballot of a member: a page of its own, which holds while the line is down."""
