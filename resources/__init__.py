"""What a station keeps, and how the world reads it: REST resources, not icons (those live in workstation/gui/style)."""
