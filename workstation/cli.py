"""``eyecamp``: one entry point. Ends with 0 when done, 1 for a Problem (its sentence on stderr), 2 for wrong usage.

Everything slow is imported by the command that needs it, so that ``eyecamp version`` answers at once.
"""

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resources.problems import Invalid, Locked, Problem
from workstation import logs
from workstation.settings import RefusedSettings, Settings, load

if TYPE_CHECKING:
    from resources.store import Store
    from resources.store.keys import Opener

SHORT = {
    "dicom_port": "dicom.port",
    "rest_port": "rest.port",
    "ae_title": "dicom.ae_title",
    "hq_dicomweb_url": "hq.dicomweb_url",
    "data_dir": "data_dir",
}
"""Flags that are short forms of a setting."""


def main(argv: Sequence[str] | None = None, environ: Mapping[str, str] = os.environ) -> int:
    """Do what the command line says."""
    arguments = parser().parse_args(argv)
    try:
        settings = settings_of(arguments, environ)
    except Problem as problem:
        say(problem.sentence, file=sys.stderr)
        return 2
    try:
        return int(arguments.run(arguments, settings, environ) or 0)
    except Problem as problem:
        say(problem.sentence, file=sys.stderr)
        return 2 if isinstance(problem, RefusedSettings) else 1
    except KeyboardInterrupt:
        return 0


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    common = _common_flags()
    whole = argparse.ArgumentParser(prog="eyecamp", description=__doc__.split("\n")[0], parents=[common])
    whole.set_defaults(run=run_window)
    commands = whole.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Callable[..., int | None], sentence: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, parents=[common], help=sentence, description=sentence)
        one.set_defaults(run=run)
        return one

    _services(command)
    _files(command)
    _keys(command)
    return whole


def _common_flags() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data-dir", metavar="FOLDER", help="where the station keeps everything")
    common.add_argument("--config", type=Path, metavar="FILE", help="settings in TOML")
    common.add_argument("--set", action="append", metavar="KEY=VALUE", help="any setting; may be repeated")
    common.add_argument(
        "--key-file", type=Path, metavar="FILE", help="unlocks without a prompt; made for a new station"
    )
    for flag in ("dicom-port", "rest-port", "ae-title", "hq-dicomweb-url"):
        common.add_argument(f"--{flag}", metavar="VALUE", help=f"short for --set {SHORT[flag.replace('-', '_')]}=VALUE")
    return common


Command = Callable[[str, Callable[..., int | None], str], argparse.ArgumentParser]


def _services(command: Command) -> None:
    serve = command("serve", run_serve, "the station without a window: listener, REST and sync")
    serve.add_argument("--ready-file", type=Path, metavar="FILE", help="gets one JSON object when everything listens")
    sandbox = command("sandbox", run_sandbox, "a throw-away station with pretend camera and headquarters")
    sandbox.add_argument("--headless", action="store_true", help="without a window on the screen")
    sandbox.add_argument("--patients", type=int, default=8, metavar="N", help="how many invented patients")
    sandbox.add_argument(
        "--story", action="store_true", help="walk through the main job, print each step, save pictures"
    )
    sync = command("sync", run_sync, "one pass with headquarters")
    sync.add_argument("--once", action="store_true", required=True, help="one pass, then a summary")
    sync.add_argument("--everything", action="store_true", help="read the whole list of headquarters again")
    sync.add_argument(
        "--first", metavar="NUMBER", default="", help="everything of this person goes first, until it is confirmed"
    )
    sync.add_argument("--json", action="store_true")
    evict = command("evict", run_evict, "which originals may leave a laptop that is nearly full, and have one again")
    what = evict.add_mutually_exclusive_group(required=True)
    what.add_argument("--dry-run", action="store_true", help="count why each original stays; nothing leaves by it")
    what.add_argument("--bring-back", nargs="+", metavar="UID", help="fetch originals from headquarters again")
    evict.add_argument("--json", action="store_true")
    status = command("status", run_status, "the station in numbers")
    status.add_argument("--json", action="store_true")
    command("version", run_version, "which Eyecamp this is")


