using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>演示案件. The cases of the invented campaign in every stage, and the transfers of those in which a crime is suspected.</summary>
/// <param name="district">The district.</param>
/// <param name="start">The campaign's first day.</param>
internal sealed class DemoCases(GeneratedDistrict district, DateOnly start)
{
    private const int Cases = 150;
    private const int Transfers = 12;

    private static readonly ImmutableArray<string> People = ["officer", .. DemoPeople.Officers.Select(officer => officer.User)];

    private static readonly ImmutableArray<string> Certified = ["LOW_VOLTAGE_ELECTRICAL", "HOUSEHOLD_APPLIANCES", "AUTO_PARTS"];

    private static readonly ImmutableArray<string> Licensed = ["OIL_SALT_CHEMICALS", "FERTILISER", "WOOD_PANELS", "COATINGS"];

    private static readonly ImmutableArray<string> Manufactures = [.. Certified, .. Licensed, "TEXTILES", "CLOTHING", "DETERGENTS"];

    // What is done, by what statute it is punished, the classes of products on which it is found (none: any),
    // and how many times the goods' value the fine may be.
    private static readonly (ViolationKind Kind, string Act, string Basis, ImmutableArray<string> Classes, decimal Most)[] Acts =
    [
        (ViolationKind.ForgedNameOrAddress, "冒用他人厂名厂址", "产品质量法 第五十三条", [], 1),
        (ViolationKind.ForgedQualityMark, "冒用质量标志", "产品质量法 第五十三条", [], 1),
        (ViolationKind.GeographicalIndicationInfringement, "擅自使用地理标志", "地理标志产品保护办法；产品质量法 第五十三条", ["FOOD"], 1),
        (ViolationKind.AdulterationOrSubstandard, "以不合格产品冒充合格产品", "产品质量法 第五十条", Manufactures, 3),
        (ViolationKind.UnlicensedProduction, "无证生产", "工业产品生产许可证管理条例 第四十五条", Licensed, 3),
        (ViolationKind.CertificationMarkMisuse, "超范围使用认证标志", "认证认可条例 第七十条；产品质量法 第五十三条", Certified, 1),
    ];

    // Every fifth case is another section's.
    private const int Lent = 5;

    private static readonly (string Name, string Address)[] Dens =
    [
        ("澄水镇无名加工点", "澄水镇东埠村三组民房"), ("北桥街道地下仓库", "北桥街道货场路废弃厂房二层"), ("石坝镇无照作坊", "石坝镇桥头市场后院"),
    ];

    private static readonly (string Name, string Identity, string Address)[] Persons =
    [
        ("白某某（虚构人物）", "36990119900307159X", "澄水镇集市东排"), ("苗某（虚构人物）", "369901198507152313", "北桥街道建材市场"),
        ("宁某某（虚构人物）", "369901197811203416", "石坝镇农贸市场"),
    ];

    /// <summary>Everything that happens in them, also what lies still ahead.</summary>
    public IEnumerable<DemoStep> Steps()
    {
        var steps = new List<DemoStep>();
        var parties = district.Enterprises.Where(one => !one.IsClosed).ToList();
        for (var place = 0; place < Cases; place++)
        {
            var classes = ActOf(place).Classes;
            var party = parties.First(one => classes.IsEmpty || classes.Contains(one.ProductClass));
            parties.Remove(party);
            Tell(steps, place, party, place % Transfers == 7 ? PartyKind.Enterprise : PartyOf(place));
        }

        return steps;
    }

    /// <summary>The number of a case that goes on when an inspection is made.</summary>
    /// <param name="inspection">Which inspection.</param>
    /// <param name="inspections">Of how many.</param>
    internal static string NumberBefore(int inspection, int inspections)
    {
        // Leads come in two weeks ahead of inspections; every twenty-fifth is not filed after a week.
        var place = inspection * Cases / inspections;
        place += place % 25 == 0 || PartyOf(place) is not PartyKind.Enterprise ? 1 : 0;
        return DemoCampaign.NumberFor(Case.Prefix, TeamOf(place).Officers[0], CauseOf(place));
    }

