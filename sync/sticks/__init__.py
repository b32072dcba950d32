"""The outbox without any network: to a stick, in at another station, receipts back the same way."""
