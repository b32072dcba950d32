"""Words for what headquarters and this laptop say differently of a record, and for records that wait."""

TEXTS = {
    "question.name": ("Two names", "اسمان مختلفان", "दो नाम"),
    "question.gender": ("Two sexes", "جنسان مختلفان", "दो लिंग"),
    "question.birthDate": ("Two dates of birth", "تاريخا ميلاد مختلفان", "दो जन्मतिथियाँ"),
    "question.address": ("Two villages", "قريتان مختلفتان", "दो गाँव"),
    "question.removed": ("Removed on one side", "حُذف من جهة واحدة", "एक तरफ़ से हटाया गया"),
    "question.other": ("Two versions of a record", "نسختان من سجل", "एक रिकॉर्ड के दो रूप"),
    "question.before": ("Before", "سابقًا", "पहले"),
    "question.here": ("This laptop says", "هذا الحاسوب يقول", "यह लैपटॉप कहता है"),
    "question.there": ("Headquarters says", "المقر يقول", "मुख्यालय कहता है"),
    "question.nothing": ("nothing", "لا شيء", "कुछ नहीं"),
    "question.keep-mine": ("Send ours", "نسختنا", "हमारा भेजें"),
    "question.keep-theirs": ("Take theirs", "نسختهم", "उनका लें"),
    "question.keep-both": ("Each keeps its own", "النسختان", "दोनों अपना रखें"),
    "question.decided": (
        "Decided. The next sync follows it.",
        "تقرر. تتبعه المزامنة التالية.",
        "तय हुआ। अगला सिंक इसे मानेगा।",
    ),
    "records.title": ("Records", "السجلات", "रिकॉर्ड"),
    "records.waiting": (
        "Not shown by headquarters yet: {n}",
        "لم يعرضها المقر بعد: {n}",
        "मुख्यालय ने अभी नहीं दिखाया: {n}",
    ),
    "records.alone": (
        "On this laptop alone: {n}. This headquarters takes pictures only.",
        "على هذا الحاسوب فقط: {n}. هذا المقر يقبل الصور فقط.",
        "केवल इस लैपटॉप पर: {n}. यह मुख्यालय सिर्फ़ तस्वीरें लेता है।",
    ),
}
