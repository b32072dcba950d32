"""Another service that joins associations: it answers every request on its contexts, from a thread of its own."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from support.association import WORKLIST, a_command, some_data

from workstation.listener.pdus import AssociateRequest, ContextAnswer, Proposed


@dataclass
class PretendOthers:
    """Serves the worklist's contexts only."""

    asked_by: list[str] = field(default_factory=list)
    sides: list["PretendSide"] = field(default_factory=list)

    def open(
        self, request: AssociateRequest, contexts: tuple[Proposed, ...], send: Callable[[bytes], None]
    ) -> "PretendSide | None":
        self.asked_by.append(request.calling_ae)
        wanted = [context for context in contexts if context.abstract_syntax == WORKLIST]
        if not wanted:
            return None
        answers = tuple(ContextAnswer(c.context_id, c.abstract_syntax, c.transfer_syntaxes[0]) for c in wanted)
        self.sides.append(PretendSide(answers, send))
        return self.sides[-1]


@dataclass
class PretendSide:
    answers: tuple[ContextAnswer, ...]
    send: Callable[[bytes], None]
    taken: list[bytes] = field(default_factory=list)
    is_closed: bool = False

    def take(self, pdu: bytes) -> None:
        self.taken.append(pdu)
        answer = some_data((self.answers[0].context_id, 3, a_command(0x8020, data_set=False)))
        threading.Thread(target=self.send, args=(answer,)).start()

    def close(self) -> None:
        self.is_closed = True
