"""DELETE of a study, series or instance: an extension that other archives have too. A tombstone stays, and so do the bytes.

What headquarters has not confirmed goes only when an admin says ``force=true``: until then this laptop may hold the only copy.
"""

from starlette.responses import Response

from resources.dicomweb.desk import Desk
from resources.dicomweb.retrieve import pictured
from resources.http.access import Scopes
from resources.problems import Conflict
from resources.store import lookups, studies


def remove(desk: Desk) -> Response:
    """Remove what the address names. Raises Conflict for what only this laptop has, or what somebody is making."""
    if desk.request.query_params.get("force", "").lower() == "true":
        desk.caller.needs(Scopes.ADMIN)
        forced = True
    else:
        forced = False
    uids = [row.instance_uid for row in pictured(desk).rows]
    if not forced:
        missing = set(uids) - set(desk.confirmed(uids))
        if missing:
            raise Conflict(f"Headquarters has not confirmed {len(missing)} of these pictures; nothing was removed.")
    with desk.write() as unit:
        study_uid = desk.request.path_params["study"]
        if lookups.is_being_made(unit, study_uid):
            raise Conflict("An examination is in progress in this study.")
        studies.forget_instances(unit, study_uid, uids)
    return Response(status_code=204)
