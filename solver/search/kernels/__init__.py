"""The change a move makes, one file per way of counting; compiled.

One primitive prices everything: the change of a group's amount when one row leaves it and another
enters, either of which may be nobody (-1). A swap is two such exchanges, a shift two halves;
outside is a group like the others. Pricing never mutates.
"""
