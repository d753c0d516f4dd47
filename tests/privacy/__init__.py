"""The inventory, the documents and what one person gets to see."""
