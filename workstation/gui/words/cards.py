"""Words about the card that a person carries."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "card.is-this": ("Is this {name}?", "هل هذا {name}؟", "क्या यह {name} हैं?"),
    "card.yes": ("Yes", "نعم", "हाँ"),
    "card.no": ("No, somebody else", "لا، شخص آخر", "नहीं, कोई और"),
    "card.doubted": (
        "Noted: somebody else holds the card of {name}. Register this person, or look by name.",
        "سُجّل: بطاقة {name} بيد شخص آخر. سجّل هذا الشخص أو ابحث بالاسم.",
        "नोट किया: {name} का कार्ड किसी और के पास है। इनका पंजीकरण करें या नाम से खोजें।",
    ),
    "card.was-doubted": (
        "Somebody else held this card",
        "كانت هذه البطاقة بيد شخص آخر",
        "यह कार्ड किसी और के पास था",
    ),
    "card.slip": (
        "{number} has a wrong digit. Scan or type it again.",
        "في {number} رقم خاطئ. امسحه أو اكتبه مرة أخرى.",
        "{number} में एक अंक गलत है। फिर स्कैन करें या लिखें।",
    ),
    "card.elsewhere": (
        "Nobody on this laptop has {number}. The card may be of another camp or laptop.",
        "لا أحد على هذا الحاسوب رقمه {number}. قد تكون البطاقة من مخيم أو حاسوب آخر.",
        "इस लैपटॉप पर {number} किसी का नहीं। कार्ड दूसरे शिविर या लैपटॉप का हो सकता है।",
    ),
    "card.foreign": (
        "This code is not on one of our cards. Look by name.",
        "هذا الرمز ليس من بطاقاتنا. ابحث بالاسم.",
        "यह कोड हमारे कार्ड का नहीं। नाम से खोजें।",
    ),
    "card.of-title": ("Card", "بطاقة الشخص", "कार्ड का प्रिंट"),
    "card.of-print": ("Print card", "طباعة البطاقة", "कार्ड छापें"),
    "card.keep": ("Keep as PDF", "حفظ كملف PDF", "PDF के रूप में रखें"),
    "card.times": ("Times printed: {n}", "مرات الطباعة: {n}", "कितनी बार छपा: {n}"),
    "card.not-printed": ("Not printed yet", "لم تُطبع بعد", "अभी छपा नहीं"),
    "card.done": ("The card of {name} is printed", "طُبعت بطاقة {name}", "{name} का कार्ड छप गया"),
    "card.kept": ("The card of {name} is in {file}", "بطاقة {name} في {file}", "{name} का कार्ड {file} में है"),
    "card.copy": ("COPY", "نسخة", "प्रति"),
}
