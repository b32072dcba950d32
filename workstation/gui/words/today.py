"""Words of the Today board."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "today.waiting": ("Waiting", "في الانتظار", "प्रतीक्षा में"),
    "today.at-camera": ("At camera", "عند الكاميرا", "कैमरे पर"),
    "today.to-read": ("To read", "للقراءة", "पढ़ने हैं"),
    "today.done": ("Pictured", "صُوّروا", "तस्वीरें हुईं"),
    "today.of": ("of {n}", "من {n}", "{n} में से"),
    "today.part-of": ("{have} of {of}", "{have} من {of}", "{of} में से {have}"),
    "today.both-eyes": ("Both eyes", "كلتا العينين", "दोनों आँखें"),
    "today.one-eye": ("One eye", "عين واحدة", "एक आँख"),
    "today.which-eye": ("Which eye?", "أي عين؟", "कौन-सी आँख?"),
    "today.next": ("Next", "التالي", "अगला"),
    "today.call": ("Call", "نادِ", "बुलाएँ"),
    "today.nobody-at-camera": ("Nobody is at the camera", "لا أحد عند الكاميرا", "कैमरे पर कोई नहीं"),
    "today.nobody-waits": ("Nobody is waiting", "لا أحد ينتظر", "कोई प्रतीक्षा में नहीं"),
    "today.nobody-waits-rest": (
        "Whoever is registered will wait here.",
        "من يُسجَّل ينتظر هنا.",
        "पंजीकृत व्यक्ति यहाँ प्रतीक्षा करेंगे।",
    ),
    "today.nothing-to-read": ("Nothing to read yet", "لا شيء للقراءة بعد", "अभी पढ़ने को कुछ नहीं"),
    "today.nothing-to-read-rest": (
        "Pictures appear here by themselves.",
        "تظهر الصور هنا تلقائيًا.",
        "तस्वीरें यहाँ खुद दिखेंगी।",
    ),
    "today.not-this-person": ("Not this person?", "ليس هذا الشخص؟", "यह व्यक्ति नहीं?"),
    "today.moved-out": (
        "{n} pictures of {name} went to the Inbox",
        "نُقلت صور {name} إلى الوارد: {n}",
        "{name} की {n} तस्वीरें इनबॉक्स में गईं",
    ),
    "today.finish": ("Finish", "إنهاء", "पूरा"),
    "today.finished": ("{name} left the camera", "غادر {name} الكاميرا", "{name} कैमरे से गए"),
    "today.minutes": ("{n} min", "{n} د", "{n} मि"),
    "today.hours": ("{n} h", "{n} س", "{n} घं"),
}
