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
    "referrals.no-letter": ("No letter yet", "لا رسالة بعد", "अभी पत्र नहीं"),
    "referrals.letter-out-of-date": ("Letter out of date", "الرسالة لم تعد صالحة", "पत्र पुराना हो गया"),
    "referrals.how-in person": ("Told in person", "أُبلغ شخصيًا", "सामने बताया"),
    "referrals.how-phone": ("Told by phone", "أُبلغ بالهاتف", "फ़ोन पर बताया"),
    "referrals.how-somebody": ("Told through family or village", "أُبلغ عبر الأهل أو القرية", "परिवार या गाँव से कहलवाया"),
    "referrals.other-end": ("Other end", "نهاية أخرى", "दूसरा अंत"),
    "referrals.end-own doctor": ("Is seen by their own doctor", "يتابعه طبيبه", "अपने डॉक्टर को दिखा रहे हैं"),
    "referrals.end-moved away": ("Moved away", "انتقل من المنطقة", "कहीं और चले गए"),
    "referrals.end-does not want": ("Does not want to go", "لا يريد الذهاب", "जाना नहीं चाहते"),
    "referrals.end-died": ("Died", "توفي", "निधन हो गया"),
    "referrals.ended": ("{name}: {why}", "{name}: {why}", "{name}: {why}"),
}
