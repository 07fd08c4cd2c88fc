/** What the client says, in Vietnamese. */
import type { Texts } from './en';

export const vi: Texts = {
  languageName: 'Tiếng Việt',

  startFailed: (reason) => `okrlint không khởi động được: ${reason}. Xem chi tiết trong nhật ký.`,
  showOutput: 'Xem nhật ký',
  restarted: 'okrlint đã khởi động lại.',
  stopped: {
    message:
      'Trong ba phút qua okrlint bị tắt đột ngột nhiều lần nên sẽ không tự khởi động lại nữa. Tài liệu của bạn vẫn còn nguyên.',
    restart: 'Khởi động lại okrlint',
    title: 'okrlint đã dừng',
    detail: 'bị tắt đột ngột nhiều lần',
  },

  status: {
    busy: 'okrlint đang đọc…',
    none: 'Chưa có kết quả then chốt',
    measurable: (good, all) => `${good}/${all} kết quả then chốt đo được`,
    detail: (profile, milliseconds) => `bộ quy tắc ${profile}, kiểm tra trong ${milliseconds} ms`,
    off: 'okrlint đang tắt ở đây',
    problems: 'Vấn đề',
    open: 'Xem các vấn đề',
    settings: 'Cài đặt',
  },

  newDocument: {
    language: 'Ngôn ngữ của tài liệu mới',
    team: 'OKR này của bộ phận nào?',
    folder: 'Thư mục chứa tài liệu mới',
    failed: (reason) => `Không tạo được tài liệu: ${reason}`,
  },
  setLanguage: {
    title: 'Ngôn ngữ của thông báo, giải thích và gợi ý viết lại',
    auto: 'Tự động',
    autoDetail: 'Câu viết bằng ngôn ngữ nào thì trả lời bằng ngôn ngữ đó',
    current: 'đang dùng',
  },
  rules: {
    title: 'Bạn muốn đọc về quy tắc nào?',
    here: 'có ở vị trí con trỏ',
  },
  finding: {
    none: 'okrlint không có góp ý nào cho tài liệu này.',
    noDocument: 'Hãy mở một tài liệu OKR trước.',
  },
  codeLens: {
    on: 'Đã hiện dòng tóm tắt phía trên mỗi mục tiêu.',
    off: 'Đã ẩn dòng tóm tắt phía trên mỗi mục tiêu.',
  },
  workspace: {
    checking: 'okrlint đang kiểm tra toàn bộ thư mục làm việc…',
    noDocuments: 'Thư mục làm việc chưa có tài liệu OKR nào.',
    clean: (files) => `Đã kiểm tra ${files} tài liệu OKR: không có gì cần sửa.`,
    found: (problems, files) => `Có ${problems} góp ý trong ${files} tài liệu OKR.`,
    showProblems: 'Xem các vấn đề',
  },
  model: {
    action: 'Viết lại bằng mô hình ngôn ngữ của trình soạn thảo…',
    noModel:
      'Chưa có mô hình ngôn ngữ nào. Hãy cài đặt và đăng nhập một mô hình (ví dụ GitHub Copilot); các gợi ý trong menu sửa nhanh thì không cần.',
    noSentence: 'Hãy đặt con trỏ vào một kết quả then chốt hoặc mục tiêu trước.',
    asking: (model) => `Đang hỏi ${model} cách viết khác…`,
    refused: (reason) => `Mô hình ngôn ngữ không trả lời: ${reason}`,
    nothing: 'Mô hình ngôn ngữ không đưa ra câu nào mà okrlint chấp nhận được.',
    pick: 'Chọn câu muốn xem thử (chưa thay đổi gì)',
    clean: 'okrlint không có góp ý gì',
    compare: 'Câu của bạn ↔ câu đề xuất',
    ask: 'Dùng câu này?',
    accept: 'Dùng câu này',
    moved: 'Tài liệu đã thay đổi trong lúc chờ nên không thay thế gì.',
    prompt: (sentence, objective) =>
      [
        'Bạn viết lại một kết quả then chốt trong bản OKR sao cho nó nêu kết quả đo lường được thay vì công việc.',
        'Trả lời bằng ba cách viết khác nhau, mỗi cách một dòng, không đánh số, không nhãn, không bình luận, bằng tiếng Việt.',
        'Giữ nguyên chủ đề của câu. Không bao giờ bịa số: chỉ dùng những con số có trong câu, chỗ nào thiếu thì ghi ‹mức hiện tại› và ‹mục tiêu›.',
        ...(objective ? [`Mục tiêu phía trên: ${objective}`] : []),
        `Kết quả then chốt: ${sentence}`,
      ].join('\n'),
  },
};
