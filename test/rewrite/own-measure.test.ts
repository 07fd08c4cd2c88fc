/** The first rewording fits the thing that is worked on, what is done to it and what that is against, in any trade. */
import assert from 'node:assert/strict';
import { plainText } from '../../server/src/rewrite/index';
import type { Language } from '../../server/src/text/language';
import { closureFaults, documentWith, rewordings } from './closure';
import { keyResults } from './pipeline';

type Case = readonly [sentence: string, first: RegExp];

const CASES: Readonly<Record<Language, readonly Case[]>> = {
  en: [
    // things of many trades
    ['Replace the lifts in the north tower', /^Reduce breakdowns of the lifts/],
    ['Plant 400 saplings', /^Increase the share of saplings alive a year later/],
    ['Prune the orchard', /^Increase the yield of the orchard/],
    ['Start a chess club', /^Increase the number of people who take part in the chess club/],
    ['Stage an open-air concert', /^Increase the number of people who come to the open-air concert/],
    ['Attend two trade fairs', /^Increase orders won through trade fairs/],
    ['Migrate invoices to the new portal', /^Reduce the time needed to handle invoices/],
    ['Run evacuation drills', /^Increase the share of employees who act correctly in evacuation drills/],
    ['Buy helmets for the crew', /who wear helmets/],
    ['Raise awareness of phishing', /^Increase the share of people who know what to do about phishing/],
    // whatever there is to be less or more of can be counted, also what no list knows
    ['Reduce leaks', /^Reduce leaks from/],
    ['Cut glaze rejects', /^Cut glaze rejects from/],
    ['Substantially fewer leaks', /^Reduce leaks from/],
    ['Grow retail', /^Grow retail from/],
    ['Canteen refurbished', /^(?!.*refurbished)/],
    ['Ticket office remodelled', /^(?!.*remodelled)/],
    // a measure that is only said to be good, states that are only compared, and what is one and no amount
    ['Ensure strong turnout at the pilots’ vote', /^Increase turnout from ‹baseline›%/],
    ['Guests should be happier about breakfast times', /^Increase the share of guests who are happy about/],
    ['Raise our profile in the valley', /^(?!Raise our profile in the valley from)/],
    ['Make sure that all millers knows the dust rules', /^Increase the share of millers who know the dust/],
    ['Increase safety awareness', /^(?!.*whose the)/],
    ['Foremen are trained in first aid', /^Increase the share of foremen who apply what they learned/],
    ['Weekly reports are shortened', /^(?!.*reports are from)/],
    ['Negotiate with the creameries', /^(?!.*under the creameries)/],
    // what is sought, attended and done together
    ['Seek funding for the new slipway', /^Increase funding secured from \$/],
    ['Attend the glassmakers’ biennale', /^Increase contacts won through the glassmakers/],
    ['Collaborate with local museums on tours', /^Increase the share of joint plans with local museums/],
    ['Draw up reminder templates', /^Increase the share of work that follows/],
    // what is done to them
    ['Open a repair shop', /^Increase the number of people who come to the repair shop/],
    ['Document the billing tables', /^Reduce questions that only an expert on the billing tables can answer/],
    ['Sell gift cards', /^Increase sales of gift cards/],
    ['Retrain the night guards', /who apply what they learned/],
    ['Negotiate longer payment terms', /^Increase payment terms from/],
    ['Negotiate a lower rent', /^Reduce the rent from/],
    // what others are moved to do
    [
      'Get our 30 growers to order seeds online',
      /^Increase the share of growers who order seeds online from/,
    ],
    ['Have couriers sort their own rounds', /^Increase the share of couriers who sort their own rounds from/],
    ['Remind members to renew on time', /^Increase the share of members who renew on time from/],
    ['Invite millers to a tasting', /^(?!.*that a tasting)/],
    // who uses what is introduced at work, and how often something is done
    ['Introduce label printers', /^Increase the share of employees who use label printers/],
    ['Reorganise the bookshelves in the annex', /^(?!.*satisfied)/],
    ['Post three times a week on Instagram', /^Increase people who contact us through Instagram from/],
    ['Ring every donor twice a year', /^(?!.*twice)/],
    ['Bake rye rolls in the morning', /^(?!.*morning)/],
    ['Stock more wine glasses', /^(?!.*illness)/],
    ['Ask millers to deliver earlier', /^Increase the share of millers/],
    ["Repaint the children's library", /^(?!.*children's (?:who|from))/],
    // how it is done is no thing
    ['Work more closely with hauliers', /^(?!.*the closely)/],
    ['Meet the anglers’ club weekly', /^(?!.*club weekly)/],
    ['Pay more attention to new tenants', /^(?!.*attention)/],
    // what it is against
    [
      'Vaccinate the calves against pneumonia',
      /^Reduce cases of pneumonia from ‹baseline› to ‹target› a month/,
    ],
    // words of the thing
    ["Redesign the students' portal", /the students' portal/],
    ['Answer tenants faster', /^Reduce the time to answer tenants from/],
    ['Teach farmers soil testing', /^Increase the share of farmers who apply/],
    ['Make the annual report accessible', /the report from|the report finished/],
    ['Run 360-degree reviews', /360-degree reviews/],
    [
      'Write a style guide for the translators',
      /^Increase the share of translators who find their answer in the style guide/,
    ],
  ],
  vi: [
    ['Thay toàn bộ đèn đường', /^Giảm số lần đèn đường gặp sự cố/],
    ['Trồng 300 cây xanh', /^Tăng tỷ lệ cây xanh còn sống sau một năm/],
    ['Bón phân cho 20 ha hồ tiêu', /^Tăng năng suất hồ tiêu/],
    ['Lập câu lạc bộ cờ vua', /^Tăng số người sinh hoạt đều trong câu lạc bộ cờ vua/],
    ['Tham gia hội chợ tại Huế', /^Tăng số đơn hàng có được nhờ hội chợ/],
    ['Tổ chức họp giao ban mỗi sáng', /^Tăng tỷ lệ việc thống nhất tại họp giao ban được làm đúng hạn/],
    ['Tập huấn nông dân về phòng trừ ốc bươu vàng', /^Giảm tỷ lệ diện tích bị ốc bươu vàng/],
    ['Lắp camera giám sát ở kho', /^Giảm số sự cố phát hiện muộn dù đã có camera giám sát/],
    ['Cấp mũ bảo hộ cho công nhân', /^Tăng tỷ lệ công nhân dùng mũ bảo hộ đúng quy định/],
    ['Mời 10 trường học tham quan xưởng', /^Tăng tỷ lệ trường học quay lại/],
    // what others do with one's help, and what one begins or carries on
    [
      'Phối hợp với phòng nhân sự rà soát thang lương',
      /^Tăng tỷ lệ quyết định về thang lương dựa trên số liệu/,
    ],
    ['Hỗ trợ đội kho đối chiếu công nợ', /^Tăng tỷ lệ công nợ thu đúng hạn/],
    ['Bắt đầu áp dụng checklist giao ca', /^Tăng tỷ lệ công việc làm đúng theo checklist giao ca/],
    ['Hoàn thành dự án số hóa hồ sơ đất đai', /^Giảm thời gian tra cứu hồ sơ đất đai/],
    ['Việc số hóa sổ hộ tịch', /^Giảm thời gian tra cứu sổ hộ tịch/],
    ['Việc số hóa sổ hộ tịch'.normalize('NFD'), /^Giảm thời gian tra cứu sổ hộ tịch/],
    ['Đẩy mạnh quảng bá hội thi nấu ăn', /^Tăng số người đăng ký hội thi nấu ăn/],
    // work that a noun names
    ['Lộ trình đổi mới giáo trình quý 4', /theo lộ trình đổi mới giáo trình quý 4 từ/],
    ['Lớp học nghề mộc', /^Tăng tỷ lệ người học áp dụng được điều đã học ở lớp học nghề mộc/],
    ['Hệ thống camera mới ở bãi xe', /^Giảm số sự cố phát hiện muộn dù đã có hệ thống camera mới ở bãi xe/],
    // what others are moved to do
    ['Vận động hội viên gửi tiết kiệm định kỳ', /^Tăng tỷ lệ hội viên gửi tiết kiệm định kỳ từ/],
    ['Tuyên truyền về phân loại rác tại nguồn', /^Tăng tỷ lệ người phân loại rác tại nguồn từ/],
    // a share of a team is a share of its members
    ['Đào tạo đội bán hàng', /^Tăng tỷ lệ thành viên đội bán hàng áp dụng được/],
    ['Tiếp tục đào tạo tổ trưởng sản xuất', /^Tăng tỷ lệ tổ trưởng sản xuất áp dụng được/],
    ['Nâng cao năng lực đội ngũ kiểm toán viên', /^Tăng tỷ lệ kiểm toán viên có/],
    ['Đào tạo lái xe kỹ năng chằng buộc hàng', /^Tăng tỷ lệ lái xe áp dụng được/],
    [
      'Thuê đơn vị tư vấn thiết kế quy trình lưu kho',
      /^Giảm thời gian xử lý một việc theo quy trình lưu kho/,
    ],
    [
      'Làm việc với cảng vụ để rà soát danh mục hàng nguy hiểm',
      /^Giảm số sai sót trong danh mục hàng nguy hiểm/,
    ],
    ['Công tác bảo trì băng chuyền', /^Giảm số giờ băng chuyền phải dừng/],
    // effects of trades
    ['Nạo vét cống thoát nước', /^Giảm số lần tắc nghẽn ở cống thoát nước/],
    ['Tuyên truyền lịch sử làng nghề', /^Tăng tỷ lệ người hiểu đúng về lịch sử làng nghề/],
    ['Đối chiếu danh mục thuốc hiếm', /^Giảm số sai sót trong danh mục thuốc hiếm/],
    ['Tổ chức hội nghị khách hàng', /^Tăng tỷ lệ người tham dự hội nghị khách hàng/],
    ['Nâng tầm thương hiệu nước mắm', /^Tăng tỷ lệ khách hàng nhận ra thương hiệu nước mắm/],
    ['Bảo dưỡng máy phát điện dự phòng', /^Giảm số giờ máy phát điện dự phòng phải dừng/],
    ['Mua thêm xe nâng cho kho Bình Dương', /^Giảm thời gian phải chờ vì thiếu xe nâng/],
    ['Kiểm tra nhà vệ sinh mỗi ngày', /^Tăng tỷ lệ hạng mục đạt yêu cầu khi kiểm tra nhà vệ sinh/],
    ['Thu gom vỏ chai thủy tinh', /^Tăng lượng vỏ chai thủy tinh thu được/],
    ['Tìm nhà cung cấp thức ăn cho tôm', /^Tăng tỷ lệ hàng nhà cung cấp thức ăn giao đúng hẹn/],
    ['Kiểm tra vệ sinh bể bơi', /^Tăng tỷ lệ hạng mục đạt yêu cầu khi kiểm tra vệ sinh bể bơi/],
    ['Nâng cao nghiệp vụ buồng phòng', /^Tăng tỷ lệ người đạt yêu cầu về nghiệp vụ buồng phòng/],
    ['Khuyến khích nhân viên ăn trưa bằng hộp riêng', /^Tăng tỷ lệ nhân viên ăn trưa bằng hộp riêng từ/],
    ['Hướng dẫn hộ nuôi ong ghi sổ theo dõi đàn', /^Tăng tỷ lệ hộ nuôi ong ghi sổ theo dõi đàn từ/],
    ['Hướng dẫn sử dụng máy ấp trứng', /^(?!.*tỷ lệ người sử dụng)/],
    ['Đăng ký nhãn hiệu nước mắm', /^Giảm thời gian chờ cấp nhãn hiệu nước mắm/],
    ['Livestream bán mật ong', /^Tăng doanh số mật ong/],
    ['Phun thuốc diệt gián', /^Giảm số phản ánh về gián/],
    ['Đào tạo nhân viên lễ tân quy trình trả phòng', /^Tăng tỷ lệ nhân viên lễ tân áp dụng được/],
    ['Giữ chân thợ may lành nghề', /^Giảm tỷ lệ thợ may lành nghề nghỉ việc/],
    ['Hạn chế tình trạng ngập úng', /^Giảm số vụ ngập úng/],
    ['Xin giấy phép khai thác cát'.normalize('NFD'), /^Giảm thời gian chờ cấp giấy phép/],
    ['Xuất bản 6 cuốn sách ảnh', /^Tăng số người đọc cuốn sách ảnh/],
    // what others do is the measure, how well they do it nobody can count
    ['Phụ huynh đưa con đến lớp đều đặn', /^Tăng tỷ lệ phụ huynh đưa con đến lớp từ/],
    ['Tiểu thương phân loại rác tại chợ', /^Tăng tỷ lệ tiểu thương phân loại rác tại chợ từ/],
    ['Công nhân tuân thủ quy trình xuất hàng', /^(?!.*có đủ điều kiện).*quy trình xuất hàng/],
    ['Dược sĩ tuân thủ quy trình cấp phát', /^(?!.*có đủ điều kiện).*quy trình cấp phát/],
    // what the own people do is done to something
    ['Hộ lý lau dọn sảnh hằng ngày', /^Tăng tỷ lệ khách hàng hài lòng với sảnh/],
    ['Kiểm soát viên nhắc nhở xe đậu sai', /^(?!.*(?:của xe|có đủ điều kiện))/],
    ['Điều dưỡng đi các buồng bệnh', /^(?!.*hài lòng với)/],
    ['Mỗi tháng một đêm diễn cùng khán giả', /^(?!.*tỷ lệ (?:mỗi )?tháng)/],
    ['Biên tập viên dò bản in', /^Tăng tỷ lệ biên tập viên dò bản in/],
    ['Nhắc hội viên đóng quỹ đúng kỳ', /^Tăng tỷ lệ hội viên đóng quỹ đúng kỳ/],
    // of what no list knows, what is done to it tells what it is for
    ['Áp dụng họp đứng', /^Tăng tỷ lệ công việc làm đúng theo họp đứng|thống nhất tại họp đứng/],
    ['Áp dụng Lean Six Sigma', /^Tăng tỷ lệ công việc làm đúng theo Lean Six Sigma/],
    ['Diễn tập thoát nạn', /^Tăng tỷ lệ nhân viên xử lý đúng khi diễn tập thoát nạn/],
    ['Học pha trà', /^Tăng tỷ lệ nhân viên áp dụng được pha trà vào công việc/],
    ['Sắp xếp lại kho bao bì', /^Giảm thời gian tìm đồ trong kho bao bì/],
    ['Tổng hợp ý kiến cư dân', /^Tăng tỷ lệ quyết định dựa trên ý kiến cư dân/],
    ['Tham gia phiên chợ quê', /^Tăng số đơn hàng có được nhờ phiên chợ quê/],
    // how it is done is no thing
    ['Phục vụ chu đáo', /^(?!.*chu đáo)/],
    // means are for something else than what becomes of them
    ['Phối hợp với kiểm lâm', /^Tăng tỷ lệ việc phối hợp với kiểm lâm hoàn thành đúng hạn/],
    ['Mua thêm sách khoa học', /^Tăng số lượt khách hàng mượn đọc sách khoa học/],
    ['Đổi suất ăn trưa', /hài lòng với suất ăn trưa/],
    ['Nâng cao tay nghề hàn', /^Tăng tỷ lệ người đạt yêu cầu về tay nghề hàn/],
    ['Học cách ghép cành', /^Tăng tỷ lệ nhân viên áp dụng được cách ghép cành/],
    ['Thuê giám sát công trình', /^Tăng tỷ lệ giám sát công trình mới tuyển còn làm việc/],
    ['Quay lại kho câu hỏi mẫu', /kho câu hỏi mẫu/],
    // whatever there is to be less or more of can be counted, also what no list knows
    ['Giảm rò gas', /^Giảm rò gas từ/],
    // what is to be done sooner, in the words of the sentence
    ['Giao hàng nhanh hơn', /^Giảm thời gian giao hàng từ/],
    ['Trả hồ sơ sớm hơn', /^Giảm thời gian trả hồ sơ từ/],
    // what it is for, where the sentence says so
    ['Đặt gờ giảm tốc để xe vào bến an toàn', /^Tăng tỷ lệ xe vào bến an toàn từ/],
    ['Thuê thêm quầy để người nhà không phải đứng chờ', /^Tăng tỷ lệ người nhà không phải đứng chờ/],
    [
      'Đắp lại đê bao nhằm tránh tràn nước',
      /^Giảm số lần tràn nước từ ‹mức hiện tại› xuống ‹mức cần đạt› mỗi tháng$/,
    ],
    ['Xếp lại ca để không chuyến nào thiếu phụ xe', /^Giảm số chuyến thiếu phụ xe/],
    ['Chụp lại ảnh món để thu hút khách trẻ', /^Tăng số khách trẻ từ/],
    ['Thuê kho gần cảng để tiết kiệm chi phí bốc dỡ', /^Giảm chi phí bốc dỡ từ/],
    [
      'Sơn lại vạch giúp khách tìm lối ra nhanh hơn',
      /^Giảm thời gian để khách tìm lối ra từ .* ‹mức cần đạt›$/,
    ],
    ['Làm việc với các xã để có thêm đội bóng trẻ', /^Tăng số đội bóng trẻ từ/],
    ['Đẩy mạnh việc kèm học viên mới', /^Tăng tỷ lệ học viên mới đạt yêu cầu/],
    // what somebody is taught or helped to do
    ['Hướng dẫn ngư dân cách bảo quản cá', /^Tăng tỷ lệ ngư dân biết cách bảo quản cá từ/],
    ['Hỗ trợ điều dưỡng trong việc ghi hồ sơ', /^Tăng tỷ lệ điều dưỡng tự ghi hồ sơ từ/],
    // of what no list knows, what is done to it
    ['Theo dõi độ mặn ruộng muối', /^Tăng tỷ lệ lần kiểm tra độ mặn ruộng muối đạt yêu cầu/],
    ['Kiểm tra chất lượng men gốm', /^Tăng tỷ lệ lần kiểm tra men gốm đạt yêu cầu/],
    ['Nâng cao chất lượng gạch mộc', /^Tăng tỷ lệ gạch mộc đạt yêu cầu chất lượng/],
    ['Bổ sung dây cứu sinh cho bến đò', /^Giảm số lần thiếu dây cứu sinh khi cần/],
    ['Gặp 9 chủ vựa cá', /^Tăng tỷ lệ chủ vựa cá đồng ý bước tiếp theo/],
    ['Thực hiện truyền thông về nước sạch', /^Tăng tỷ lệ người hiểu đúng về nước sạch/],
    // work that is called by its noun, and for whom it is done
    ['Tiệc tất niên tháng 1', /^Tăng tỷ lệ người tham dự tiệc tất niên tháng 1 muốn tham gia lần nữa/],
    ['Làm tốt việc trả thuốc cho bệnh nhân', /^Tăng tỷ lệ bệnh nhân hài lòng với việc trả thuốc/],
    ['Đẩy mạnh công tác hậu kỳ', /^Tăng tỷ lệ nhân viên thực hiện đúng công tác hậu kỳ/],
    // typed without marks: read with them, answered without
    ['Huong dan ngu dan cach bao quan ca', /^Tang ty le ngu dan biet cach bao quan ca tu/],
    ['Kiem tra nha ve sinh moi ngay', /^Tang ty le hang muc dat yeu cau khi kiem tra nha ve sinh tu/],
    ['Trong 300 cay xanh', /^Tang ty le cay xanh con song sau mot nam tu/],
    ['Nang cao chat luong dich vu', /^Tang ty le khach hang hai long voi chat luong dich vu tu/],
    ['Tăng cường phối hợp giữa các khoa', /^Tăng tỷ lệ việc cần phối hợp giữa các khoa hoàn thành đúng hạn/],
  ],
};

const alone = (language: Language, sentence: string): string =>
  `# OKR\n\n## ${language === 'en' ? 'Objective: One step further' : 'Mục tiêu: Tiến thêm một bước'}\n\n- KR: ${sentence}\n`;

for (const language of ['en', 'vi'] as const)
  describe(`the first rewording fits the work (${language})`, () => {
    for (const [sentence, first] of CASES[language])
      it(sentence, () => {
        const setting = { language };
        const [item] = keyResults(alone(language, sentence), setting);
        const [finding] = item?.findings ?? [];
        assert.ok(item && finding, 'nothing is found');
        const offered = item.suggestions(finding.ruleId).filter(({ statement }) => statement);
        assert.match(plainText(offered[0]?.statement ?? []).normalize('NFC'), first);
        const text = documentWith(sentence, setting);
        for (const { rule, suggestion } of rewordings(text, setting))
          assert.deepEqual(closureFaults(text, setting, rule, suggestion), []);
      });
  });

describe('a thing that nobody knows', () => {
  it('is offered a place for what goes wrong with it', () => {
    const [item] = keyResults(alone('en', 'Varnish the zorbs'), { language: 'en' });
    const [finding] = item?.findings ?? [];
    const offered = item?.suggestions(finding?.ruleId ?? '') ?? [];
    assert.match(
      plainText(offered[0]?.statement ?? []),
      /^Reduce the number of ‹what goes wrong› with the zorbs from ‹baseline› to ‹target› a month$/,
    );
  });
});

describe('a target at a level', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Have NPS at 45', 'Increase NPS from ‹baseline› to 45'],
    ['Get churn down to 3%', 'Reduce churn from ‹baseline›% to 3%'],
    ['NPS at 45', 'NPS from ‹baseline› to 45'],
  ];
  for (const [sentence, expected] of cases)
    it(sentence, () => {
      const [item] = keyResults(alone('en', sentence), { language: 'en' });
      const [best] = item?.suggestions('kr-no-baseline') ?? [];
      assert.equal(plainText(best?.statement ?? []), expected);
    });
});
