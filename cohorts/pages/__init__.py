"""Streamlit pages: thin, they only call and draw. Beside app.py, the one place with a screen."""