def _files(command: Command) -> None:
    bring = command("import", run_import, "bring in DICOM files, folders, DICOMDIR media, ZIPs and photographs")
    bring.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    bring.add_argument("--patient", metavar="NUMBER", help="whose photographs these are")
    bring.add_argument("--eye", choices=("R", "L", "B"), help="which eye the photographs show; nothing guesses it")
    bring.add_argument("--field", choices=("macula", "disc", "external"), help="what the photographs were aimed at")
    bring.add_argument("--json", action="store_true")
    check = command("checkup", run_checkup, "read everything that is stored, and compare")
    check.add_argument("--json", action="store_true")
    command("backup", run_backup, "copy the station to a folder, and read it back").add_argument("target", type=Path)
    command("restore", run_restore, "make a station from a backup").add_argument("source", type=Path)
    export = command("export", run_export, "write a person's pictures as DICOM files")
    export.add_argument("target", type=Path, nargs="?")
    export.add_argument(
        "--to-headquarters",
        type=Path,
        metavar="FOLDER",
        help="what headquarters has not confirmed, encrypted, to a stick",
    )
    export.add_argument("--patient", metavar="NUMBER", help="one person; everybody when left out")


def _keys(command: Command) -> None:
    token = command("token", run_token, "keys for programs that talk to the embedded server")
    token.add_argument("action", choices=("create", "revoke", "list"))
    token.add_argument("name", nargs="?", default="")
    token.add_argument("--scope", action="append", choices=("read", "write", "admin", "sync"), help="may be repeated")
    token.add_argument(
        "--patient", metavar="NUMBER", default="", help="only this person's records, and only to read them"
    )
    passphrase = command("passphrase", run_passphrase, "let a new passphrase open the station")
    passphrase.add_argument("--keyring", action="store_true", help="let this computer's keyring open it instead")


def settings_of(arguments: argparse.Namespace, environ: Mapping[str, str]) -> Settings:
    """The settings of this call. Raises Invalid."""
    flags: dict[str, str] = {}
    for pair in getattr(arguments, "set", None) or []:
        key, is_pair, value = pair.partition("=")
        if not is_pair:
            raise Invalid(f"--set takes KEY=VALUE, not {pair}.")
        flags[key] = value
    given = vars(arguments)
    flags.update({key: str(given[name]) for name, key in SHORT.items() if given.get(name) is not None})
    return load(given.get("config"), environ, flags)


def opener_of(arguments: argparse.Namespace, folder: Path, environ: Mapping[str, str]) -> "Opener":
    """How this call unlocks the station. Raises Locked when it cannot without asking."""
    from resources.store.keys import KeyFile, Passphrase, SystemKeyring, has_station, ways_in

    key_file = getattr(arguments, "key_file", None)
    if key_file is not None:
        return KeyFile(key_file)
    if environ.get("EYECAMP_PASSPHRASE"):
        return Passphrase(environ["EYECAMP_PASSPHRASE"])
    if "keyring" in ways_in(folder):
        return SystemKeyring()
    if sys.stdin.isatty() and has_station(folder):
        import getpass

        return Passphrase(getpass.getpass("Passphrase of this station: "))
    raise Locked("This station is locked. Set EYECAMP_PASSPHRASE, or name a key file with --key-file.")


