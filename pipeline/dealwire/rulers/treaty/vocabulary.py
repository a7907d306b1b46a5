"""The open vocabulary of instruments: what sorts there are, what is said of them, what else their nouns mean."""

from __future__ import annotations

from dealwire.rulers.treaty.words import words

# --- adjectives of value or state: they say nothing about which instrument it is
STATE = words(
    "accompanying new old existing current present past former previous prior earlier recent latest future",
    "proposed pending possible potential eventual planned expected prospective likely imminent forthcoming",
    "upcoming draft tentative preliminary initial original final ultimate definitive formal informal official",
    "unofficial so-called alleged purported signed unsigned agreed concluded completed negotiated renegotiated",
    "renewed revised updated upgraded amended modified approved ratified unratified adopted expired defunct failed",
    "stalled frozen suspended collapsed broken dead fresh ongoing continuing subsequent separate similar same",
    "different specific certain respective further extra other another own next last first second third fourth",
    "early late long longer short aforementioned said above-mentioned abovementioned already-signed newly-signed",
    "reported leaked announced sought-after operational active valid effective legally fully near-term apparent",
    "supposed finalised finalized presumptive putative parallel corresponding relevant resulting underlying",
)

VALUE = words(
    "explicit standard model basic historic historical landmark groundbreaking pioneering breakthrough momentous",
    "monumental seminal unprecedented important major key significant crucial vital essential big bigger biggest",
    "great greater greatest huge large larger massive giant small minor modest mere simple simplified complex",
    "complicated sweeping broad broader wide wider ambitious bold strong stronger strongest weak weaker tough",
    "tougher strict good better best bad worse worst fair fairer unfair freer equitable balanced generous",
    "lucrative profitable costly expensive cheap controversial contentious disputed divisive unpopular popular",
    "infamous notorious famous famed celebrated beloved fragile shaky flimsy delicate precarious vulnerable flawed",
    "imperfect disastrous catastrophic terrible horrible awful corrupt crooked shady dubious dodgy sweetheart",
    "secretive backroom botched ill-fated failed doomed toothless misguided misbegotten one-sided lopsided unequal",
    "harmful dangerous reckless risky bogus phony fake sham real true genuine proper actual so-called much-needed",
    "long-awaited long-sought long-delayed hard-won hard-fought high-profile high-stakes far-reaching wide-ranging",
    "all-encompassing last-minute last-ditch eleventh-hour job-killing win-win wonderful fantastic amazing",
    "incredible tremendous beautiful magnificent impressive excellent favourable favorable successful promising",
    "elusive workable viable feasible acceptable realistic meaningful substantive substantial concrete solid",
    "robust sound durable lasting enduring credible reliable clear unclear vague quick rapid swift speedy hasty",
    "premature surprise surprising unexpected sudden rare unique special particular proposed mooted noble sacred",
    "solemn principled courageous visionary transformative transformational innovative modern outdated obsolete",
    "archaic antiquated alternative rival competing lengthy exhaustive detailed short brief strident strongly",
    "single sole only entire whole overall total full complete mini perfect ideal desirable necessary needed",
    "wanted beneficial advantageous disadvantageous attractive unacceptable unjust illegal unlawful",
    "unconstitutional legal lawful valid invalid sinister hated mutually once-in-a-generation alleged unspoken",
    "unwritten unholy nefarious devilish cosy cozy exciting stunning shocking remarkable extraordinary effective",
    "ineffective well-known little-known well-intentioned generational very more most consequential tentatively",
    "sellout faustian provocative extreme foundational unanimous tacit widespread pretty nice right wrong crappy",
    "lousy stupid crazy weird frigging smart brilliant critical flagship signature",
)

EVALUATIVE = STATE | VALUE