    /// <summary>Who investigates a case, and who leads their section.</summary>
    private static (ImmutableArray<string> Officers, string Head) TeamOf(int place)
    {
        if (place % Lent == 2)
        {
            var section = DemoPeople.Sections[place / Lent % DemoPeople.Sections.Length];
            return (section.Officers, section.Head);
        }

        return ([People[place % People.Length], People[(place + 1) % People.Length]], "section-head");
    }

    private static PartyKind PartyOf(int place) => (place % 25) switch
    {
        15 or 23 => PartyKind.Den,
        18 or 24 => PartyKind.Person,
        _ => PartyKind.Enterprise,
    };

    private static (ViolationKind Kind, string Act, string Basis, ImmutableArray<string> Classes, decimal Most) ActOf(int place) =>
        place % Transfers == 7 ? Acts[3] : Acts[place % Acts.Length];

    private static string CauseOf(int place) => string.Create(CultureInfo.InvariantCulture, $"case\n{place}");

    private void Tell(List<DemoStep> steps, int place, GeneratedEnterprise party, PartyKind kind)
    {
        var (two, head) = TeamOf(place);
        var officer = two[0];
        var (violation, act, _, _, most) = ActOf(place);
        var day = WorkingCalendar.BuiltIn.NextWorkingDayOnOrAfter(start.AddDays(1 + (place * (DemoCampaign.Days - 6) / Cases))).Day;
        var cause = CauseOf(place);
        var number = DemoCampaign.NumberFor(Case.Prefix, officer, cause);
        var approvals = 0;
        var (name, address) = kind switch
        {
            PartyKind.Den => Dens[place % Dens.Length],
            PartyKind.Person => (Persons[place % Persons.Length].Name, Persons[place % Persons.Length].Address),
            _ => (party.Details.Name, null),
        };
        var isEnterprise = kind is PartyKind.Enterprise;
        Add(0, officer, new RecordLead(
            $"{name}{act}案",
            violation,
            (LeadSource)(place % 8),
            day,
            $"经查，{(isEnterprise ? "该企业" : "当事人")}涉嫌{act}",
            null,
            null,
            isEnterprise ? party.CreditCode : null,
            isEnterprise ? null : kind,
            isEnterprise ? null : name,
            address,
            [party.ProductClass],
            null,
            false));
        if (place % 25 == 20)
        {
            // Nobody has decided whether to file: its term lapses. Of some it is proposed and waits for the head.
            if (place % 50 == 20)
            {
                Propose(9, head, new FileCase(two, Why("有证据证明存在违法事实", "立", place)));
            }

            return;
        }

        if (place % 25 == 0)
        {
            Add(8, head, new DecideNotToFile(Why("经核查，违法事实不成立", "不立", place)));
            return;
        }

        if (place % 25 == 14 && place % Transfers != 7)
        {
            Add(3, officer, new PenaliseOnTheSpot(two, new(500_00), Warns: true, default, null, Why($"违法事实确凿，构成{act}，情节轻微", "当罚", place)));
            Add(6, officer, new ReportSpotPenalty(day.AddDays(6)));
            Add(9, officer, new ExecutePenalty(new(500_00), day.AddDays(9), null));
            return;
        }

        Add(6, head, new FileCase(two, Why("有证据证明存在违法事实", "立", place)));
        Add(7, officer, new AddEvidence(EvidenceKind.SceneRecord, "现场检查笔录", day.AddDays(7), two, officer, "证物室", null));
        if (place % 25 == 21)
        {
            return; // nobody has gone on with it
        }

        // Where a hearing has to be offered, the goods are worth more; below what makes a crime, for nothing of them was sold.
        var isHeard = place % 25 is 5 or 6;
        var isCrime = place % Transfers == 7;
        var transfer = new DemoTransfer(place / Transfers);
        // What a person or a den has is less, and no hearing has to be offered.
        var about = isCrime ? transfer.Worth
            : isHeard ? most > 1 ? 65_000_00 + (place * 100_00L) : 145_000_00
            : isEnterprise ? 3_000_00 + (place * 7_919 % 40_000 * 100L)
            : 1_500_00 + (place * 7_919 % 4_000 * 100L);
        var batch = string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMM}{place:D3}");
        var goods = DemoGoods.Of(party.ProductClass, about, batch, violation, isCrime ? transfer.SoldThirds : isHeard ? 0 : 1);
        Add(8, officer, goods.Figures);
        Add(8, officer, new AddGoodsLines(goods.Lines, null));
        if (isCrime)
        {
            transfer.Tell(steps, number, officer, two, goods, day.AddDays(9));
            return;
        }

