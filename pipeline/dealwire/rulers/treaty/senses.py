"""Heads with more than one sense: the words beside them that tell which it is."""

from __future__ import annotations

from dealwire.rulers.treaty.words import words

# `deal` is a word of business and of daily life: one of these must say that it is a political one.
POLITICAL = words(
    "trade tariff tariffs customs peace truce ceasefire cease-fire climate nuclear atomic migration migrant",
    "migrants immigration debt debt-restructuring restructuring bailout grain hostage hostages prisoner prisoners",
    "prisoner-swap prisoner-exchange brexit post-brexit border security defense defence disarmament coalition",
    "power-sharing normalisation normalization free-trade fisheries fishing withdrawal political diplomatic",
    "extradition deportation refugee refugees asylum minerals reunification autonomy reconciliation imf emissions",
    "carbon bilateral trilateral multilateral prosperity devolution basing visa readmission demilitarisation",
    "evacuation release gatt gas-transit transit captive captives detainee interim-nuclear non-proliferation",
    "armistice",
)

# Lower-case heads whose everyday sense is another: one of these words or a topic must show the instrument.
CHOOSY = {
    "protocol": words(
        "trade financial cooperation co-operation additional optional bilateral trilateral military peace economic",
        "final defence defense technical boundary border transit implementing accession customs fisheries joint",
        "supplementary commercial ministerial political tax energy credit cultural agricultural",
    ),
    "convention": words(
        "international un u.n. eu european framework tax double-taxation extradition climate biodiversity genocide",
        "weapons refugee refugees torture maritime consular judicial hague geneva vienna basel fisheries whaling",
        "nuclear customs bilateral multilateral rights anti-torture cybercrime",
    ),
    "charter": words("un u.n. united nations eu european social climate rights founding oas osce"),
    "compact": words(
        "regional global international fiscal migration security trade free stability tax climate",
    ),
    "declaration": words(
        "joint political ministerial final summit universal g7 g-7 g20 g-20 nato eu un u.n. bilateral trilateral",
        "peace four-power tripartite communist interim founding leaders defence defense security strategic",
        "partnership cooperation co-operation friendship maritime climate",
    ),
    "memorandum": words(
        "joint bilateral trilateral cooperation trade economic energy defence defense military gas political",
        "investment partnership peace migration",
    ),
    "armistice": words("korean military general indefinite interim partial border"),
    "communique": words(
        "joint final closing summit official ministerial g7 g-7 g20 g-20 g5 g-5 nato eu un group seven nations",
        "shared",
    ),
}

# The words right before (or after) a head that turn it into something else.
BLOCKED_BEFORE = {
    "agreement": words(
        "repurchase merger purchase acquisition employment sale sales settlement plea disclosure non-disclosure",
        "nondisclosure prenuptial definitive level user rental tenancy severance subscription confidentiality",
        "divorce custody general unanimous broad tacit widespread universal complete total full near much violent",
        "consensus in principle guilty option fundamental substantial verbal gentleman gentlemen lease",
        "purchase-and-sale asset exchange-ratio stock share shareholder shareholders voting takeover buyout",
        "buy-out escrow indenture transfer customer client contract player squad listing noncompete non-compete",
    ),
    "protocol": words(
        "alerting at ghg elder safety health security network internet transfer communication communications",
        "clinical treatment research diplomatic royal military-style testing search cleanup compliance response",
        "observation management text hypertext standard airport government bureaucratic transit-pass torrent http",
        "tcp ip voice wireless",
    ),
    "convention": words(
        "democratic republican gop national party state annual constitutional county libertarian nominating",
        "political contested brokered open dnc rnc sales anime industry trade fan teachers union presidential",
        "delegate conservative labour social parliamentary democrats republicans cleveland philadelphia tampa",
        "arena",
    ),
    "charter": words(
        "school royal corporate company city bank air taxpayer taxpayers citizen citizens patient patients public",
        "total political internal club support disaster yacht bus flight customer",
    ),
    "compact": words("sub very more most ultra suv ultra-compact powder car disc"),
    "declaration": words(
        "customs tax war emergency disaster independence bankruptcy asset assets income import export goods",
        "victory dividend mine unilateral search vitalist candidacy sales interest wealth election results martial",
        "love value court sworn personal birth moratorium default public barrington consensus",
    ),
    "statement": words("bank financial income earnings press written mission proxy opening"),
    "memorandum": words(
        "presidential cabinet company internal office confidential omb legal offering private staff leaked",
        "information placement policy",
    ),
    "treaty": words("peace-loving"),
    "accord": words("own honda full perfect complete high equal of"),
    "pact": words("suicide devil blood unspoken fundraising murder repurchase love"),
    "deal": words(
        "great good big real new square raw done no any plea takeover merger business record oil gas book movie",
        "film tv television pay wage contract sponsorship supply licensing distribution transfer acquisition",
        "buyout drug drugs package property land package-holiday private share stock loan-market outsourcing squad",
        "player content advertising phone broadband sweetheart countertrade flash arms-sale",
    ),
}

# What people do with a convention that is a meeting.
ATTENDED = words("at attend attends attended attending visit visited")

# A noun right after the head of which the head is only a modifier: `charter flight`, `Treaty Organization`.
BLOCKED_AFTER = {
    "charter": words(
        "flight flights school schools member members airline airlines plane boat amendment guarantee party",
    ),
    "convention": words(
        "center centre centers centres hall floor goers goer delegates delegate speech speeches stage week city",
        "bounce planners organizers organisers manager rules committee attendees speaker speakers site chairman",
        "coverage visitors",
    ),
    "compact": words(
        "car cars disc discs disk disks suv suvs sedan camera cameras phone phones size design stage model models",
        "player",
    ),
    "protocol": words("officer officers chief department office list stack"),
    "deal": words(
        "maker makers making breaker breakers dealmaker flow team teams sheet price value terms activity makers'",
        "structure",
    ),
    "treaty": words("organization organisation ally allies partner partners"),
    "declaration": words("form forms date"),
    "armistice": words("day"),
    "agreement": words(),
    "accord": words("hybrid sedan coupe coupé owners"),
}

# Deals of business, whatever else is said of them: `corporate debt deal`.
COMMERCIAL = words(
    "corporate media book film licensing sponsorship pay takeover merger business broadcast advertising",
)
