"""The made rounds as the tools that organisers use would export them, one file a tool."""