        if (kind is PartyKind.Person)
        {
            Add(8, officer, new RecordPartyParticulars(1, null, $"1390000{place:D4}", Persons[place % Persons.Length].Identity));
        }

        switch (place % 25)
        {
            case 10:
                Add(20, officer, new ProposeNoPenalty(NoPenaltyGround.SlightAndCorrected, Why("违法行为轻微，已及时改正", "建", place)));
                Add(24, "legal", new PassLegalReview(Why("事实清楚，程序合法，适用法律正确", "审", place)));
                Add(27, head, new DecideNoPenalty(
                    NoPenaltyGround.SlightAndCorrected, Why("违法行为轻微并及时改正，没有造成危害后果", "不罚", place), "对企业负责人进行了批评教育"));
                return;
            case 13:
                Add(20, head, new PassOnCase("AGRICULTURE", Why("属其他机关管辖", "移管", place)));
                return;
            case 9:
                Add(21, officer, new OrderCorrection("停止违法行为，更正产品标识", day.AddDays(36), Why("违法行为尚未停止", "责改", place)));
                Add(37, officer, new RecordCorrection(1, IsDone: true, "标识已全部更正"));
                break;
            case 11:
                Add(20, head, new TerminateCase(TerminationGround.OrganisationEnded, Why("当事人已经注销，无权利义务承受人", "终", place)));
                return;
            case 1:
                Add(20, head, new WithdrawCase(Why("违法事实不能成立", "撤案", place)));
                return;
            case 2:
                Add(9, officer, new SeizeGoods(SeizureKind.Seizure, "涉案产品一批", two, Why("可能为不合格产品", "扣", place)));
                Add(10, officer, new OrderTest("市产品质量监督检验院", "涉案产品样品", $"澄市监委〔演示〕{place:D3}号", 1, null));
                return;
            case 3:
                Add(9, officer, new SeizeGoods(SeizureKind.Sealing, "生产设备一台", two, Why("用于生产违法产品", "封", place)));
                return;
            case 4:
                Add(9, "leader", new MarkMajorCase(Why("涉案面广，社会影响大", "大", place)));
                break;
        }

        // Half of the most that the statute allows, in whole hundreds; all of it where a hearing was offered.
        var fine = (long)(goods.Worth * most * (isHeard ? 1 : 0.5m)) / 100_00 * 100_00;
        // Gains and goods are confiscated beside it (产品质量法 第五十条、第五十三条; 工业产品生产许可证管理条例 第四十五条).
        var owed = fine + goods.Sold;
        Add(25, officer, new ProposePenalty(new(fine), new(goods.Sold), new(goods.Stored), [], Why($"违法事实清楚，证据确凿，构成{act}", "建", place)));
        // Where a hearing has to be offered, the review comes after it.
        if (isHeard)
        {
            Add(27, officer, new NotifyRights(day.AddDays(27), Why("告知拟处罚内容和权利", "告", place)));
            Add(29, officer, new RecordPartyAnswer(PartyAnswer.HearingRequested, $"澄市监听〔演示〕{place:D3}号"));
            Add(30, "leader", new NameHearingChair("section-head"));
            Add(31, officer, new HandFileToHearingChair());
            Add(32, "legal", new AnnounceHearing(day.AddDays(56), null));
            if (place is 30 or 56)
            {
                return; // its day has come, and nobody has recorded the hearing yet
            }

            Add(56, "legal", new RecordHearing(day.AddDays(56), null, $"澄市监听报〔演示〕{place:D3}号"));
            Add(58, "legal", Reviewed(place));
        }
        else
        {
            Add(30, "legal", Reviewed(place));
            Add(32, officer, new NotifyRights(day.AddDays(32), Why("告知拟处罚内容和权利", "告", place)));
            Add(34, officer, new RecordPartyAnswer(PartyAnswer.Waived, null));
        }

