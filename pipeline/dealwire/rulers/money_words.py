"""Words that decide whether an ambiguous anchor is money: tables for `money_conditions`."""

from __future__ import annotations

SHORT = 60  # tokens; a text without the context that an article has
STERLING = frozenset("£ sterling pence stg".split())
BRITISH = frozenset(
    """britain british uk u.k. london england english scotland scottish wales welsh irish ireland
    egypt egyptian cairo lebanon lebanese syria syrian sudan sudanese cyprus gibraltar manchester liverpool westminster
    """.split()
)
GERMAN = frozenset("german germany frankfurt bonn bundesbank deutsche deutschmark finland finnish helsinki".split())
NORDIC = frozenset(
    """swedish sweden stockholm danish denmark copenhagen norwegian norway oslo icelandic iceland czech prague
    bratislava slovak""".split()
)
# Words that an amount stands behind: a dividend of 13 marks, from nine marks.
GOVERNING = frozenset(
    "of to from at by for or and between about over under than around above below be is are were was (".split()
)
COMMODITIES = frozenset(
    """lb lbs copper beef pork cattle hogs poultry turkey chicken coffee cocoa sugar uranium aluminum aluminium zinc
    lead nickel cotton butter cheese milk fish catch salmon lobster cocaine marijuana heroin explosives thrust payload
    cargo pecans almonds peanuts potatoes tomatoes bacon meat seafood debris fertilizer
    lithium cobalt capacity resin polymer polypropylene polystyrene polyethylene plastics chemicals steam ore smelter
    livestock fiber fibre yarn tobacco""".split()
)
WEIGHT_BEFORE = frozenset(
    "weigh weighs weighed weighing lost lose losing loses gained gain gaining gains shed carrying lifted lift".split()
)
WEIGHT_AFTER = frozenset(
    "heavier lighter overweight underweight lbs thrust pressure force psi kg kgs kilogram kilograms kilo kilos".split()
)
# What pounds are `of` when they are money.
FUNDS = frozenset(
    """debt debts money funding funds investment investments savings cuts public taxpayer taxpayers taxpayer's
    taxpayers' government cash spending assets loans loan equity aid grants profit profits losses sales revenue income
    new extra additional annual bonds shares stock tax taxes turnover orders damage compensation credit reserves capital
    exports imports goods business state bad unpaid overseas foreign lottery council eu european the its their
    our""".split()
)
PRICED = frozenset(
    """note notes coin coins fine fines fee fees charge charges ticket tickets prize reward bonus bonuses levy tax cut
    rise increase deposit voucher vouchers loan deal contract scheme project""".split()
)
DEBT_NOUNS = frozenset(
    """loan loans bond bonds issue issues eurobond eurobonds credit credits facility note notes offering contract deal
    order plant project fine investment convertible domestic straight""".split()
)
EURO_NOUNS = frozenset(
    """zone zones area countries country members member nations nation states bloc currency champions championship
    championships elections qualifier qualifiers sceptics skeptics mps bonds""".split()
)
# Codes that are English words, names or better-known abbreviations when in capitals.
CAPITAL_CODES = frozenset(
    """ALL CSK AMD ANG AWG BAM BOB COP CUP GEL GIP KES LAK MAD MOP MUR NIO PEN RON SAR SCR SDG SIT SOS SRD STD TOP TRY
    WST ERN CAD MGA SLE SLL STN SYP VES XOF ECS PEI UYI AOA ARA BRE CVE DEM ESP ATS FIM ITL CDF GMD KMF LRD LSL MDL
    MVR PAB PGK MRO ROL""".split()
)
# Names that are words or people's names too.
RARE_NAMES = frozenset(
    """dram drams kip kina tala pula vatu dong lats sum soum leone leones intis dobra dobras loti maloti kuna kunas
    guarani quetzal quetzals balboas cordoba cordobas austral gourde gourdes florins lari laris toman
    tomans greenback greenbacks loonie loonies sucre sucres afghani afghanis ecu ecus sdr sdrs leks cruzado cruzados
    denar somoni riel riels lilangeni rands""".split()
)
LETTER_SIGNS_SURE = frozenset(
    """RM Tk Tk. Rp Rp. DM FF SFr Sfr FFr Ffr BFr LFr SwFr KSh Ksh KShs TSh USh Ush SKr NKr DKr IKr Dh Dhs Dhs. SR QR
    FCFA Fmk FMk Pta Ptas Esc Kč zł SLRs PhP dhs NIS""".split()
)
LETTER_SIGNS_BEHIND = frozenset("zł Kč лв DM FF FCFA SFr Kz DMark Tk TL NIS Dhs dhs Dh".split())
SCREENS = frozenset(
    [144, 240, 360, 480, 540, 576, 720, 750, 900, 1080, 1440, 2160, 4320]
)  # lines of video, written 1080p
