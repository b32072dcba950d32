"""Words about clocks that cannot be right (hazard HZ-26)."""

TEXTS = {
    "clock.laptop": (
        "This laptop's clock leapt to {there}. Eyecamp goes on from {here}; nothing is stopped. "
        "Set date and time, or say that the new ones are right.",
        "قفزت ساعة هذا الحاسوب إلى {there}. يواصل Eyecamp من {here} ولا يتوقف شيء. "
        "اضبط التاريخ والوقت، أو قل إن الجديدين صحيحان.",
        "इस लैपटॉप की घड़ी {there} पर कूद गई। Eyecamp {here} से आगे चल रहा है; कुछ रुका नहीं है। "
        "तारीख़ और समय ठीक करें, या बताएँ कि नए सही हैं।",
    ),
    "clock.headquarters": (
        "Headquarters: {said}. Check date and time of this laptop; nothing is stopped.",
        "المقر: {said}. تحقق من تاريخ هذا الحاسوب ووقته؛ لا يتوقف شيء.",
        "मुख्यालय: {said}। इस लैपटॉप की तारीख़ और समय जाँचें; कुछ रुका नहीं है।",
    ),
    "clock.camera": (
        "{name}: {said}. Set the camera's clock; its pictures are kept under the day they come.",
        "{name}: {said}. اضبط ساعة الكاميرا؛ تُحفظ صورها تحت يوم وصولها.",
        "{name}: {said}। कैमरे की घड़ी ठीक करें; उसकी तस्वीरें आने के दिन के नीचे रखी जाती हैं।",
    ),
    "clock.accept": ("The laptop's clock is right", "ساعة الحاسوب صحيحة", "लैपटॉप की घड़ी सही है"),
    "clock.seen": ("I have seen it", "رأيت ذلك", "मैंने देख लिया"),
}