        var decided = isHeard ? 66 : 40;
        if (isHeard || place % 25 == 4)
        {
            Add(decided - 1, "legal", new RecordDeliberation(
                day.AddDays(decided - 1), "leader", ["section-head", "legal"], $"澄市监集〔演示〕{place:D3}号", "同意拟处罚意见"));
        }

        Add(decided, head, new DecidePenalty(
            new(fine), "综合违法情节、货值和整改情况，依裁量基准确定", new(goods.Sold), new(goods.Stored), [], Why($"构成{act}", "罚", place)));
        Add(decided + 3, officer, new ServeDecision(day.AddDays(decided + 3), null));
        if (place % 25 == 8)
        {
            return; // neither paid nor published
        }

        Add(decided + 6, "legal", new PublishDecision(day.AddDays(decided + 6), "国家企业信用信息公示系统"));
        if (place % 25 is 12 or 17 or 19 && Challenged(decided))
        {
            return;
        }

        Add(decided + 10, officer, new ExecutePenalty(new(owed), day.AddDays(decided + 10), null));
        Add(decided + 14, head, new CloseCase(CaseOutcome.Executed, Why("处罚决定履行完毕", "结", place)));
        Add(decided + 16, officer, new RecordCaseFollowUp($"规范同类企业的经营行为，杜绝{act}", []));

        // The party asks for reconsideration: the request waits, or the decision is upheld, or it is annulled and undone.
        bool Challenged(int decided)
        {
            const string body = "澄州市人民政府（演示）";
            Add(
                decided + 8,
                "legal",
                new RecordChallenge(ChallengeKind.Reconsideration, day.AddDays(decided + 8), body, $"澄政复受〔演示〕{place:D3}号"));
            if (place % 25 == 12)
            {
                return true;
            }

            Add(decided + 10, officer, new ExecutePenalty(new(owed), day.AddDays(decided + 10), null));
            var isAnnulled = place % 25 == 19;
            var outcome = isAnnulled ? ChallengeOutcome.Annulled : ChallengeOutcome.Upheld;
            Add(
                decided + 20,
                "legal",
                new RecordChallengeOutcome(outcome, day.AddDays(decided + 20), $"澄政复决〔演示〕{place:D3}号", default, default, default, []));
            if (isAnnulled)
            {
                Add(decided + 21, "legal", new WithdrawPublication("复议机关撤销处罚决定"));
                Add(decided + 23, officer, new RecordRefund(new(owed), day.AddDays(decided + 23), $"澄财退〔演示〕{place:D3}号"));
            }

            return true;
        }

        // What the head has to decide is approved on the same day.
        void Add(int after, string user, CaseCommand command)
        {
            Propose(after, user, command);
            if (command is INeedsApproval { Approval: not null })
            {
                approvals++;
                var why = string.Create(CultureInfo.InvariantCulture, $"{cause}\napproval {approvals}");
                steps.Add(
                    DemoStep.Of(
                        day.AddDays(after),
                        SubjectKeys.Of(Case.Concept.Name, number),
                        "leader",
                        why,
                        new ApproveCaseStep(approvals, "同意")));
            }
        }

        void Propose(int after, string user, CaseCommand command) =>
            steps.Add(
                DemoStep.Of(
                    day.AddDays(after),
                    SubjectKeys.Of(Case.Concept.Name, number),
                    user,
                    command is RecordLead ? cause : null,
                    command));
    }

    private static PassLegalReview Reviewed(int place) => new(Why("事实清楚，程序合法，适用法律正确", "审", place));

    private static Grounds Why(string reason, string document, int place) =>
        new(reason, $"{ActOf(place).Basis}；行政处罚法 第五十七条", $"澄市监{document}〔演示〕{place:D3}号");
}
