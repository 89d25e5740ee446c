"""What the votes come to: counted after the close, shown to whom it may be, and who goes on."""
