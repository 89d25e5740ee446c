"""Who applies: applicants, their companies, what is known between them."""
