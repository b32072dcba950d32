"""Words of the Sync page. What claims anything is in ``claims.py``."""

TEXTS = {
    "sync.title": ("Sync", "المزامنة", "सिंक"),
    "sync.now": ("Sync now", "زامن الآن", "अभी सिंक करें"),
    "sync.asked": ("Asking headquarters now.", "يُسأل المقر الآن.", "मुख्यालय से अभी पूछा जा रहा है।"),
    "sync.of": ("of {n}", "من {n}", "{n} में से"),
    "sync.standing-idle": (
        "Headquarters was asked. New pictures go by themselves.",
        "سُئل المقر. تُرسل الصور الجديدة تلقائيًا.",
        "मुख्यालय से पूछा गया। नई तस्वीरें अपने-आप जाती हैं।",
    ),
    "sync.standing-working": ("Talking to headquarters.", "جارٍ التواصل مع المقر.", "मुख्यालय से बात हो रही है।"),
    "sync.standing-offline": (
        "No network. Sending starts by itself when one appears.",
        "لا شبكة. يبدأ الإرسال تلقائيًا عند توفرها.",
        "नेटवर्क नहीं है। मिलते ही भेजना अपने-आप शुरू होगा।",
    ),
    "sync.standing-portal": (
        "A login page answers in place of headquarters. Sign in to this network first.",
        "ترد صفحة تسجيل دخول بدل المقر. سجّل الدخول إلى الشبكة أولًا.",
        "मुख्यालय की जगह लॉगिन पेज जवाब दे रहा है। पहले इस नेटवर्क में लॉगिन करें।",
    ),
    "sync.standing-attention": (
        "Some pictures need a look.",
        "بعض الصور تحتاج نظرة.",
        "कुछ तस्वीरें देखनी होंगी।",
    ),
    "sync.starts-by-itself": (
        "Sending starts by itself when a network appears.",
        "يبدأ الإرسال تلقائيًا عند توفر شبكة.",
        "नेटवर्क मिलते ही भेजना अपने-आप शुरू होगा।",
    ),
    "sync.next": ("What goes next", "ما يُرسل تاليًا", "आगे क्या जाएगा"),
    "sync.next-size": ("{size} in all", "{size} إجمالًا", "कुल {size}"),
    "sync.lane-small": ("Small pictures", "صور صغيرة", "छोटी तस्वीरें"),
    "sync.lane-full": ("Full pictures", "صور كاملة", "पूरी तस्वीरें"),
    "sync.lane-large": ("Large files", "ملفات كبيرة", "बड़ी फ़ाइलें"),
    "sync.on-the-way": ("{n} on the way now", "{n} في الطريق الآن", "{n} अभी रास्ते में"),
    "sync.read-back": (
        "Headquarters is asked to show them before they count.",
        "يُطلب من المقر عرضها قبل احتسابها.",
        "गिनने से पहले मुख्यालय से दिखाने को कहा जाता है।",
    ),
    "sync.held": ("Waiting for a person", "في انتظار شخص", "व्यक्ति की प्रतीक्षा में"),
    "sync.held-why": (
        "They go when somebody has said whose they are.",
        "تُرسل عندما يقول أحد لمن هي.",
        "कोई बताए कि किसकी हैं, तब जाएँगी।",
    ),
    "sync.attention": ("Needs a look", "تحتاج نظرة", "देखना ज़रूरी"),
    "sync.nothing": ("Nothing waits to go", "لا شيء ينتظر الإرسال", "भेजने को कुछ नहीं"),
    "sync.nothing-rest": (
        "New pictures go by themselves.",
        "تُرسل الصور الجديدة تلقائيًا.",
        "नई तस्वीरें अपने-आप भेजी जाती हैं।",
    ),
    "sync.attempts": ("Last attempts", "آخر المحاولات", "पिछली कोशिशें"),
    "sync.no-attempts": ("None since Eyecamp was opened.", "لا شيء منذ فتح البرنامج.", "Eyecamp खुलने के बाद कोई नहीं।"),
    "sync.hq": ("Headquarters", "المقر", "मुख्यालय"),
    "sync.address": ("DICOMweb address", "عنوان DICOMweb", "DICOMweb पता"),
    "sync.use-address": ("Use this address", "استخدم هذا العنوان", "यह पता उपयोग करें"),
    "sync.address-doubt": (
        "An address begins with https:// or http://.",
        "يبدأ العنوان بـ https:// أو http://.",
        "पता https:// या http:// से शुरू होता है।",
    ),
    "sync.address-taken": ("Headquarters is now {name}", "المقر الآن {name}", "अब मुख्यालय {name} है"),
}
