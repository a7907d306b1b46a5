"""The words that noun phrases are read by: closed classes, verbs that end a phrase, endings that mislead.

No tagger runs, so the grammar leans on closed classes (listed whole) and on endings; `vocabulary` holds the small part
of the open classes that says what sort of instrument it is.
"""

from __future__ import annotations


def words(*tables: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in table.split())


# --- closed classes
ARTICLES = words("the a an")

DEFINITE = words("the this that these those both its their his her our my your whose said")

INDEFINITE = words("a an another one")

NEGATIVE = words("no any every each either neither whatever such which what")

VAGUE = words(
    "some many most several various other numerous all more few fewer multiple certain enough different",
)

COUNTS = words(
    "two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty dozen dozens score hundred",
    "hundreds thousand thousands million billion first second third fourth fifth sixth seventh half",
)

DETERMINERS = DEFINITE | INDEFINITE | NEGATIVE | VAGUE | COUNTS

PREPOSITIONS = words(
    "of on in at under by from for with without into between among amid against over about after before since",
    "during within through throughout per via despite until till upon toward towards beyond behind across around",
    "near regarding concerning including excluding following unlike like versus vs outside inside off onto out up",
    "down",
)

PRONOUNS = words(
    "i you he she it we they me him them himself herself itself themselves ourselves who whom which what where",
    "when why how that there here something anything nothing everything someone anyone everyone nobody none",
)

CONJUNCTIONS = words(
    "and or but nor yet so if unless because although though while whereas whether than as once & plus",
)

AUXILIARIES = words(
    "is are was were be been being am has have had having do does did doing done will would shall should can could",
    "may might must ought cannot ai ca wo n't not never",
)

ADVERBS = words(
    "also already just still only even ever now then soon again almost quite very too much less once yet today",
    "yesterday tomorrow tonight here there however instead rather therefore thus meanwhile perhaps maybe later",
    "earlier ahead away together apart back forward alone else always often sometimes ago abroad overseas anyway",
    "so-called",
)

CLOSED = DETERMINERS | PREPOSITIONS | PRONOUNS | CONJUNCTIONS | AUXILIARIES | ADVERBS | words("to last next this")

DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
)

MONTHS = words(
    "january february march april may june july august september october november december jan feb mar apr jun jul",
    "aug sep sept oct nov dec",
)

TIME_NOUNS = words(
    "day days week weeks weekend month months year years decade decades century hour hours minute minutes time",
    "times moment morning afternoon evening night quarter spring summer autumn winter eve period date now",
)

# --- verbs: finite forms that end a noun phrase; nouns that look the same (aid, trade, exchange) are left out
_BASES = words(
    "sign ink seal reach conclude negotiate renegotiate seek want ratify adopt announce propose discuss reject",
    "accept approve endorse implement finalize finalise clinch secure hammer broker mediate agree renew extend",
    "expand amend scrap abandon abrogate terminate cancel suspend violate breach honour honor uphold respect",
    "welcome hail praise criticise criticize oppose urge call ask say tell think believe expect hope need require",
    "allow enable help let include cover provide promise pursue push consider examine join quit exit enter leave",
    "remain become seem appear continue start begin stop keep hold make take give get go come put set see know",
    "show find follow pave entail envisage stipulate commit pledge threaten refuse fall aim intend try attempt",
    "manage cause lead bring build create establish produce raise lower reduce boost strengthen deepen enhance",
    "improve promote protect prevent avoid end ensure pass block kill save face affect hit hurt undermine",
    "jeopardise jeopardize derail postpone resume restart revive restore preserve maintain favour favor like hate",
    "dislike worry involve relate concern exclude contain comprise consist apply bind oblige govern regulate",
    "define describe outline write publish table unveil submit send receive obtain win lose gain earn elect",
    "choose decide determine confirm deny argue insist stress emphasize emphasise add warn declare reveal disclose",
    "explain suggest recommend advise invite meet arrive depart sit lie run serve play turn break tear rip",
    "dump ditch drop shelve wreck torpedo sabotage rescind revoke repudiate denounce withdraw expire lapse crumble",
    "unravel survive endure hinge depend rely focus center centre prohibit restrict celebrate commemorate recall",
    "remember forget ignore overlook regard treat attend forge nail cinch ease impose bear carry own",
)

_IRREGULAR = words(
    "said says told tells came comes gave gives took takes left leaves led leads made makes put puts fell falls",
    "rose means meant got gets went goes became becomes held holds kept keeps brought brings built builds began",
    "begins begun wrote writes saw sees seen knew knows known found finds thought thinks sought seeks met",
    "meets paid pays sent sends won wins lost loses ran runs stood stands broke breaks broken tore tears torn",
    "struck strikes forged withdrew withdrawn chose chosen spoke speaks let lets hit hits set sets quit quits read",
    "bound binds",
)


def third_person(verb: str) -> str:
    """The -s form of a verb: reach, reaches; deny, denies.

    >>> third_person("reach"), third_person("deny"), third_person("sign")
    ('reaches', 'denies', 'signs')
    """
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def gerund(verb: str) -> str:
    """The -ing form of a verb, where it is regular: sign, signing; secure, securing.

    >>> gerund("secure"), gerund("agree")
    ('securing', 'agreeing')
    """
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


GERUNDS = frozenset(map(gerund, _BASES))
VERBS = _BASES | frozenset(map(third_person, _BASES)) | _IRREGULAR

# Words with the ending of a past tense, an adverb or a superlative that are none.
NOT_PAST = words(
    "enhanced extended integrated unified limited armed united related shared seed need speed feed breed",
)

NOT_ADVERB = words("family supply assembly anomaly monopoly italy july reply good-neighbourly friendly early")

NOT_SUPERLATIVE = words(
    "forest interest harvest protest request guest test west midwest bucharest budapest brest invest",
)
