"""What the open sets of rules and conditions share: fields that say what they are, and TOML."""