# --- words that say what sort of instrument it is
KINDS = words(
    "trade trading tariff tariffs customs commerce commercial economic economy investment investments business",
    "industrial industry tax taxation double-taxation fiscal financial finance monetary currency exchange credit",
    "loan loans lending debt bond bondholder bondholders restructuring rescheduling refinancing repayment bailout",
    "rescue aid grant swap budget funding export exports import imports commodity commodities oil gas petroleum",
    "energy power electricity pipeline nuclear atomic uranium coal mineral minerals mining rare earth earths",
    "semiconductor chip microchip steel aluminium aluminum textile textiles agricultural agriculture farm food",
    "grain wheat corn maize rice sugar coffee cocoa tea rubber tin timber soybean cotton fish fishing fisheries",
    "fishery water river maritime marine ocean sea seabed shipping port transport transit transportation aviation",
    "air civil aircraft airline airspace rail railway railroad road space satellite telecom telecoms",
    "telecommunications technology technological technical scientific science research innovation data digital",
    "cyber cybersecurity privacy internet information intelligence e-commerce patent copyright intellectual",
    "property climate emissions carbon environmental environment biodiversity pollution plastic plastics ozone",
    "methane whaling ivory wildlife forest forests health medical vaccine pandemic drug drugs pharmaceutical",
    "cultural culture educational education sport sports tourism tourist visa travel migration migrant migrants",
    "immigration refugee refugees asylum deportation repatriation readmission extradition judicial",
    "legal-assistance human rights labor labour wage wages social political diplomatic constitutional electoral",
    "coalition devolution autonomy independence border borders boundary territorial land land-swap security",
    "defense defence military arms weapons weapon missile missiles ballistic anti-ballistic disarmament",
    "nonproliferation non-proliferation proliferation test test-ban ban troop troops naval navy base bases basing",
    "forces submarine mine landmine chemical biological conventional strategic intermediate-range medium-range",
    "long-range short-range mid-range inspection safeguards verification monitoring war peace truce ceasefire",
    "cease-fire armistice demilitarisation demilitarization disengagement de-escalation withdrawal pullout",
    "evacuation hostage hostages prisoner prisoners captive captives detainee release reconciliation normalisation",
    "normalization recognition settlement surrender reunification unification union unity power-sharing sharing",
    "revenue profit production output quota supply purchasing offtake price pricing stock standby stand-by",
    "standstill facility staff-level policy programme program sponsorship broadcasting licence licensing license",
    "cross-licensing distribution marketing manufacturing joint-venture venture development management consulting",
    "service services syndication underwriting barter countertrade counter-trade repurchase maintenance",
    "construction infrastructure engineering concession lease leasing franchise outsourcing interline codeshare",
    "code-share alliance host headquarters hosting status visiting access acquisition cross-servicing logistics",
    "landing overflight overflights fly-over corridor safe passage reparations compensation indemnity immunity",
    "non-prosecution voluntary restraint market-sharing orderly content buyback book cereals beef banana lumber",
    "softwood auto automobile car vehicle shipbuilding wine spirits electronics computer software patent-sharing",
    "plea stability stabilisation stabilization growth recovery reform bargaining collective salary pay pension",
    "hospital bilateral trilateral quadrilateral multilateral plurilateral unilateral tripartite regional",
    "subregional interregional international global universal worldwide world continental transatlantic",
    "trans-atlantic transpacific trans-pacific pan-african pan-european inter-korean cross-border cross-strait",
    "national federal intergovernmental governmental inter-governmental government-to-government interstate state",
    "mutual reciprocal joint common general framework umbrella comprehensive partial interim temporary provisional",
    "transitional permanent long-term short-term medium-term multi-year multiyear multi-party cross-party",
    "all-party phased executive ministerial presidential parliamentary supplementary supplemental additional",
    "optional complementary facilitation facultative master side letter secret confidential verbal oral written",
    "implementing administrative regulatory statutory technical-assistance assistance cooperation co-operation",
    "cooperative collaboration collaborative coordination partnership association accession membership enlargement",
    "integration customs-union preferential free free-trade fair friendship goodwill good-neighbourly",
    "non-aggression nonaggression neutrality solidarity protection promotion preservation conservation prevention",
    "prohibition limitation reduction reductions control controls stabilising swapping keeping building making",
    "processing financing training prosperity enhanced extended integrated unified limited binding non-binding",
    "nonbinding exclusive equal equalisation phase phase-one tier headline special-status founding constituent",
    "sectoral sector sovereign private public official-debt commercial-debt bank banking investor creditor",
    "creditors lender donor insurance reinsurance monetary-union euro-area area zone nation round summit",
    "preventive confidence-building sustainable ethical medical-research gender equality child children",
    "labour-rights genocide torture crime cybercrime corruption anti-corruption terrorism counterterrorism",
    "counter-terrorism drug-trafficking trafficking policing police minimum reciprocal-tariff retaliatory stand",
    "reciprocal-trade friend and-trade dispute-settlement arbitration sino us uk eu un u.s. u.n. u.k. e.u. e.c. ec",
    "imf opec nato wto gatt asean g7 g-7 g20 g-20 final press closing",
)

HEAD_NOUNS = words(
    "treaty treaties convention conventions protocol protocols agreement agreements accord accords pact pacts",
    "memorandum memoranda deal deals communique communiqué declaration declarations armistice",
)

# --- topics
TOPIC_PREPOSITIONS = words("on for concerning regarding governing against")

