using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>演示案件. One case of the demonstration from its lead to its end; its place among the cases says which end that is.</summary>
internal sealed class DemoCase
{
    private const string Procedure = "市场监督管理行政处罚程序规定";
    private const string Register = "国家企业信用信息公示系统";
    // What an inspection or an order led to has that inspection or order: the law opens such cases itself.
    private static readonly ImmutableArray<LeadSource> Sources =
    [
        LeadSource.Complaint, LeadSource.Report, LeadSource.OtherAgency, LeadSource.Superior, LeadSource.SpotCheck, LeadSource.RightsHolder,
        LeadSource.TradeAssociation, LeadSource.Media,
    ];

    private const long SpotFine = 500_00;

    private static readonly (NoPenaltyGround Ground, string Reason, string? Education)[] WithoutPenalty =
    [
        (NoPenaltyGround.SlightAndCorrected, "违法行为轻微并及时改正，没有造成危害后果", "对企业负责人进行了批评教育"),
        (NoPenaltyGround.FirstViolation, "初次违法，危害后果轻微，案发后即停止销售并改正", "约谈企业负责人，责令其组织员工学习产品质量法"),
        (NoPenaltyGround.NoFault, "当事人提供的进货查验记录和供货方证明文件，足以证明没有主观过错", "告知其完善进货查验制度，停止销售涉案产品"),
        (NoPenaltyGround.NotProven, "经复检和权利人鉴别，涉案产品并非违法产品，违法事实不能成立", null),
    ];

    private readonly List<DemoStep> _steps;
    private readonly int _place;
    private readonly DateOnly _day;
    private readonly DemoAct _act;
    private readonly (ImmutableArray<string> Officers, string Head) _team;
    private readonly GeneratedEnterprise _enterprise;
    private readonly DemoParty? _stranger;
    private readonly PartyKind _kind;
    private readonly string _number;
    private readonly DemoDen? _den;
    private int _approvals;

    /// <summary>A case that is yet to be told.</summary>
    /// <param name="steps">Where its steps go.</param>
    /// <param name="place">Its place among the cases.</param>
    /// <param name="day">The day on which the lead comes in.</param>
    /// <param name="act">What was done.</param>
    /// <param name="team">Who investigates, and who leads their section.</param>
    /// <param name="enterprise">An enterprise whose trade it is, and the party unless that is a stranger.</param>
    /// <param name="stranger">The den or person whose act it is, or null.</param>
    /// <param name="kind">What the party is.</param>
    public DemoCase(
        List<DemoStep> steps,
        int place,
        DateOnly day,
        DemoAct act,
        (ImmutableArray<string> Officers, string Head) team,
        GeneratedEnterprise enterprise,
        DemoParty? stranger,
        PartyKind kind)
    {
        (_steps, _place, _day, _act, _team, _enterprise, _stranger, _kind) = (steps, place, day, act, team, enterprise, stranger, kind);
        _number = DemoCampaign.NumberFor(Case.Prefix, team.Officers[0], DemoCases.CauseOf(place));
        _den = stranger is not null && DemoParty.Dens.IndexOf(stranger) is >= 0 and < DemoDen.Recorded
            ? new DemoDen(place, stranger, team.Officers)
            : null;
    }

    private string Officer => _team.Officers[0];

    // What happens to each of twenty-five cases in turn.
    private int Fate => _place % 25;

    // Where a hearing has to be offered, the goods are worth more; below what makes a crime, for nothing of them was sold.
    private bool IsHeard => Fate is 5 or 6;

