import type { LetterWording } from './wording.js';

export const AR: LetterWording = {
  invitation: {
    subject: (organisation) => `دخولك إلى Rollcall في ${organisation}`,
    invites: (organisation) => `تدعوك ${organisation} إلى Rollcall، نظام الحضور لديها.`,
    open: (days) => `افتح هذا الرابط خلال ${days} أيام واختر كلمة مرور:`,
    once: 'يعمل الرابط مرة واحدة. إن لم تكن تتوقعه فلا حاجة إلى فعل شيء.',
  },
  passwordReset: {
    subject: 'كلمة مرور جديدة في Rollcall',
    asked: (organisation) => `طلب أحدهم كلمة مرور جديدة لحسابك في ${organisation}.`,
    open: (minutes) => `افتح هذا الرابط خلال ${minutes} دقيقة لاختيارها:`,
    otherwise: 'إن لم تكن أنت فلا حاجة إلى فعل شيء: تبقى كلمة المرور كما هي.',
  },
  notifications: {
    subject: (count) => `إشعارات من Rollcall، عددها ${count}`,
    at: (organisation) => `في ${organisation}:`,
    more: (count) => `وغيرها، عددها ${count}:`,
    comma: '، ',
    settings: 'يُحدَّد من تصله الرسائل في Rollcall ضمن الإعدادات، الإشعارات.',
    approvals: {
      CORRECTION: 'تصحيح ينتظر',
      LEAVE: 'طلب إجازة ينتظر',
      OVERTIME: 'عمل إضافي ينتظر الموافقة',
      OTHER: 'قرار منتظر',
    },
    kinds: { MISSING_MARK: 'تسجيل ناقص', LATE: 'حضر متأخرًا', SILENT_DEVICE: 'الجهاز صامت' },
    refused: (count) => `محاولات مرفوضة خلال ساعة، عددها ${count}`,
  },
  report: {
    range: (from, to) => `من ${from} إلى ${to}`,
    about: (name, organisation, dates) => `تقرير «${name}» من ${organisation}، ${dates}.`,
    attached: (fileName) => `الملف مرفق باسم ${fileName}.`,
    tooLarge: 'الملف أكبر من أن تحمله رسالة.',
    open: 'في Rollcall بعد تسجيل الدخول:',
    change: 'يستطيع من أعدّه تغييره أو إنهاءه.',
  },
};
