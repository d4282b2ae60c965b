"""Who asked what, who promised what, who stands where: Dutch parliamentary papers as a knowledge graph."""