    /// <summary>Tells it.</summary>
    public void Tell()
    {
        RecordLead();
        if (EndsUnfiled())
        {
            return;
        }

        Add(6, _team.Head, new FileCase(_team.Officers, Why("有证据证明存在违法事实", "立", $"{Procedure} 第十九条")));
        if (_den is not null)
        {
            _steps.AddRange(_den.Inspected(On(7), _number, _act.Words));
            Add(20, Officer, new SeizeGoods(SeizureKind.Sealing, "成品和半成品一批", _team.Officers, Why("用于生产违法产品", "封")));
        }

        Add(7, Officer, new AddEvidence(EvidenceKind.SceneRecord, "现场检查笔录", On(7), _team.Officers, Officer, "证物室", null));
        if (Fate == 21)
        {
            return; // nobody has gone on with it
        }

        var isCrime = DemoCases.IsCrime(_place, out var serial);
        var transfer = new DemoTransfer(serial);
        var (about, soldThirds) = isCrime ? (transfer.Worth, transfer.SoldThirds) : (Worth, IsHeard ? 0 : 1);
        var batch = string.Create(CultureInfo.InvariantCulture, $"{_day:yyyyMM}{_place:D3}");
        var goods = DemoGoods.Of(_act.Goods ?? _enterprise.ProductClass, about, batch, _act.Kind, soldThirds);
        Add(8, Officer, goods.Figures);
        Add(8, Officer, new AddGoodsLines(goods.Lines, null));
        if (isCrime)
        {
            // A later day than the figures': what is transferred is looked at then.
            transfer.Tell(_steps, _number, Officer, _team.Officers, goods, DemoDays.OnOrAfter(On(8).AddDays(1)));
            return;
        }

        if (_stranger?.Identity is { } identity)
        {
            Add(8, Officer, new RecordPartyParticulars(1, null, $"1390000{_place:D4}", identity));
        }

        if (!EndsWithoutPenalty())
        {
            Penalise(goods);
        }
    }

    // What a person or a den has is less, and no hearing has to be offered.
    private long Worth => IsHeard ? _act.Most > 1 ? 65_000_00 + (_place * 100_00L) : 145_000_00
        : _kind is PartyKind.Enterprise ? 3_000_00 + (_place * 7_919 % 40_000 * 100L)
        : 1_500_00 + (_place * 7_919 % 4_000 * 100L);

    private void RecordLead()
    {
        if (_den is not null)
        {
            // A day before: what names it finds it there.
            var product = _act.Goods ?? _enterprise.ProductClass;
            _steps.Add(_den.Found(DemoDays.OnOrBefore(_day.AddDays(-1)), $"涉嫌{_act.Words}的产品", product));
        }

        var name = _stranger?.Name ?? _enterprise.Details.Name;
        Add(0, Officer, new RecordLead(
            $"{name}{_act.Words}案",
            _act.Kind,
            DemoCases.IsPassedOn(_place) ? LeadSource.Report : Sources[_place % Sources.Length],
            _day,
            $"经查，{(_stranger is null ? "该企业" : "当事人")}涉嫌{_act.Words}",
            null,
            null,
            _stranger is null ? _enterprise.CreditCode : null,
            _stranger is null ? null : _kind,
            _stranger?.Name,
            _stranger?.Address,
            [_act.Goods ?? _enterprise.ProductClass],
            null,
            false,
            Den: _den?.Number));
    }

    private bool EndsUnfiled()
    {
        if (Fate == 20)
        {
            // Nobody has decided whether to file: its term lapses. Of some it is proposed and waits for the head.
            if (_place % 50 == 20)
            {
                Propose(9, _team.Head, new FileCase(_team.Officers, Why("有证据证明存在违法事实", "立", $"{Procedure} 第十九条")));
            }

            return true;
        }

        if (Fate == 0)
        {
            Add(8, _team.Head, new DecideNotToFile(Why("经核查，违法事实不成立", "不立", $"{Procedure} 第二十条")));
            return true;
        }

        if (Fate != 14 || DemoCases.IsCrime(_place, out _))
        {
            return false;
        }

        var slight = Why($"违法事实确凿，构成{_act.Words}，情节轻微", "当罚");
        Add(3, Officer, new PenaliseOnTheSpot(_team.Officers, new(SpotFine), Warns: true, default, null, slight));
        Add(6, Officer, new ReportSpotPenalty(On(6)));
        Add(9, Officer, new ExecutePenalty(new(SpotFine), On(9), null));
        Add(12, "legal", new PublishDecision(On(12), Register));
        Close(14, CaseOutcome.Executed, "当场作出的处罚决定履行完毕");
        return true;
    }

