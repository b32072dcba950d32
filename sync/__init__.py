"""How a station and headquarters agree: the outbox, push, verification, pull, and the ledger of receipts."""
