"""Words of the Referrals page."""

TEXTS = {
    "referrals.search": ("Name, village, phone", "الاسم أو القرية أو الهاتف", "नाम, गाँव, फ़ोन"),
    "referrals.empty": ("Nobody is waiting to be seen", "لا أحد ينتظر أن يُعاين", "किसी को दिखाना बाकी नहीं"),
    "referrals.empty-rest": (
        "Whoever must be referred appears here and stays until somebody has seen them.",
        "من يجب إحالته يظهر هنا ويبقى حتى يُعاين.",
        "जिसे रेफ़र करना हो वह यहाँ दिखता है और देखे जाने तक रहता है।",
    ),
    "referrals.seen": ("Was seen", "تمت معاينته", "देख लिया गया"),
    "referrals.no-phone": ("No phone", "لا هاتف", "फ़ोन नहीं"),
    "referrals.told": ("{name} was told", "تم إبلاغ {name}", "{name} को बताया गया"),
    "referrals.not-told": ("{name} was not told after all", "لم يُبلَّغ {name}", "{name} को नहीं बताया गया था"),
    "referrals.was-seen": ("{name} was seen", "تمت معاينة {name}", "{name} को देख लिया गया"),
    "referrals.was": ("Decided by {rule}; milder opinions stand now", "تقرر بموجب {rule}", "{rule} के अनुसार तय हुआ"),
    "referrals.more": ("{n} more", "{n} آخرون", "{n} और"),
}
