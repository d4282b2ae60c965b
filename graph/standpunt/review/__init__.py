"""What people say of claims: sheets to review them in, and the reviews of a graph directory."""
