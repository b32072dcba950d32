"""What went wrong, as a title, and what a person can do about it."""

TEXTS = {
    "problem.Problem": ("This did not work", "لم تنجح العملية", "यह नहीं हो पाया"),
    "problem.Problem.do": ("Try once more.", "حاول مرة أخرى.", "एक बार फिर कोशिश करें।"),
    "problem.Invalid": ("This cannot be used", "لا يمكن استخدام هذا", "यह काम नहीं आ सकता"),
    "problem.Invalid.do": (
        "Look at what was entered and change it.",
        "راجع ما أدخلته وعدّله.",
        "जो भरा है उसे देखकर बदलें।",
    ),
    "problem.TooLarge": ("This is too large", "هذا كبير جدًا", "यह बहुत बड़ा है"),
    "problem.TooLarge.do": ("Choose a smaller file.", "اختر ملفًا أصغر.", "छोटी फ़ाइल चुनें।"),
    "problem.Unsupported": ("This kind is not read", "هذا النوع غير مقروء", "यह प्रकार नहीं पढ़ा जाता"),
    "problem.Unsupported.do": (
        "Choose a JPEG or PNG picture, or a DICOM file.",
        "اختر صورة JPEG أو PNG أو ملف DICOM.",
        "JPEG या PNG तस्वीर, या DICOM फ़ाइल चुनें।",
    ),
    "problem.NotFound": ("It is not here", "غير موجود هنا", "यह यहाँ नहीं है"),
    "problem.NotFound.do": (
        "Search again by name or number.",
        "ابحث مجددًا بالاسم أو الرقم.",
        "नाम या नंबर से फिर खोजें।",
    ),
    "problem.Gone": ("It was removed", "تمت إزالته", "इसे हटा दिया गया"),
    "problem.Gone.do": ("Its history is kept.", "سجله محفوظ.", "इसका इतिहास रखा है।"),
    "problem.Conflict": (
        "Somebody changed it meanwhile",
        "غيّره شخص آخر في هذه الأثناء",
        "इस बीच किसी ने इसे बदला",
    ),
    "problem.Conflict.do": (
        "Look at the new values, then decide.",
        "راجع القيم الجديدة ثم قرّر.",
        "नए मान देखकर तय करें।",
    ),
    "problem.Refused": ("This is not allowed", "هذا غير مسموح", "इसकी अनुमति नहीं है"),
    "problem.Refused.do": ("Ask the camp's lead.", "اسأل مسؤول المخيم.", "शिविर प्रमुख से पूछें।"),
    "problem.Unauthorized": ("Nobody is signed in", "لم يسجل أحد الدخول", "कोई साइन इन नहीं है"),
    "problem.Unauthorized.do": (
        "Sign in, or ask for a new key.",
        "سجّل الدخول أو اطلب مفتاحًا جديدًا.",
        "साइन इन करें, या नई कुंजी माँगें।",
    ),
    "problem.Unavailable": ("Busy just now", "مشغول الآن", "अभी व्यस्त है"),
    "problem.Unavailable.do": (
        "Work on. Eyecamp tries again by itself.",
        "تابع عملك. سيحاول البرنامج مجددًا من تلقاء نفسه.",
        "काम जारी रखें। Eyecamp खुद फिर कोशिश करेगा।",
    ),
    "problem.Offline": ("No network", "لا توجد شبكة", "नेटवर्क नहीं है"),
    "problem.Offline.do": (
        "Work on. Sending starts by itself when a network appears.",
        "تابع عملك. يبدأ الإرسال تلقائيًا عند توفر شبكة.",
        "काम जारी रखें। नेटवर्क आते ही भेजना खुद शुरू होगा।",
    ),
    "problem.Portal": ("A login page answered", "ردّت صفحة تسجيل دخول", "लॉगिन पेज ने जवाब दिया"),
    "problem.Portal.do": (
        "Open a web browser and sign in to this network.",
        "افتح المتصفح وسجّل الدخول إلى هذه الشبكة.",
        "ब्राउज़र खोलकर इस नेटवर्क में साइन इन करें।",
    ),
    "problem.StorageFull": ("This laptop is full", "امتلأ هذا الحاسوب", "यह लैपटॉप भर गया है"),
    "problem.StorageFull.do": (
        "Free some space; cameras keep their pictures until then.",
        "أفرغ بعض المساحة؛ تبقى الصور في الكاميرات حتى ذلك الحين.",
        "कुछ जगह खाली करें; तब तक तस्वीरें कैमरे में रहेंगी।",
    ),
    "problem.Damaged": ("A file is damaged", "ملف تالف", "एक फ़ाइल ख़राब है"),
    "problem.Damaged.do": (
        "It is set aside. Take or send the picture again if you can.",
        "وُضع جانبًا. أعد التقاط الصورة أو إرسالها إن أمكن.",
        "उसे अलग रखा है। हो सके तो तस्वीर फिर लें या भेजें।",
    ),
    "problem.Locked": ("The station is locked", "المحطة مقفلة", "स्टेशन लॉक है"),
    "problem.Locked.do": (
        "Close the other Eyecamp, or enter the passphrase again.",
        "أغلق نسخة Eyecamp الأخرى أو أعد إدخال عبارة المرور.",
        "दूसरा Eyecamp बंद करें, या पासफ़्रेज़ फिर डालें।",
    ),
}
