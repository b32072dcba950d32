"""Every knob, in one place: what it is called, what it is by default, and how it is read from file, environment and flags.

The later wins: defaults, then the TOML file, then ``EYECAMP_*``, then the command line. An unknown key is a Problem that names
the nearest valid one. Settings are passed down by ``compose``; nobody imports them.
"""

import difflib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_type_hints
from urllib.parse import urlsplit

from platformdirs import user_data_path

from resources.grading.schemes import SCHEMES
from resources.problems import Invalid
from resources.wire.camerarules import CONFIGURABLE, CameraRules, with_configured

ENVIRONMENT = "EYECAMP_"
LOOPBACK = ("127.0.0.1", "::1", "localhost")
NOWHERE = Path()
NOT_SETTINGS = {"EYECAMP_PASSPHRASE", "EYECAMP_STICK_PASSPHRASE"}
"""Read from the environment, but never kept as settings."""


class RefusedSettings(Invalid):
    """Settings that this station does not start with (exit code 2)."""


def told(default: Any, sentence: str) -> Any:
    """A setting with its default and the sentence that documents it."""
    return field(default=default, metadata={"sentence": sentence})


@dataclass(frozen=True)
class Rest:
    """The embedded server."""

    host: str = told("127.0.0.1", "Address that the embedded server listens on.")
    port: int = told(8042, "Port of the embedded server; 0 takes any free one.")
    public: str = told(
        "",
        "Base URL under which others reach this station, by the name that its certificate is for; port 0 there is the real one.",
    )
    certificate: Path = told(
        NOWHERE, "The embedded server's certificate with its chain, from your organisation: a PEM file."
    )
    key: Path = told(NOWHERE, "The key of that certificate: a PEM file without a passphrase.")

    @property
    def is_encrypted(self) -> bool:
        """Whether it speaks TLS."""
        return NOWHERE not in (self.certificate, self.key)

    @property
    def is_beyond_laptop(self) -> bool:
        """Whether other machines may connect."""
        return self.host not in LOOPBACK

    @property
    def name(self) -> str:
        """Who the certificate says that we are: a host name or an address; empty where none was said."""
        return host_and_port(self.public)[0]


@dataclass(frozen=True)
class Allow:
    """Whom the listener speaks with. Empty lists let everybody in."""

    calling: tuple[str, ...] = told((), "AE titles that may call, beside those of dicom.peers. Empty: any may.")
    called: tuple[str, ...] = told((), "AE titles under which we may be called. Empty: any.")
    addresses: tuple[str, ...] = told(
        (), "Addresses and networks (10.0.0.0/24) that may connect, beside the hosts of dicom.peers. Empty: any may."
    )


@dataclass(frozen=True)
class Tls:
    """How cameras' connections are encrypted."""

    mode: str = told("off", "Encrypted connections of cameras, at the same port: off, optional or required.")
    certificate: Path = told(NOWHERE, "Our certificate for cameras, with its chain: a PEM file.")
    key: Path = told(NOWHERE, "The key of that certificate: a PEM file without a passphrase.")
    clients: Path = told(
        NOWHERE, "Whose certificates peers must show when they encrypt: a PEM file. Empty: none asked."
    )


@dataclass(frozen=True)
class Dicom:
    """The listener."""

    host: str = told(
        "",
        "Address that the listener for cameras listens on. Empty: this laptop only, until one is chosen in the window.",
    )
    port: int = told(11112, "Port of the listener for cameras; 0 takes any free one.")
    worklist: str = told("called", "Whom the worklist shows a camera: called shows who was called to it, waiting all.")
    ae_title: str = told("EYECAMP", "AE title of this station, up to 16 characters.")
    peers: tuple[Mapping[str, Any], ...] = told(
        (),
        "Known cameras and stations: a list of tables with ae_title and, as wanted, name, host, port, strip, charset, "
        "name_order, clock_ahead and trust; each wins over the Camp page.",
    )
    allow: Allow = field(default_factory=Allow)
    tls: Tls = field(default_factory=Tls)


@dataclass(frozen=True)
class Hq:
    """Headquarters."""

    dicomweb_url: str = told("", "DICOMweb root of headquarters, e.g. https://hq.example/dicom-web. Empty: none yet.")
    fhir_url: str = told("", "FHIR root of headquarters.")
    fhir_version: str = told("", "STU3 or R4; empty finds out from the server.")
    organization: str = told("", "Organisation of this station at headquarters.")
    token: str = told("", "Bearer token for headquarters. It is only ever sent by https, or to this laptop.")
    station: str = told(
        "", "Id of the station that stands for headquarters when pictures travel by stick. Empty: none."
    )
    rest_url: str = told(
        "", "Root of another Eyecamp station that serves as hub, in place of hq.dicomweb_url and hq.fhir_url."
    )