# What follows `on` or `for` where it is no subject but a time, a manner, an addressee.
NO_TOPIC = words(
    "sidelines behalf condition conditions time hold paper track board offer ice basis agenda table eve part terms",
    "top example instance now good once sure years months weeks days hours decades life free sale signature",
    "ratification approval discussion consideration review fear him her them me you it itself all both everyone",
    "everybody anyone how what whether why when where that which who whom or and twitter facebook tv television",
    "air camera display request record schedule course line occasion visit trip monday ground grounds way verge",
    "brink cusp cards demand longer more less at up about several many most some least reasons reason lack want",
    "failing being having",
)

BENEFICIARIES = words(
    "people countries nations workers farmers consumers companies firms families citizens americans businesses",
    "members parties sides residents users country nation world government governments side party group bloc",
    "region public",
)

# Nouns whose own complement with `to`, `from`, `in` belongs to the topic.
TAKES_TO = words(
    "access aid assistance support sales sale exports imports return transition threats changes change amendments",
    "supplies supply shipments loans transfer transfers right rights limits relating reforms cuts contribution",
    "transit",
)

TAKES_FROM = words(
    "imports exports withdrawal troops forces protection emissions removal refugees migrants oil gas grain",
)

TAKES_IN = words(
    "trade war wars peace ceasefire truce conflict conflicts fighting hostilities violence situation cooperation",
    "use uses investment investments crisis presence changes reduction reductions rights elections settlement",
    "trafficking stability",
)

FIELD_NOUNS = words("field fields area areas sphere spheres region case use")

# Participles that open a relative clause without its pronoun.
CLAUSE_OPENERS = words(
    "signed reached concluded struck made negotiated agreed drafted proposed announced adopted issued",
)

# --- evidence that the phrase names an instrument, not a class
DEALING = words(
    "left leave quit party parties sign signs signed signing ink inks inked inking seal seals sealed sealing reach",
    "reaches reached reaching conclude concludes concluded concluding conclusion negotiate negotiates negotiated",
    "negotiating negotiations negotiation renegotiate renegotiated renegotiating ratify ratifies ratified",
    "ratifying ratification strike strikes struck striking clinch clinched clinches secure secured secures",
    "securing finalise finalised finalize finalized finalising finalizing broker brokered brokers brokering enter",
    "entered entering initial initialled initialed hammer hammered adopt adopted adopts adopting issue issued",
    "issues issuing propose proposed proposes proposing draft drafted drafting announce announced announces",
    "announcing agree agreed agrees renew renewed renewing renewal extend extended extending seek seeks sought",
    "seeking pursue pursuing pursued discuss discussed discussing discussions talks want wants wanted forge forged",
    "forging complete completed completing approve approved approval endorse endorsed implement implemented",
    "implementing implementation violate violated violating violation breach breached terminate terminated",
    "termination cancel cancelled suspend suspended expire expires expired withdraw withdrew withdrawn withdrawal",
    "exit collapse collapsed uphold upheld honour honor signatory signatories join joined joining bid toward",
    "towards under accept accepted reject rejected offered offer exchanged exchange deal dealt established pact",
    "make made making mediate mediated mediating mediators text terms deadline enforce rejecting released release",
    "releases backs backed get getting got welcome welcomed hail hailed work working pushing push close closer",
    "hopes hope abandon scrap",
)

STRONG_DEALING = words(
    "sign signs signed signing ink inked inks seal sealed seals conclude concluded concluding conclusion ratify",
    "ratified reached reach reaching struck clinched finalise finalised finalize finalized initialled initialed",
    "adopted adopt negotiated negotiating renegotiate renegotiated brokered entered exchanged announced violated",
    "violating terminated cancelled suspended pending existing current secured secures",
)

GENERIC_VERBS = words(
    "is are would should must can may might often usually typically generally do does need lies lie",
)

# --- listed names
# Plans, goals and programmes are on the list of names too, but are no instruments between parties.
SOFT = words(
    "plan pledge initiative roadmap map agenda goals goal targets package principles consensus call regime process",
    "vision recommendation guidelines programme program code rules commitment regulations gateway platform mandate",
    "rulebook decision conduct minute annex chapter shield scheme formula solution partnership-economic purchase",
    "round",
)

SOFT_FRAMEWORKS = words(
    "indo-pacific sendai hyogo biodiversity privacy doha prosperity economic reduction action",
)

# What follows the name of an instrument that stands for the body that runs it: `GATT director-general`.
BODY_NOUNS = words(
    "round rules dispute spokesman spokeswoman spokesperson official officials director director-general executive",
    "secretary secretariat chief council committee headquarters conference staff meeting meetings week weeks",
    "climate surveillance jargon said says civil chairman president panel delegates delegation members member",
    "sources economist ministers ambassador summit cop",
)

# Words of a longer title of which the instrument is only a part: `Convention … Act`, `Charter Article 5`.
SUBDIVISIONS = words("article articles section sections chapter clause clauses paragraph annex act amendment")