def run_window(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> int:
    """The workstation."""
    from workstation.desktop import run

    try:
        opener: Opener | None = opener_of(arguments, settings.data_dir, environ)
    except Locked:
        opener = None
    logs.begin(settings.data_dir / "logs", to_stderr=False)
    return run(settings, opener)


def run_serve(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> int:
    """The station without a window, until it is told to end."""
    from workstation.compose import open_station, write_private

    logs.begin(settings.data_dir / "logs", to_stderr=True)
    over = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())
    station = open_station(settings, opener_of(arguments, settings.data_dir, environ))
    try:
        station.start()
        if path := getattr(arguments, "ready_file", None):
            write_private(path, json.dumps(station.ready()))
        while not over.wait(1.0):
            """A signal that the system handed to another thread is heard when this one wakes."""
    finally:
        station.stop()
    return 0


def run_sandbox(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> int:
    """The throw-away station."""
    del settings, environ
    from workstation.sandbox.run import run

    return run(patients=arguments.patients, story=arguments.story, headless=arguments.headless)


def run_sync(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> int:
    """One pass with headquarters."""
    from workstation.compose import one_pass, opened

    with opened(settings, opener_of(arguments, settings.data_dir, environ)) as store:
        summary = one_pass(store, settings, everything=arguments.everything, first=arguments.first)
    tell(arguments, summary, "\n".join(f"{name.replace('_', ' ')}: {value}" for name, value in summary.items()))
    return 0


def run_evict(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> int:
    """Why originals stay; or some of them back from headquarters, by one pass."""
    from workstation.compose import one_pass, opened, staying, want_back

    with opened(settings, opener_of(arguments, settings.data_dir, environ)) as store:
        if arguments.dry_run:
            found = staying(store, settings)
            lines = [f"{count:>6}  {why or 'may leave when there is no room'}" for why, count in found.items()]
            tell(arguments, found, "\n".join(sorted(lines)))
            return 0
        want_back(store, arguments.bring_back, "command line")
        summary = one_pass(store, settings)
    tell(arguments, summary, f"{summary['brought_back']} of {len(arguments.bring_back)} are on this laptop again.")
    return int(summary["brought_back"] < len(arguments.bring_back))


def run_import(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> int:
    """Bring files in; one row for each."""
    from resources.terms import Field, Laterality
    from workstation.compose import opened
    from workstation.imaging.importing import bring_in
    from workstation.imaging.photographs import Said

    said = Said(
        arguments.patient or "", Laterality.of(arguments.eye), Field(arguments.field) if arguments.field else None
    )
    with opened(settings, opener_of(arguments, settings.data_dir, environ)) as store:
        sealed, others = _sealed_and_others(arguments.paths)
        rows = [row._asdict() for row in bring_in(store, others, said)] if others else []
        rows = [row for row in rows if row["path"] not in {str(path) for path in sealed}]
        rows += [_from_stick(store, settings, path, environ) for path in sealed]
    lines = [f"{row['outcome']:<12} {row['path']}" + (f"  {row['reason']}" if row["reason"] else "") for row in rows]
    tell(arguments, rows, "\n".join(lines))
    return 0


def _sealed_and_others(paths: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """Files that travelled on a stick, in folders too, and everything that may hold something else."""
    from resources.store.sealed import SUFFIX, is_sealed

    inside = [
        found for path in paths if path.is_dir() for found in sorted(path.rglob(f"*{SUFFIX}")) if is_sealed(found)
    ]
    alone = [path for path in paths if path.is_file() and is_sealed(path)]
    return [*alone, *inside], [path for path in paths if path not in alone]


def _from_stick(store: "Store", settings: Settings, path: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """A row as others have it: a file that fails does not stop the next."""
    from workstation.compose import take_stick

    try:
        done = take_stick(store, settings, path, stick_passphrase(environ))
    except Problem as problem:
        return {"path": str(path), "outcome": "skipped", "reason": problem.sentence, "instance_uid": ""}
    told = done.records
    is_new = done.stored or done.confirmed or told.new or told.changed or told.withdrawn or done.records_confirmed
    outcome = "stored" if is_new else "duplicate" if done.known or told.known else "skipped"
    return {"path": str(path), "outcome": outcome, "reason": done.sentence, "instance_uid": ""}


def run_checkup(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> int:
    """1 when anything is damaged."""
    from resources.store.checkup import checkup
    from workstation.compose import opened

    with opened(settings, opener_of(arguments, settings.data_dir, environ)) as store:
        report = checkup(store)
    lines = [f"{finding.severity}: {finding.what}: {finding.sentence}" for finding in report.findings]
    good = f"Read {report.files} files for {report.rows} rows: all as it was received."
    tell(arguments, asdict(report) | {"is_well": report.is_well}, "\n".join(lines) or good)
    return 0 if report.is_well else 1


def run_backup(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> None:
    """Copy, and read back."""
    from resources.store.backup import backup
    from workstation.compose import opened

    with opened(settings, opener_of(arguments, settings.data_dir, environ)) as store:
        done = backup(store, arguments.target)
    say(f"Copied {done.files} files, {done.size / 1e6:.1f} MB, and read them back.")


def run_restore(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> None:
    """A station from a backup, in an empty folder."""
    del environ
    from resources.store.backup import restore

    done = restore(arguments.source, settings.data_dir)
    say(f"Restored {done.files} files. Before it registers anyone, this laptop needs a letter of its own.")


def run_export(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> None:
    """DICOM files, with what was put right applied to them."""
    from workstation.compose import opened
    from workstation.imaging.exporting import write_out

    if arguments.to_headquarters is not None:
        _export_to_stick(arguments, settings, environ)
        return
    if arguments.target is None:
        raise Invalid("Where to? Name a folder, or a stick with --to-headquarters.")
    with opened(settings, opener_of(arguments, settings.data_dir, environ)) as store:
        files = write_out(store, arguments.target, arguments.patient)
    say(f"Wrote {files} DICOM files.")


def _export_to_stick(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> None:
    from sync.sticks.writing import write_out
    from workstation.compose import opened

    passphrase = stick_passphrase(environ)
    with opened(settings, opener_of(arguments, settings.data_dir, environ)) as store:
        done = write_out(store, arguments.to_headquarters, passphrase, unmatched=settings.sync.unmatched)
    told = f", with {done.records} records" if done.records else ""
    left = f" {done.left_out} stay here: they wait for a person." if done.left_out else ""
    say(
        f"Wrote {done.pictures} pictures into {len(done.files)} files{told}, and read them back. "
        f"They count when receipts come.{left}"
    )


def stick_passphrase(environ: Mapping[str, str]) -> str:
    """What opens a stick; asked for where somebody sits at the keys. Raises Locked."""
    if environ.get("EYECAMP_STICK_PASSPHRASE"):
        return environ["EYECAMP_STICK_PASSPHRASE"]
    if sys.stdin.isatty():
        import getpass

        return getpass.getpass("Passphrase of the stick: ")
    raise Locked("A stick needs a passphrase. Set EYECAMP_STICK_PASSPHRASE.")


def run_token(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> None:
    """Make, revoke or list tokens."""
    from resources.store import tokens
    from resources.terms import Origin
    from workstation.compose import opened

    with (
        opened(settings, opener_of(arguments, settings.data_dir, environ)) as store,
        store.write(Origin.PERSON, "command line") as unit,
    ):
        if arguments.action == "list":
            for row in tokens.listed(unit):
                whose = "  one person's records" if row.patient_uuid else ""
                say(f"{row.name}  {','.join(sorted(row.scopes))}{whose}{'  revoked' if row.revoked_at else ''}")
        elif not arguments.name:
            raise Invalid("Which token? Give its name.")
        elif arguments.action == "create":
            say(tokens.create(unit, arguments.name, arguments.scope or ["read"], patient=arguments.patient))
        else:
            tokens.revoke(unit, arguments.name)


def run_passphrase(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> None:
    """Another way to open the same station."""
    from resources.store.keys import Passphrase, SystemKeyring, add_opener, unlock

    key = unlock(settings.data_dir, opener_of(arguments, settings.data_dir, environ))
    if arguments.keyring:
        add_opener(settings.data_dir, key, SystemKeyring())
        return
    import getpass

    new = environ.get("EYECAMP_NEW_PASSPHRASE") or getpass.getpass("New passphrase: ")
    add_opener(settings.data_dir, key, Passphrase(new))


def run_status(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> None:
    """From the running station where there is one, from its files otherwise."""
    from workstation.compose import status_from_outside

    status = status_from_outside(settings, lambda: opener_of(arguments, settings.data_dir, environ))
    hq = status["hq"]
    lines = [
        f"{status['patients']} patients, {status['instances']} pictures on this laptop.",
        f"{status['confirmed_at_hq']} confirmed at headquarters, {status['not_yet_at_hq']} not yet.",
        hq["sentence"],
        *([status["to_go"]["sentence"]] if status["to_go"]["sentence"] else []),
        *status["leaving"]["sentences"],
    ]
    tell(arguments, status, "\n".join(lines))


def run_version(arguments: argparse.Namespace, settings: Settings, environ: Mapping[str, str]) -> None:
    """One line."""
    del arguments, settings, environ
    say(f"eyecamp {own_version()}")


def own_version() -> str:
    """As it was installed; a bare checkout says so."""
    try:
        return version("eyecamp")
    except PackageNotFoundError:
        return "(not installed)"


def tell(arguments: argparse.Namespace, value: Any, text: str) -> None:
    """As JSON where it was asked for, as sentences otherwise."""
    say(json.dumps(value, default=str) if arguments.json else text)


def say(text: str, *, file: Any = None) -> None:
    """The command line's own voice."""
    print(text, file=file or sys.stdout, flush=True)
