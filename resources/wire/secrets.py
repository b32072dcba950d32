"""What is kept of a secret, so that neither a copied database nor a printed object gives one away. Pure."""

import hashlib


def digest(secret: str) -> str:
    """A plain sha256 is enough, as nobody can guess 256 bits."""
    return hashlib.sha256(secret.encode()).hexdigest()