@dataclass(frozen=True)
class Lanes:
    """What travels first."""

    small_bytes: int = told(4 << 20, "Objects up to this size go before larger ones.")


@dataclass(frozen=True)
class Sync:
    """How the station and headquarters keep in step."""

    interval: int = told(60, "Seconds between passes when nothing else wakes the engine.")
    unmatched: str = told("hold", "Pictures without a person: hold keeps them here, send pushes them as they came.")
    lanes: Lanes = field(default_factory=Lanes)
    streams: int = told(
        6, "Requests that may be on the way at once; the line decides how many are. 1: one after the other."
    )
    read_back_bytes: int = told(
        16 << 20,
        "Confirmed pictures fetched back in ten idle minutes, to compare every byte. 0: never, for a paid link.",
    )
    metered: str = told(
        "auto",
        "Whether the network is paid by the byte: yes, no, or auto, which asks the operating system (window only).",
    )
    metered_bytes: int = told(
        0,
        "Bytes to and from headquarters in a day on such a network, after which only records and urgent people's pictures "
        "go on. 0: no limit.",
    )
    line: str = told("fast", "fast or slow: on a slow or paid one, small previews of earlier visits come first.")
    evict: str = told(
        "never",
        "Originals that headquarters has byte for byte may leave a laptop that is nearly full: never, or when-full.",
    )


@dataclass(frozen=True)
class Storage:
    """The disk."""

    floor_bytes: int = told(2 << 30, "Free space that is never filled with pictures; below it the camera is told A700.")


@dataclass(frozen=True)
class Watch:
    """The watched folder."""

    folder: str = told("", "Folder whose pictures are brought in by themselves once they are whole. Empty: none.")
    afterwards: str = told("leave", "What becomes of an original there: leave it, or move it into its folder done.")


@dataclass(frozen=True)
class Rop:
    """Babies born too early."""

    first_at_weeks: int = told(31, "Weeks since conception at which a baby's eyes are first looked at…")
    first_after_weeks: int = told(4, "…or weeks after birth, whichever is later.")


@dataclass(frozen=True)
class CampSettings:
    """The camp, for stations that are set up without a window."""

    name: str = told("", "Name of the camp, for a station that is set up without a window.")
    prefix: str = told("", "Camp prefix of patient numbers: one to three letters and up to three digits, e.g. C7.")
    letter: str = told("", "Letter of this laptop in patient numbers; no two laptops of a camp may share one.")


@dataclass(frozen=True)
class Settings:
    """All of it, frozen."""

    data_dir: Path = told(NOWHERE, "Folder of this station: its encrypted database and vault.")
    organization: str = told("default", "Slug of this station's own organisation on the FHIR surface.")
    language: str = told("", "Language of the window: en, ar, hi or es. Empty takes the laptop's.")
    protocol: str = told("macula-disc", "Pictures that are expected of each eye: macula or macula-disc.")
    grading: str = told("ICDR", "Grading scheme of the camp: ICDR, NHS, CDR, ROP or cataract.")
    camp: CampSettings = field(default_factory=CampSettings)
    rest: Rest = field(default_factory=Rest)
    dicom: Dicom = field(default_factory=Dicom)
    hq: Hq = field(default_factory=Hq)
    sync: Sync = field(default_factory=Sync)
    storage: Storage = field(default_factory=Storage)
    watch: Watch = field(default_factory=Watch)
    rop: Rop = field(default_factory=Rop)


CHOICES = {
    "watch.afterwards": ("leave", "done"),
    "sync.line": ("fast", "slow"),
    "sync.metered": ("auto", "yes", "no"),
    "sync.unmatched": ("hold", "send"),
    "sync.evict": ("never", "when-full"),
    "dicom.worklist": ("called", "waiting"),
    "hq.fhir_version": ("", "STU3", "R4"),
    "language": ("", "en", "ar", "hi", "es"),
    "protocol": ("macula", "macula-disc"),
    "grading": tuple(SCHEMES),
    "dicom.tls.mode": ("off", "optional", "required"),
}


def load(file: Path | None, environment: Mapping[str, str], flags: Mapping[str, str]) -> Settings:
    """Put the layers together. Raises Invalid, naming the key."""
    values: dict[str, Any] = {}
    if file is not None:
        values.update(_from_file(file))
    values.update(_from_environment(environment))
    values.update(flags)
    settings = Settings()
    known = {name: (kind, default) for name, kind, default, _ in table()}
    for name, value in values.items():
        if name not in known:
            raise Invalid(_unknown(name, known))
        settings = _with(settings, name.split("."), _read(name, known[name][0], value))
    if settings.data_dir == NOWHERE:
        settings = replace(settings, data_dir=user_data_path("eyecamp", appauthor=False))
    check_rest(settings.rest)
    return settings


