"""What comes after composing, or beside it: who sits with whom at which moment."""
