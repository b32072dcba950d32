"""How much a stranger on the network may ask of the listener, and for how long. Numbers only; others enforce them."""

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """Caps in bytes, deadlines in seconds of waiting for the peer; our own disk never counts against a camera."""

    associate_bytes: int = 128 * KIB
    """The largest A-ASSOCIATE-RQ; 128 contexts with ten syntaxes each take about 100 KB."""
    pdu_bytes: int = 128 * KIB
    """The P-DATA-TF length that we announce and enforce (PS3.8 D.1)."""
    command_bytes: int = 16 * KIB
    """The largest command set; a real one takes some 200 bytes."""
    message_bytes: int = 512 * MIB
    """The largest data set of one C-STORE."""
    request_bytes: int = 4 * MIB
    """The largest data set of a request of another service: a query, a step, a list of pictures."""
    tls_seconds: float = 5.0
    """For agreeing on encryption, before anything is said."""
    handshake_seconds: float = 10.0
    """From the connection to the complete A-ASSOCIATE-RQ."""
    pdu_seconds: float = 10.0
    """For one whole PDU, and between the PDUs of one message."""
    grace_seconds: float = 10.0
    """A message may wait this long before its rate counts."""
    least_rate: int = 20 * KIB
    """Bytes per second that a message must keep up after the grace."""
    idle_seconds: float = 120.0
    """Between two messages of one association."""
    farewell_seconds: float = 2.0
    """For the peer to read our last word and close (the ARTIM timer of PS3.8 9.1.5)."""
    connections: int = 64
    """Open connections in all."""
    reserved: int = 8
    """Of these, so many are kept for known cameras (``Admission.known``)."""
    per_address: int = 8
    """Open connections from one address; ``Admission.trusted`` names addresses that are exempt."""
    refusals: int = 16
    """Connections over the caps that are still told so; those beyond are closed without a word."""
