"""Words that say where an instrument stands."""

from __future__ import annotations

from dealwire.records import Status
from dealwire.rulers.treaty.words import third_person, words
from dealwire.tokens import Tokens

# Verbs by what the instrument is once they have been done. A particle after the verb is required where one is given.
DONE: dict[str, Status] = {
    "sign": "signed", "ink": "signed", "seal": "signed", "conclude": "signed", "reach": "signed", "strike": "signed",
    "clinch": "signed", "initial": "signed", "enter": "signed", "finalise": "signed", "finalize": "signed",
    "secure": "signed", "agree": "signed", "forge": "signed", "make": "signed", "exchange": "signed",
    "complete": "signed", "cement": "signed", "accept": "signed", "achieve": "signed",
    "adopt": "adopted", "issue": "adopted", "release": "adopted", "publish": "adopted", "unveil": "adopted",
    "ratify": "ratified",
    "withdraw": "ended", "quit": "ended", "exit": "ended", "leave": "ended", "scrap": "ended", "abandon": "ended",
    "terminate": "ended", "cancel": "ended", "tear": "ended", "rip": "ended", "break": "ended", "revoke": "ended",
    "abrogate": "ended", "repudiate": "ended", "dissolve": "ended", "dump": "ended", "end": "ended", "suspend": "ended",
    "nullify": "ended", "axe": "ended", "rescind": "ended", "annul": "ended", "pull": "ended", "ditch": "ended",
    "negotiate": "negotiated", "renegotiate": "negotiated", "seek": "negotiated", "want": "negotiated",
    "propose": "negotiated", "discuss": "negotiated", "push": "negotiated", "pursue": "negotiated",
    "hope": "negotiated", "consider": "negotiated", "explore": "negotiated", "draft": "negotiated",
    "offer": "negotiated", "urge": "negotiated", "work": "negotiated", "call": "negotiated", "demand": "negotiated",
    "broker": "negotiated", "mediate": "negotiated", "hammer": "negotiated",
    "near": "negotiated", "press": "negotiated", "promote": "negotiated",
    "enjoy": "in_force", "maintain": "in_force",
}  # fmt: skip
# These mean the instrument only with their particle: `enter into`, `withdraw from`, `push for`.
PARTICLES = {
    "enter": words("into"), "agree": words("on to upon") | {""}, "withdraw": words("from"), "pull": words("of from"),
    "push": words("for"), "work": words("on toward towards"), "call": words("for"), "hope": words("for"),
    "sign": words("on onto up") | {""},
    "tear": words("up"), "rip": words("up"), "hammer": words("out"), "press": words("for"), "urge": words(),
}  # fmt: skip
PREPOSITIONS = words("into on onto to upon from of for toward towards up out over about as in with against behind")

_PAST = {
    "struck": "strike", "sought": "seek", "withdrew": "withdraw", "withdrawn": "withdraw", "left": "leave",
    "quit": "quit", "made": "make", "broke": "break", "broken": "break", "tore": "tear", "torn": "tear",
}  # fmt: skip


def _forms() -> dict[str, tuple[str, str]]:
    """Every form of the verbs: form → (verb, what the form is: base, past or ing)."""
    forms: dict[str, tuple[str, str]] = {}
    for verb in DONE:
        stem = verb[:-1] if verb.endswith("e") else verb
        doubled = verb + verb[-1]
        forms[verb] = (verb, "base")
        forms[third_person(verb)] = (verb, "finite")
        past = verb[:-1] + "ied" if verb.endswith("y") else stem + "ed"
        for form in (past, doubled + "ed"):
            forms[form] = (verb, "past")
        for form in (stem + "ing", doubled + "ing"):
            forms[form] = (verb, "ing")
    forms.update({form: (verb, "past") for form, verb in _PAST.items()})
    return forms


FORMS = _forms()

# Nouns that govern an instrument with `of`, `on`, `from` …: `the signing of`, `talks on`, `withdrawal from`.
NOUNS: dict[str, Status] = {
    **dict.fromkeys(words("signing signature conclusion completion"), "signed"),
    **dict.fromkeys(words("adoption release publication"), "adopted"),
    **dict.fromkeys(
        words(
            "withdrawal exit termination collapse breakdown expiry expiration abrogation demise cancellation end",
            "scrapping",
        ),
        "ended",
    ),
    **dict.fromkeys(
        words(
            "negotiation negotiations talks discussions discussion pursuit prospect prospects hope hopes proposal",
            "proposals chance chances call calls push bid search quest plan plans efforts effort progress draft",
            "text need demand demands path way close closer version outline possibility potential",
        ),
        "negotiated",
    ),
}

ADJECTIVES: dict[str, Status] = {
    **dict.fromkeys(
        words(
            "proposed possible potential pending planned draft prospective expected mooted future upcoming",
            "eventual envisaged forthcoming suggested imminent long-mooted tentative",
        ),
        "negotiated",
    ),
    **dict.fromkeys(words("existing current operational present active"), "in_force"),
    **dict.fromkeys(words("collapsed expired defunct former broken dead scrapped abandoned"), "ended"),
    **dict.fromkeys(words("signed concluded newly-signed already-signed recently-signed"), "signed"),
    **dict.fromkeys(words("ratified"), "ratified"),
}

# What makes an event not (yet) real.
UNREAL = words(
    "will would could may might should can must shall 'll 'd to if whether unless until once before without ca wo",
    "cannot fails failed failing fail unable likely consider considering considers considered toward towards near",
    "nearing close hopes",
)
REAL_BEFORE_ING = words(
    "after by since following having upon despite is are was were accused applaud applauds applauded congratulate",
    "congratulates congratulated praise praises praised thank thanks thanked credited credits saw see sees seen",
)
DEMANDS = words(
    "demand demands demanded demanding urge urges urged urging insist insists insisted insisting ask asks asked",
    "asking call calls called calling want wants wanted let make have help",
)
NEGATIONS = words("not n't never no neither nor without denied refused")
# `decision to sign`: what follows has been done.
REAL_BEFORE_TO = words(
    "decision decided managed able proceeded helped chose moved came forced obliged agreeing",
)

GOVERNING = words("of on for from over about to toward towards into")
BEHIND = words("proposal proposals talks negotiations negotiation offer discussions")  # `ceasefire deal proposal`
TALKS = words("negotiation negotiations discussion discussions consideration review")
PULLING = words("withdrew withdrawn withdraws pulled pulls pulling took takes taking taken pull take")
FORCE = words("force effect operation")
KEEPING = words("remains remain remained still stays")
FORCE_VERBS = words(
    "entered enters enter came comes come took takes take went goes go remains remain remained is are was were has",
    "have",
)
LAPSES = words("expired expires lapsed collapsed unravelled unraveled failed crumbled broke ended")
AHEAD = words("possible near close imminent likely unlikely reachable achievable elusive expected")
LIVE = words("operational active binding effective valid applicable")
TABLED = words("negotiated discussed considered drafted prepared finalised finalized hammered worked")


def before_particles(tokens: Tokens, start: int, floor: int) -> int:
    """The token before a phrase that starts at `start`, prepositions skipped: `signed` of `signed up to the pact`."""
    i = start - 1
    while i > floor and tokens.lower[i] in PREPOSITIONS:
        i -= 1
    return i