    private bool EndsWithoutPenalty()
    {
        switch (Fate)
        {
            case 1:
                Add(20, _team.Head, new WithdrawCase(Why("违法事实不能成立", "撤案", $"{Procedure} 第四十七条")));
                return true;
            case 2:
                var held = new SeizeGoods(SeizureKind.Seizure, "涉案产品一批", _team.Officers, Why("可能为不合格产品", "扣"));
                Add(9, Officer, held);
                Add(10, Officer, new OrderTest("市产品质量监督检验院", "涉案产品样品", $"澄市监委〔演示〕{_place:D3}号", 1, null));
                return true;
            case 3:
                Add(9, Officer, new SeizeGoods(SeizureKind.Sealing, "生产设备一台", _team.Officers, Why("用于生产违法产品", "封")));
                return true;
            case 10:
                EndWithoutPenalty();
                return true;
            case 11:
                Terminate();
                return true;
            case 13:
                var (_, agency, reason) = DemoAct.PassedOn(_act.Kind);
                Add(20, _team.Head, new PassOnCase(agency, Why(reason, "移管", $"{Procedure} 第十四条")));
                return true;
            default:
                return false;
        }
    }

    private void EndWithoutPenalty()
    {
        var (ground, reason, education) = WithoutPenalty[_place / 25 % WithoutPenalty.Length];
        var basis = ground is NoPenaltyGround.NotProven ? "行政处罚法 第五十七条" : "行政处罚法 第三十三条";
        Add(20, Officer, new ProposeNoPenalty(ground, Why(reason, "建", basis)));
        Add(24, "legal", Reviewed);
        Add(27, _team.Head, new DecideNoPenalty(ground, Why(reason, "不罚", basis), education));
        Add(30, Officer, new ServeDecision(On(30), null));
    }

    // The party is no more: an enterprise is closed in the register first, a person has died.
    private void Terminate()
    {
        var ground = _kind is PartyKind.Enterprise ? TerminationGround.OrganisationEnded : TerminationGround.Death;
        var reason = "当事人已经死亡（附户籍注销证明）";
        if (_kind is PartyKind.Enterprise)
        {
            reason = "当事人已经注销登记，无权利义务承受人";
            var ended = new Grounds("企业清算完毕，已依法办理注销登记", "公司法 第二百三十九条", $"澄市监注〔演示〕{_place:D3}号");
            _steps.Add(DemoStep.Of(
                On(18), SubjectKeys.Of(Enterprise.Concept.Name, _enterprise.CreditCode), _team.Head, null, new CloseEnterprise(ended)));
        }

        Add(22, _team.Head, new TerminateCase(ground, Why(reason, "终", $"{Procedure} 第四十七条")));
    }

    private void Penalise(DemoGoodsList goods)
    {
        if (Fate == 9)
        {
            Add(21, Officer, new OrderCorrection("停止违法行为，更正产品标识", On(36), Why("违法行为尚未停止", "责改")));
            Add(37, Officer, new RecordCorrection(1, IsDone: true, "标识已全部更正"));
        }
        else if (Fate == 4)
        {
            Add(9, "leader", new MarkMajorCase(Why("涉案面广，社会影响大", "大")));
        }

        // Half of the most that the statute allows, in whole hundreds; all of it where a hearing was offered.
        var fine = Hundreds((long)(goods.Worth * _act.Most * (IsHeard ? 1 : 0.5m)));
        if (Decide(25, fine, goods) is not { } decided || Fate == 8)
        {
            return; // its hearing waits, or nobody has seen to the decision any more
        }

        Add(decided + 6, "legal", new PublishDecision(On(decided + 6), Register));
        // Gains and goods are taken beside the fine; what is paid is the money.
        var owed = fine + goods.Sold;
        if (Challenge() is var (kind, outcome))
        {
            Challenged(decided, kind, outcome, fine, goods);
            return;
        }

        if (_place == 18)
        {
            var died = new Grounds("被执行人死亡，无遗产可供执行，又无义务承受人", "行政强制法 第四十条", $"澄市监终执〔演示〕{_place:D3}号");
            Add(decided + 12, Officer, new EndExecution(died, ExecutionEndGround.Death));
            Close(decided + 14, CaseOutcome.ExecutionEnded, "终结执行");
            return;
        }

        if (_den is not null)
        {
            // A decision that was served is carried out without further leave.
            Propose(decided + 5, Officer, new EndSeizure(1, SeizureOutcome.Confiscated, Why("处罚决定没收", "没", "行政强制法 第二十七条")));
            _steps.AddRange(_den.Banned(On(decided + 8), _number));
        }

        Add(decided + 10, Officer, new ExecutePenalty(new(owed), On(decided + 10), null));
        Close(decided + 14, CaseOutcome.Executed, "处罚决定履行完毕");
        Add(decided + 16, Officer, new RecordCaseFollowUp($"规范同类企业的经营行为，杜绝{_act.Words}", []));
    }

