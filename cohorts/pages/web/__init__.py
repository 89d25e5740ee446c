"""What the server answers beside Streamlit: pages in their language, log in, headers, health."""
