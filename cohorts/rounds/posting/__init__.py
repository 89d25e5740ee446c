"""Letters by mail: each to one person, sent once; and letters as somebody changed them."""
