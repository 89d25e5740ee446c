"""One file a release; its name begins with the release."""
