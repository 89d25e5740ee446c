"""The stages of a choice: what is asked, who judges until when, and in which phase it is."""