    // From the proposal to the service of the decision. Where a hearing has to be offered, the review comes after it.
    private int? Decide(int from, long fine, DemoGoodsList goods)
    {
        var (gains, things) = (new Yuan(goods.Sold), new Yuan(goods.Stored));
        Add(from, Officer, new ProposePenalty(new(fine), gains, things, [], Why($"违法事实清楚，证据确凿，构成{_act.Words}", "建")));
        var decided = from + 15;
        if (IsHeard)
        {
            if (!Hear(from))
            {
                return null;
            }

            decided = from + 41;
            Add(from + 33, "legal", Reviewed);
        }
        else
        {
            Add(from + 5, "legal", Reviewed);
            Add(from + 7, Officer, new NotifyRights(On(from + 7), Why("告知拟处罚内容和权利", "告", "行政处罚法 第四十四条")));
            Add(from + 9, Officer, new RecordPartyAnswer(PartyAnswer.Waived, null));
        }

        if (IsHeard || Fate == 4)
        {
            var minutes = $"澄市监集〔演示〕{_place:D3}号";
            // Whoever reviewed it or presided does not decide it with the others; another head does.
            var other = _team.Head == "section-head" ? "inspection-head" : "section-head";
            Add(decided - 1, "legal", new RecordDeliberation(On(decided - 1), "leader", [_team.Head, other], minutes, "同意拟处罚意见"));
        }

        Add(decided, _team.Head, new DecidePenalty(
            new(fine), "综合违法情节、货值和整改情况，依裁量基准确定", gains, things, [], Why($"构成{_act.Words}", "罚")));
        Add(decided + 3, Officer, new ServeDecision(On(decided + 3), null));
        return decided;
    }

    // 行政处罚法 第六十四条: who presides has neither investigated nor proposed anything in it, nor reviews it.
    private bool Hear(int from)
    {
        var chair = DemoPeople.Chair.User;
        Add(from + 2, Officer, new NotifyRights(On(from + 2), Why("告知拟处罚内容和权利", "告", "行政处罚法 第六十三条")));
        Add(from + 4, Officer, new RecordPartyAnswer(PartyAnswer.HearingRequested, $"澄市监听〔演示〕{_place:D3}号"));
        Add(from + 5, "leader", new NameHearingChair(chair));
        Add(from + 6, Officer, new HandFileToHearingChair());
        Add(from + 7, chair, new AnnounceHearing(On(from + 31), null));
        if (_place is 30 or 56)
        {
            return false; // its day has come, and nobody has recorded the hearing yet
        }

        Add(from + 31, chair, new RecordHearing(On(from + 31), null, $"澄市监听报〔演示〕{_place:D3}号"));
        return true;
    }

    // What the party does against the decision, and how that ends; null where it goes on.
    private (ChallengeKind Kind, ChallengeOutcome? Outcome)? Challenge() => _place switch
    {
        12 => (ChallengeKind.Reconsideration, ChallengeOutcome.AnnulledAnew),
        16 => (ChallengeKind.Reconsideration, ChallengeOutcome.Withdrawn),
        17 => (ChallengeKind.Reconsideration, ChallengeOutcome.Upheld),
        41 => (ChallengeKind.Suit, null),
        42 => (ChallengeKind.Reconsideration, ChallengeOutcome.Changed),
        44 => (ChallengeKind.Reconsideration, ChallengeOutcome.Annulled),
        _ => Fate == 12 ? (ChallengeKind.Reconsideration, null) : null,
    };

