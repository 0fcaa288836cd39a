"""Open data: static files that programmes of others read. One folder for every version."""
