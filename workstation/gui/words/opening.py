"""Words of the first run and of unlocking."""

TEXTS = {
    "opening.tagline": (
        "A face, two eyes, an answer today.",
        "وجه وعينان وجواب اليوم.",
        "एक चेहरा, दो आँखें, आज ही जवाब।",
    ),
    "opening.how": (
        "Works all day without a network. When one appears, everything goes to headquarters by itself.",
        "يعمل طوال اليوم بلا شبكة. وعندما تظهر شبكة ينتقل كل شيء إلى المركز من تلقاء نفسه.",
        "पूरे दिन बिना नेटवर्क चलता है। नेटवर्क मिलते ही सब कुछ अपने आप मुख्यालय पहुँचता है।",
    ),
    "opening.practice": ("Try it with practice patients", "جرّبه مع مرضى تدريبيين", "अभ्यास मरीज़ों के साथ आज़माएँ"),
    "opening.title": ("Set up this laptop", "إعداد هذا الحاسوب", "यह लैपटॉप तैयार करें"),
    "opening.title-rest": (
        "Two minutes. Nothing leaves this laptop before you say so.",
        "دقيقتان. لا يغادر شيء هذا الحاسوب قبل أن تقول ذلك.",
        "दो मिनट। आपके कहे बिना कुछ भी इस लैपटॉप से बाहर नहीं जाता।",
    ),
    "opening.camp": ("Camp", "المخيم", "शिविर"),
    "opening.camp-name": ("Name and place", "الاسم والمكان", "नाम और जगह"),
    "opening.prefix": ("Card prefix", "بادئة البطاقة", "कार्ड उपसर्ग"),
    "opening.letter": ("Laptop letter", "حرف الحاسوب", "लैपटॉप अक्षर"),
    "opening.cards": (
        "Cards of this laptop will look like {number}. No two laptops of a camp may share a letter.",
        "ستبدو بطاقات هذا الحاسوب هكذا: {number}. لا يجوز أن يشترك حاسوبان في المخيم في حرف واحد.",
        "इस लैपटॉप के कार्ड {number} जैसे दिखेंगे। एक शिविर के दो लैपटॉप का अक्षर एक नहीं हो सकता।",
    ),
    "opening.passphrase": ("Passphrase", "عبارة المرور", "पासफ़्रेज़"),
    "opening.words": ("Four or more words", "أربع كلمات أو أكثر", "चार या ज़्यादा शब्द"),
    "opening.again": ("Once more", "مرة أخرى", "एक बार और"),
    "opening.keep": (
        "Everything on this laptop is encrypted with it. Write it down and keep it with the camp lead.",
        "كل ما في هذا الحاسوب مشفّر بها. اكتبها واحفظها لدى قائد المخيم.",
        "इस लैपटॉप का सब कुछ इसी से कूटबद्ध है। इसे लिखकर शिविर प्रमुख के पास रखें।",
    ),
    "opening.differ": ("These two differ.", "العبارتان مختلفتان.", "दोनों अलग हैं।"),
    "opening.short": ("Looks short.", "تبدو قصيرة.", "छोटा लगता है।"),
    "opening.short-rest": ("You can use it anyway.", "يمكنك استخدامها مع ذلك.", "फिर भी आप इसे रख सकते हैं।"),
    "opening.too-short": ("Needs at least 8 characters.", "تحتاج إلى 8 أحرف على الأقل.", "कम से कम 8 अक्षर चाहिए।"),
    "opening.hq": ("Headquarters", "المركز", "मुख्यालय"),
    "opening.can-wait": ("can wait", "يمكن أن ينتظر", "बाद में भी हो सकता है"),
    "opening.address": ("Address of its DICOMweb archive", "عنوان أرشيف DICOMweb", "DICOMweb संग्रह का पता"),
    "opening.start": ("Start the day", "ابدأ اليوم", "दिन शुरू करें"),
    "opening.unlock-title": ("This station is locked", "هذه المحطة مقفلة", "यह स्टेशन बंद है"),
    "opening.unlock-rest": (
        "Enter the passphrase of this laptop. The camp lead has it.",
        "أدخل عبارة مرور هذا الحاسوب. هي لدى قائد المخيم.",
        "इस लैपटॉप का पासफ़्रेज़ भरें। वह शिविर प्रमुख के पास है।",
    ),
    "opening.unlock": ("Unlock", "افتح", "खोलें"),
    "opening.opening": ("Opening the station…", "جارٍ فتح المحطة…", "स्टेशन खुल रहा है…"),
}
