"""Words of the window's frame: rail, strip, crash notice."""

TEXTS = {
    "rail.today": "Today",
    "rail.patients": "Patients",
    "rail.inbox": "Inbox",
    "rail.read": "Read",
    "rail.referrals": "Referrals",
    "rail.sync": "Sync",
    "rail.camp": "Camp",
    "rail.lock": "Lock",
    "rail.with-count": "{word}, {n} waiting",
    "strip.space": "Space for {n} patients",
    "strip.tight": "Little room is left for pictures. Connect to headquarters, or take pictures away by stick.",
    "strip.full": "Disk full: pictures are refused",
    "strip.battery": "{n} %",
    "strip.to-dim": "Dim the screen",
    "strip.to-daylight": "Daylight screen",
    "crash.sentence": "Eyecamp made a mistake of its own. Copy the report for your supporter.",
    "crash.copy": "Copy report",
}
