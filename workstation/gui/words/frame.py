"""Words of the window's frame: rail, strip, crash notice."""

TEXTS = {
    "rail.today": ("Today", "اليوم", "आज"),
    "rail.patients": ("Patients", "المرضى", "मरीज़"),
    "rail.inbox": ("Inbox", "الوارد", "इनबॉक्स"),
    "rail.read": ("Read", "القراءة", "पढ़ें"),
    "rail.referrals": ("Referrals", "الإحالات", "रेफ़रल"),
    "rail.sync": ("Sync", "المزامنة", "सिंक"),
    "rail.camp": ("Camp", "المخيم", "शिविर"),
    "rail.lock": ("Lock", "قفل", "लॉक"),
    "rail.with-count": ("{word}, {n} waiting", "{word}، {n} في الانتظار", "{word}, {n} बाकी"),
    "strip.space": (
        "Space for {n} patients",
        "تتسع لـ {n} مريضًا",
        "{n} मरीज़ों के लिए जगह",
    ),
    "strip.full": (
        "Disk full: pictures are refused",
        "القرص ممتلئ: الصور تُرفض",
        "डिस्क भरी: तस्वीरें नहीं ली जा रहीं",
    ),
    "strip.battery": ("{n} %", "{n} %", "{n} %"),
    "strip.to-dim": ("Dim the screen", "خفّض إضاءة الشاشة", "स्क्रीन मंद करें"),
    "strip.to-daylight": ("Daylight screen", "شاشة النهار", "दिन की स्क्रीन"),
    "crash.sentence": (
        "Eyecamp made a mistake of its own. Copy the report for your supporter.",
        "حدث خطأ في البرنامج نفسه. انسخ التقرير لفريق الدعم.",
        "Eyecamp से गलती हुई। सहायता के लिए रिपोर्ट कॉपी करें।",
    ),
    "crash.copy": ("Copy report", "انسخ التقرير", "रिपोर्ट कॉपी करें"),
}