def check_rest(rest: Rest) -> None:
    """Beyond this laptop the embedded server encrypts, under a name that its certificate is for. Raises RefusedSettings."""
    if (rest.certificate == NOWHERE) != (rest.key == NOWHERE):
        raise RefusedSettings("rest.certificate and rest.key belong together: give both, or none.")
    if rest.is_beyond_laptop and not rest.is_encrypted:
        raise RefusedSettings(
            "rest.host is not this laptop itself (127.0.0.1, ::1 or localhost), so the embedded server must encrypt: "
            "give rest.certificate and rest.key."
        )
    is_named = rest.public.startswith("https://") and rest.name
    if not is_named and (rest.is_beyond_laptop or (rest.is_encrypted and rest.public)):
        raise RefusedSettings(
            "rest.public is the address that the certificate is for, like https://camp7.example:8042."
        )


def host_and_port(address: str) -> tuple[str, int | None]:
    """Of a URL; an empty host for what is none."""
    try:
        parts = urlsplit(address)
        return parts.hostname or "", parts.port
    except ValueError:  # no port, or no address, of this world
        return "", None


def table() -> Iterator[tuple[str, type, Any, str]]:
    """Every setting: dotted name, type, default, sentence. The README's list is made from it."""
    yield from _rows(Settings, "")


def _rows(group: Any, prefix: str) -> Iterator[tuple[str, type, Any, str]]:
    kinds = get_type_hints(group)
    for one in fields(group):
        kind = kinds[one.name]
        if is_dataclass(kind):
            yield from _rows(kind, f"{prefix}{one.name}.")
        else:
            yield f"{prefix}{one.name}", kind, one.default, str(one.metadata["sentence"])


def _with(group: Any, path: list[str], value: object) -> Any:
    head, *rest = path
    return replace(group, **{head: _with(getattr(group, head), rest, value) if rest else value})


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return dict(_flat(tomllib.loads(path.read_text("utf-8")), ""))
    except OSError as reason:
        raise Invalid(f"The configuration {path.name} cannot be read.") from reason
    except tomllib.TOMLDecodeError as reason:
        raise Invalid(f"The configuration {path.name} is not TOML: {reason}.") from reason


def _flat(values: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}", value


def _from_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """EYECAMP_REST_PORT is rest.port. A variable that is none of ours by name is an unknown key."""
    spelled = {name.replace(".", "_").upper(): name for name, *_ in table()}
    ours = {key: value for key, value in environment.items() if key.startswith(ENVIRONMENT) and key not in NOT_SETTINGS}
    return {spelled.get(key[len(ENVIRONMENT) :], key): value for key, value in ours.items()}


def _unknown(name: str, known: Mapping[str, object]) -> str:
    near = difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.0)
    return f"There is no setting {name}. The nearest is {near[0]}."


def _read(name: str, kind: Any, value: object) -> object:
    """A value of the right type, from text or from TOML."""
    if kind is int:
        read: object = _whole(name, value)
    elif kind is Path:
        read = Path(str(value)).expanduser()
    elif kind is str:
        read = str(value)
    elif kind == tuple[str, ...]:
        read = _texts(name, value)
    else:
        read = _peers(name, value)
    if name in CHOICES and read not in CHOICES[name]:
        raise Invalid(f"{name} is one of: {', '.join(repr(choice) for choice in CHOICES[name])}.")
    if name == "dicom.ae_title" and not 1 <= len(str(read).strip()) <= 16:
        raise Invalid("dicom.ae_title has 1 to 16 characters.")
    return read


def _whole(name: str, value: object) -> int:
    try:
        number = int(str(value))
    except ValueError as reason:
        raise Invalid(f"{name} is a whole number, not {value!r}.") from reason
    if number < 0 or (name.endswith(".port") and number > 65535):
        raise Invalid(f"{name} cannot be {number}.")
    return number


def _texts(name: str, value: object) -> tuple[str, ...]:
    """A list of TOML, or one with commas."""
    texts = value.split(",") if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise Invalid(f"{name} is a list of texts.")
    return tuple(text.strip() for text in texts if text.strip())


def _peers(name: str, value: object) -> tuple[Mapping[str, Any], ...]:
    try:
        peers = json.loads(value) if isinstance(value, str) else value
    except ValueError as reason:
        raise Invalid(f"{name} is a list of tables.") from reason
    if not isinstance(peers, list) or not all(isinstance(peer, dict) and peer.get("ae_title") for peer in peers):
        raise Invalid(f"{name} is a list of tables, each with an ae_title.")
    for peer in peers:
        if extra := set(peer) - CONFIGURABLE:
            raise Invalid(f"{name}: a peer has no {sorted(extra)[0]}.")
        with_configured(CameraRules(str(peer["ae_title"])), peer)
    return tuple(peers)
