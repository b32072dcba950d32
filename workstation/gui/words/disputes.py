"""Words for an eye without a picture, and for an opinion that takes the place of another reader's."""

TEXTS = {
    "absence.ask": (
        "{eye} has no picture. Why?",
        "{eye} بلا صورة. لماذا؟",
        "{eye} की तस्वीर नहीं। क्यों?",
    ),
    "absence.prosthesis": ("Artificial eye", "عين صناعية", "कृत्रिम आँख"),
    "absence.phthisis": ("Shrunken eye (phthisis)", "عين ضامرة", "सिकुड़ी हुई आँख"),
    "absence.removed": ("Eye was removed", "أزيلت العين", "आँख निकाली जा चुकी है"),
    "absence.not-seen": ("Could not be seen", "تعذّرت رؤيتها", "देखी नहीं जा सकी"),
    "absence.line": ("{eye}: {why}", "{eye}: {why}", "{eye}: {why}"),
    "dispute.open": ("Other opinion", "رأي آخر", "दूसरी राय"),
    "dispute.says": ("{reader} says {what}", "{reader} يقول {what}", "{reader} कहते हैं {what}"),
    "dispute.both": (
        "Both opinions stand, and the more urgent one counts.",
        "الرأيان قائمان، ويؤخذ بالأكثر إلحاحًا.",
        "दोनों राय रहेंगी, ज़्यादा ज़रूरी वाली मानी जाएगी।",
    ),
    "dispute.why": ("Why it does not stand", "لماذا لا يؤخذ به", "वह क्यों मान्य नहीं"),
    "dispute.replace": ("Replace it", "استبداله", "उसकी जगह लें"),
    "dispute.keep": ("Keep both", "إبقاء الرأيين", "दोनों रखें"),
    "dispute.needs-why": ("Say why first.", "اذكر السبب أولًا.", "पहले कारण लिखें।"),
    "dispute.replaced": (
        "replaced by {reader}: {why}",
        "استبدله {reader}: {why}",
        "{reader} ने बदला: {why}",
    ),
}
