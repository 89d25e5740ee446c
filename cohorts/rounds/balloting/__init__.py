"""The ballot of one member: their dossiers, each vote in every version, sending it in."""
