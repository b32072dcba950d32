"""Words for pictures that did not come, and why."""

TEXTS: dict[str, tuple[str, str, str]] = {
    "missing.title": ("Leave without these?", "المغادرة دون هذه؟", "इनके बिना जाएँ?"),
    "missing.line": ("Missing: {what}", "ناقص: {what}", "बाकी: {what}"),
    "missing.why": ("Say why, then {name} may go.", "اذكر السبب، ثم يغادر {name}.", "कारण बताएँ, फिर {name} जा सकते हैं।"),
    "missing.stay": ("Stay at the camera", "البقاء عند الكاميرا", "कैमरे पर रहें"),
    "missing.announced.one": ("1 announced picture", "صورة معلنة واحدة", "बताई गई 1 तस्वीर"),
    "missing.announced.many": ("{n} announced pictures", "{n} صور معلنة", "बताई गई {n} तस्वीरें"),
    "missing.because-small-pupil": ("Pupil too small", "الحدقة ضيقة", "पुतली बहुत छोटी"),
    "missing.because-no-view": ("No clear view inside", "لا رؤية واضحة للداخل", "अंदर साफ़ नहीं दिखता"),
    "missing.because-no-eye": ("No eye to photograph", "لا عين لتصويرها", "तस्वीर के लिए आँख नहीं"),
    "missing.because-moves": ("Cannot keep still", "لا يستطيع الثبات", "स्थिर नहीं रह पाते"),
    "missing.because-refused": ("Does not want it", "لا يريد ذلك", "नहीं चाहते"),
    "missing.because-camera": ("Camera trouble", "عطل في الكاميرا", "कैमरे में दिक्कत"),
    "missing.because-later": ("Comes back later", "يعود لاحقًا", "बाद में आएँगे"),
    "missing.after-grading.one": (
        "1 picture came after grading",
        "وصلت صورة واحدة بعد التقييم",
        "ग्रेडिंग के बाद 1 तस्वीर आई",
    ),
    "missing.after-grading.many": (
        "{n} pictures came after grading",
        "وصلت {n} صور بعد التقييم",
        "ग्रेडिंग के बाद {n} तस्वीरें आईं",
    ),
}
