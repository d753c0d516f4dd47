"""What the server says of itself about personal data: inventory, documents, and what is held of one person."""