    private void Challenged(int decided, ChallengeKind kind, ChallengeOutcome? outcome, long fine, DemoGoodsList goods)
    {
        var (body, document) = kind is ChallengeKind.Suit
            ? ("澄州市望湖区人民法院（演示）", $"（{_day.Year}）演行初{_place}号")
            : ("澄州市人民政府（演示）", $"澄政复受〔演示〕{_place:D3}号");
        Add(decided + 8, "legal", new RecordChallenge(kind, On(decided + 8), body, document));
        if (outcome is not { } answer)
        {
            return;
        }

        Add(decided + 10, Officer, new ExecutePenalty(new(fine + goods.Sold), On(decided + 10), null));
        var lower = Hundreds(fine / 2);
        var isChanged = answer is ChallengeOutcome.Changed;
        Add(decided + 20, "legal", isChanged
            ? new RecordChallengeOutcome(answer, On(decided + 20), Answer, new(lower), new(goods.Sold), new(goods.Stored), [])
            : new RecordChallengeOutcome(answer, On(decided + 20), Answer, default, default, default, []));
        if (answer is ChallengeOutcome.Upheld or ChallengeOutcome.Withdrawn)
        {
            Close(decided + 24, CaseOutcome.Executed, "处罚决定履行完毕");
            return;
        }

        // What was published is withdrawn, and what was paid beyond what stands is given back.
        Add(decided + 21, "legal", new WithdrawPublication(isChanged ? "复议机关变更处罚决定" : "复议机关撤销处罚决定"));
        var back = new Yuan(isChanged ? fine - lower : fine + goods.Sold);
        Add(decided + 22, Officer, new RecordRefund(back, On(decided + 22), $"澄财退〔演示〕{_place:D3}号"));
        switch (answer)
        {
            case ChallengeOutcome.Annulled:
                Close(decided + 25, CaseOutcome.Annulled, "处罚决定被复议机关撤销");
                break;
            case ChallengeOutcome.Changed:
                Add(decided + 23, "legal", new PublishDecision(On(decided + 23), Register));
                Close(decided + 25, CaseOutcome.Executed, "变更后的处罚决定履行完毕");
                break;
            default:
                var anew = Decide(decided + 23, lower, goods)!.Value;
                Add(anew + 5, "legal", new PublishDecision(On(anew + 5), Register));
                Add(anew + 8, Officer, new ExecutePenalty(new(lower + goods.Sold), On(anew + 8), null));
                Close(anew + 10, CaseOutcome.Executed, "重新作出的处罚决定履行完毕");
                break;
        }
    }

    private string Answer => $"澄政复决〔演示〕{_place:D3}号";

    private PassLegalReview Reviewed => new(Why("事实清楚，程序合法，适用法律正确", "审", $"{Procedure} 第五十条"));

    private void Close(int after, CaseOutcome outcome, string reason) =>
        Add(after, _team.Head, new CloseCase(outcome, Why(reason, "结", $"{Procedure} 第七十七条")));

    private static long Hundreds(long fen) => fen / 100_00 * 100_00;

    private DateOnly On(int after) => DemoDays.OnOrAfter(_day.AddDays(after));

    private Grounds Why(string reason, string document, string? basis = null) =>
        new(reason, basis ?? $"{_act.Basis}；行政处罚法 第五十七条", $"澄市监{document}〔演示〕{_place:D3}号");

    // What the head has to decide is approved on the same day.
    private void Add(int after, string user, CaseCommand command)
    {
        Propose(after, user, command);
        if (command is INeedsApproval { Approval: not null })
        {
            _approvals++;
            var why = string.Create(CultureInfo.InvariantCulture, $"{DemoCases.CauseOf(_place)}\napproval {_approvals}");
            _steps.Add(DemoStep.Of(On(after), Subject, "leader", why, new ApproveCaseStep(_approvals, "同意")));
        }
    }

    private void Propose(int after, string user, CaseCommand command) =>
        _steps.Add(DemoStep.Of(On(after), Subject, user, command is RecordLead ? DemoCases.CauseOf(_place) : null, command));

    private string Subject => SubjectKeys.Of(Case.Concept.Name, _number);
}
