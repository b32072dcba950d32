"""Which presentation contexts we take: pure decisions on an A-ASSOCIATE-RQ.

A camera's picture is never refused for its kind: every storage class, known or private, in every transfer syntax but
the deflated ones, which inflate to gigabytes (PS3.5 A.5; a 2 MB file was seen to take 4 GB).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from pydicom import config
from pydicom.uid import UID
from pynetdicom import sop_class
from pynetdicom.service_class import ServiceClass, StorageServiceClass, VerificationServiceClass

from resources.wire.uids import MEDIA_DIRECTORY
from workstation.listener.pdus import (
    AssociateRequest,
    ContextAnswer,
    Proposed,
    Roles,
)

USER_REJECTION, ABSTRACT_SYNTAX_NOT_SUPPORTED, TRANSFER_SYNTAXES_NOT_SUPPORTED = 1, 3, 4  # PS3.8 table 9-18

DEFLATED = frozenset({
    "1.2.840.10008.1.2.1.99",  # Deflated Explicit VR Little Endian
    "1.2.840.10008.1.2.4.95",  # JPIP Referenced Deflate
    "1.2.840.10008.1.2.4.205",  # JPIP HTJ2K Referenced Deflate
})  # fmt: skip

_UID = re.compile(r"[0-9.]{1,64}")


class Service(Enum):
    """What an abstract syntax is for."""

    VERIFICATION = auto()
    STORAGE = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Negotiated:
    """The answers for each context, and the roles that we confirm."""

    contexts: tuple[ContextAnswer, ...]
    roles: Mapping[str, Roles] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def service_of(abstract_syntax: str) -> Service:
    """Verification, storage or another service. What nobody knows is a private storage class (users.md, quirk 10)."""
    if not _UID.fullmatch(abstract_syntax):
        return Service.OTHER
    service = sop_class.uid_to_service_class(abstract_syntax)
    if service is VerificationServiceClass:
        return Service.VERIFICATION
    if service is StorageServiceClass:
        return Service.STORAGE
    if service is not ServiceClass or _is_known_for_something_else(UID(abstract_syntax, config.IGNORE)):
        return Service.OTHER
    return Service.STORAGE


def negotiate(request: AssociateRequest, *, gives_pictures: bool = False) -> Negotiated:
    """Answer each context that is offered; the first transfer syntax of the requestor's list that we take.

    ``gives_pictures`` lets the requestor be the SCP of storage classes, so that C-GET can send to it (PS3.7 D.3.3.4).
    """
    offers = request.roles
    answers = tuple(
        _answer(context, offers.get(context.abstract_syntax), gives_pictures=gives_pictures)
        for context in request.contexts
    )
    taken = {answer.abstract_syntax for answer in answers if answer.result == 0}
    roles = {
        uid: Roles(scu=offer.scu, scp=offer.scp and gives_pictures) for uid, offer in offers.items() if uid in taken
    }
    return Negotiated(answers, roles)


def _answer(context: Proposed, roles: Roles | None, *, gives_pictures: bool) -> ContextAnswer:
    def answer(result: int, syntax: str) -> ContextAnswer:
        return ContextAnswer(context.context_id, context.abstract_syntax, syntax, result)

    first = context.transfer_syntaxes[0] if context.transfer_syntaxes else ""
    if service_of(context.abstract_syntax) is Service.OTHER:
        return answer(ABSTRACT_SYNTAX_NOT_SUPPORTED, first)
    if roles is not None and not roles.scu and not (gives_pictures and roles.scp):
        return answer(USER_REJECTION, first)  # it wants to be sent pictures only, PS3.7 D.3.3.4
    taken = next(filter(_is_taken, context.transfer_syntaxes), None)
    return answer(TRANSFER_SYNTAXES_NOT_SUPPORTED, first) if taken is None else answer(0, taken)


def _is_taken(transfer_syntax: str) -> bool:
    return transfer_syntax not in DEFLATED and _UID.fullmatch(transfer_syntax) is not None


def _is_known_for_something_else(uid: UID) -> bool:
    """In DICOM's own registry under a name that is not a storage class: retired print and worklist services, say."""
    return uid == MEDIA_DIRECTORY or (uid.name != uid and "Storage" not in uid.name)
