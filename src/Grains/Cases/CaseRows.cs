using LinqToDB.Mapping;
using ShuangDa.Grains.Deadlines;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Handovers;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件行. A case in lists. Money in 分.</summary>
[Table("inspection_case")]
[HasParts<OpenWorkRow>("holders", "在办人员用户名. Cases that go on by the user names of who holds them.")]
[HasParts<ApprovalRow>("pendingApprovals", "待审批事项. Cases by the kinds of step that wait for the head's decision in them.")]
public sealed record CaseRow : WorkRow
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>案件编号.</summary>
    [Column("number", Length = 20), NotNull, Field, Filter, Sort, AsOf] public required string Number { get; init; }

    /// <summary>案号. The number that people say, such as 案〔2026〕12号, counted by section and year; also found as 2026-12. Null before it is
    /// filed, and in those of before.</summary>
    [Column("official_number", Length = 20), Nullable, OfficialNumberText(NumberWord.Case), Field, Filter, AsOf]
    public string? OfficialNumber { get; init; }

    /// <summary>案件名称.</summary>
    [Column("title", Length = 200), NotNull, Field, Filter, AsOf] public required string Title { get; init; }

    /// <summary>阶段. Where it stands.</summary>
    [Column("stage", Length = 20), NotNull, Wire<CaseStage>, Field, Filter, Sort, AsOf] public required string Stage { get; init; }

    /// <summary>违法行为.</summary>
    [Column("violation", Length = 60), NotNull, Wire<ViolationKind>, Field, Filter, AsOf] public required string Violation { get; init; }

    /// <summary>违法情形.</summary>
    [Column("sub_kind", Length = 40), Nullable, Wire<ViolationSubKind>, Field] public string? SubKind { get; init; }

    /// <summary>线索来源.</summary>
    [Column("source", Length = 40), NotNull, Wire<LeadSource>, Field] public required string Source { get; init; }

    /// <summary>当事企业信用代码. The first party's, where it is a registered enterprise.</summary>
    [Column("enterprise", Length = 18), Nullable, Field("enterpriseCreditCode"), Filter, ReferenceFilter<EnterpriseRow>(nameof(EnterpriseRow.CreditCode), "enterprise", "当事企业. Cases by their first party, where it is a registered enterprise.")] public string? Enterprise { get; init; }

    /// <summary>当事人名称. The first party's.</summary>
    [Column("party_name", Length = 200), NotNull, Field, Filter] public required string PartyName { get; init; }

    /// <summary>责任科室. The section that answers for it.</summary>
    [Column("section", Length = 50), Nullable, Field, Filter, AsOf] public string? Section { get; init; }

    /// <summary>承办人. The user name of who answers for it.</summary>
    [Column("responsible", Length = 100), NotNull, Field, Filter, AsOf] public required string Responsible { get; init; }

    /// <summary>线索收到日期.</summary>
    [Column("received_on", Length = 10), NotNull, Day, Field, Filter, Sort] public required string ReceivedOn { get; init; }

    /// <summary>立案日期. Null before it is filed.</summary>
    [Column("filed_on", Length = 10), Nullable, Day, Field, Filter, AsOf] public string? FiledOn { get; init; }

    /// <summary>决定日期. Null before the decision.</summary>
    [Column("decided_on", Length = 10), Nullable, Day, Field, Filter] public string? DecidedOn { get; init; }

    /// <summary>终结日期. Null while it goes on.</summary>
    [Column("ended_on", Length = 10), Nullable, Day, Field, Filter] public string? EndedOn { get; init; }

    /// <summary>货值金额（元）.</summary>
    [Column("goods_value"), NotNull, Fen, Field, Filter, Sort, AsOf] public required long GoodsValue { get; init; }

    /// <summary>已估价. Whether anybody has recorded what the goods are worth, be it nothing; while nobody has, their value is shown as 0.</summary>
    [Column("goods_valued"), NotNull, Field, AsOf] public required bool GoodsValued { get; init; }

    /// <summary>销售金额（元）.</summary>
    [Column("sales_amount"), NotNull, Fen, Field] public required long SalesAmount { get; init; }

    /// <summary>违法所得（元）.</summary>
    [Column("illegal_gains"), NotNull, Fen, Field] public required long IllegalGains { get; init; }

    /// <summary>罚没款（元）. What the decision imposes.</summary>
    [Column("penalty"), NotNull, Fen, Field, Filter, Sort] public required long Penalty { get; init; }

    /// <summary>已缴罚没款（元）.</summary>
    [Column("paid"), NotNull, Fen, Field] public required long Paid { get; init; }

    /// <summary>大案要案.</summary>
    [Column("is_major"), NotNull, Field, Filter, AsOf] public required bool IsMajor { get; init; }

    /// <summary>已逾期. Whether something that is owed has lapsed and is still not done.</summary>
    [Column("is_overdue"), NotNull, Field("overdue"), Filter] public required bool IsOverdue { get; init; }

    /// <summary>
    /// 曾逾期. Whether the bureau ever missed a term in it, even if what was owed has been done since; a party that pays late is late itself.
    /// </summary>
    [Column("was_late"), NotNull, Field, Filter] public required bool WasLate { get; init; }

    /// <summary>曾中止. Whether its clocks ever stood still.</summary>
    [Column("was_paused"), NotNull, Field, Filter] public required bool WasPaused { get; init; }

    /// <summary>应当移送. Whether the duty to transfer to the police stands unanswered.</summary>
    [Column("must_transfer"), NotNull, Field, Filter, AsOf] public required bool MustTransfer { get; init; }

    /// <summary>应当公示. Whether the decision is to be published, or what was published to be withdrawn, and neither is done.</summary>
    [Column("must_publish"), NotNull, Field, Filter] public required bool MustPublish { get; init; }

    /// <summary>移送编号. The crime transfer, or null.</summary>
    [Column("transfer", Length = 20), Nullable] public string? Transfer { get; init; }

    /// <summary>未了事项. How many tasks are left, whether or not it is closed.</summary>
    [Column("open_tasks"), NotNull] public required int OpenTasks { get; init; }

    /// <summary>待办步骤. What it waits for; null once it has ended, and while the police have it.</summary>
    [Column("awaits", Length = 20), Nullable, Wire<AwaitedStep>, Field, Filter] public string? Awaits { get; init; }

    /// <summary>待办期限. When that step is due, in UTC milliseconds; <see cref="NoTerm"/> where no clock runs for it, so that it comes last.</summary>
    [Column("awaited_by"), NotNull, Sort] public required long AwaitedBy { get; init; }

    /// <summary>待办期限种类. The stored name of that term; null where there is none, and where it is a day that no clock keeps.</summary>
    [Column("awaited_term", Length = 60), Nullable] public string? AwaitedTerm { get; init; }

    /// <summary>主要产品类别. The first of its classes, by which it is counted; null where it has none.</summary>
    [Column("main_product_class", Length = 60), Nullable, Filter] public string? MainProductClass { get; init; }

    /// <summary>无期限. Stands where a step has no term.</summary>
    public const long NoTerm = OwedTerm.NoTerm;
}

/// <summary>案件产品类别行. One product class of a case.</summary>
[Table("inspection_case_product_class"), PartOf<CaseRow>("productClasses", "产品类别. Cases by their classes.", Element = typeof(ProductClassElement))]
public sealed record CaseProductClassRow : CarriedClassRow;

/// <summary>案件违法行为行. One kind of violation of a case.</summary>
[Table("inspection_case_violation")]
[PartOf<CaseRow>("violationKinds", "违法行为. Cases by all their kinds of violation, the main one and the others.")]
public sealed record CaseViolationRow : Row
{
    /// <summary>违法行为.</summary>
    [Column("violation", Length = 60), PrimaryKey(1), NotNull, Wire<ViolationKind>, Filter] public required string Violation { get; init; }

    /// <summary>次序. The main one is 0.</summary>
    [Column("place"), NotNull] public required int Place { get; init; }
}

/// <summary>案件当事企业行. One registered enterprise that a case is about.</summary>
[Table("inspection_case_party")]
[PartOf<CaseRow>("partyCreditCodes", "当事企业信用代码. Cases by the credit codes of all their parties that are registered enterprises.")]
public sealed record CasePartyRow : Row
{
    /// <summary>统一社会信用代码.</summary>
    [Column("credit_code", Length = 18), PrimaryKey(1), NotNull, Filter] public required string CreditCode { get; init; }

    /// <summary>次序. The first party is 0.</summary>
    [Column("place"), NotNull] public required int Place { get; init; }
}

/// <summary>案件窝点行. One recorded den that a case is about.</summary>
[Table("inspection_case_den"), PartOf<CaseRow>("partyDens", "窝点编号. Cases by the numbers of all their parties that are recorded dens.")]
public sealed record CaseDenRow : Row
{
    /// <summary>窝点编号.</summary>
    [Column("den", Length = 20), PrimaryKey(1), NotNull, Filter] public required string Den { get; init; }

    /// <summary>次序. The first party is 0.</summary>
    [Column("place"), NotNull] public required int Place { get; init; }
}

/// <summary>办案人员行. One officer of a case.</summary>
[Table("inspection_case_officer"), PartOf<CaseRow>("officerNames", "办案人员用户名. Cases by the user names of who investigates.")]
public sealed record CaseOfficerRow : Row
{
    /// <summary>用户名.</summary>
    [Column("user_name", Length = 100), PrimaryKey(1), NotNull, Filter] public required string UserName { get; init; }

    /// <summary>次序. Who answers for it is 0.</summary>
    [Column("place"), NotNull] public required int Place { get; init; }
}

/// <summary>案件计数行. Cases by year and by month of their leads, kind of violation and stage.</summary>
[Table("case_count")]
public sealed record CaseCountRow : CountsOf<CaseRow>
{
    /// <summary>期间. The year or the month in which the lead was received.</summary>
    [Column("period", Length = 10), NotNull, PeriodOf(nameof(CaseRow.ReceivedOn), CountedPeriod.Year, CountedPeriod.Month)] public required string Period { get; init; }

    /// <summary>违法行为.</summary>
    [Column("violation", Length = 60), NotNull] public required string Violation { get; init; }

    /// <summary>阶段.</summary>
    [Column("stage", Length = 20), NotNull] public required string Stage { get; init; }

    /// <summary>货值金额（分）.</summary>
    [Column("goods_value"), NotNull, Summed] public required long GoodsValue { get; init; }
}

/// <summary>案件分类别计数行. Cases by month of their leads, kind of violation, stage and main product class. The classes are many, so what does not ask for them is counted apart.</summary>
[Table("case_class_count")]
public sealed record CaseClassCountRow : CountsOf<CaseRow>
{
    /// <summary>月份. In which the lead was received.</summary>
    [Column("period", Length = 10), NotNull, PeriodOf(nameof(CaseRow.ReceivedOn), CountedPeriod.Month)] public required string Period { get; init; }

    /// <summary>违法行为.</summary>
    [Column("violation", Length = 60), NotNull] public required string Violation { get; init; }

    /// <summary>阶段.</summary>
    [Column("stage", Length = 20), NotNull] public required string Stage { get; init; }

    /// <summary>主要产品类别.</summary>
    [Column("main_product_class", Length = 60), Nullable] public string? MainProductClass { get; init; }

    /// <summary>货值金额（分）.</summary>
    [Column("goods_value"), NotNull, Summed] public required long GoodsValue { get; init; }
}

/// <summary>案件工作计数行. Cases by what a section looks at every day.</summary>
[Table("case_work_count")]
public sealed record CaseWorkCountRow : CountsOf<CaseRow>
{
    /// <summary>责任科室.</summary>
    [Column("section", Length = 50), Nullable] public string? Section { get; init; }

    /// <summary>阶段.</summary>
    [Column("stage", Length = 20), NotNull] public required string Stage { get; init; }

    /// <summary>待办步骤.</summary>
    [Column("awaits", Length = 20), Nullable] public string? Awaits { get; init; }

    /// <summary>已逾期.</summary>
    [Column("is_overdue"), NotNull] public required bool IsOverdue { get; init; }

    /// <summary>应当移送.</summary>
    [Column("must_transfer"), NotNull] public required bool MustTransfer { get; init; }

    /// <summary>大案要案.</summary>
    [Column("is_major"), NotNull] public required bool IsMajor { get; init; }
}

/// <summary>案件可查文字行. A text by which a case is found.</summary>
[Table("inspection_case_text")]
public sealed record CaseTextRow : SearchTextRow;

/// <summary>The rows that show a case.</summary>
internal static class CaseRows
{
    public static IReadOnlyList<Row> Of(string subject, CaseState state, int version) =>
    [
        new CaseRow
        {
            Subject = subject,
            Version = version,
            Number = state.Number,
            OfficialNumber = state.Serial?.Plain,
            Serial = state.Serial,
            Title = state.Lead.Title,
            Stage = WireName.Of(state.Stage),
            Violation = WireName.Of(state.Lead.Violation),
            SubKind = state.Lead.SubKind is { } subKind ? WireName.Of(subKind) : null,
            Source = WireName.Of(state.Lead.Source),
            Enterprise = state.Lead.Party.CreditCode,
            PartyName = state.Lead.Party.Name,
            Section = state.Section,
            Responsible = state.Responsible,
            ReceivedOn = IsoDate.Of(state.Lead.ReceivedOn),
            FiledOn = IsoDate.Of(state.FiledOn),
            DecidedOn = IsoDate.Of(state.Decision?.DecidedOn),
            EndedOn = IsoDate.Of(state.End?.On),
            GoodsValue = state.Figures.GoodsValue,
            GoodsValued = state.AreGoodsValued,
            SalesAmount = state.Figures.SalesAmount,
            IllegalGains = state.Figures.IllegalGains,
            Penalty = state.Stands,
            Paid = state.Execution.Paid,
            IsMajor = state.MajorBecause is not null,
            IsOverdue = state.IsOverdue,
            WasLate = state.Lapses.Any(lapse => lapse.Kind is not CaseDeadlines.Payment),
            WasPaused = !state.Pauses.IsEmpty,
            MustTransfer = state.MustTransfer,
            MustPublish = state.MustPublish,
            Transfer = state.Duty?.Transfer,
            OpenTasks = state.OpenTasks.Length,
            Awaits = state.Awaits is { } step ? WireName.Of(step) : null,
            AwaitedBy = OwedTerm.ColumnOf(state.AwaitedTerm),
            AwaitedTerm = state.AwaitedTerm?.Kind,
            Nearest = OwedTerm.First(CaseDeadlines.OfOfficers(state)),
            MainProductClass = state.ProductClasses.FirstOrDefault(),
        },
        .. state.ProductClasses.Select((code, place) => new CaseProductClassRow { Subject = subject, Code = code, Place = place }),
        .. state.ViolationKinds.Select((kind, at) => new CaseViolationRow { Subject = subject, Violation = WireName.Of(kind), Place = at }),
        .. state.AllParties.Select((party, place) => (party.CreditCode, place)).Where(party => party.CreditCode is not null)
            .Select(party => new CasePartyRow { Subject = subject, CreditCode = party.CreditCode!, Place = party.place }),
        .. state.AllParties.Select((party, place) => (party.Den, place)).Where(party => party.Den is not null)
            .Select(party => new CaseDenRow { Subject = subject, Den = party.Den!, Place = party.place }),
        .. state.Officers.Select((name, place) => new CaseOfficerRow { Subject = subject, UserName = name, Place = place }),
        .. OpenWorkRow.Of(
            subject, state.Number, state.Serial, WireName.Of(state.Stage), state.Section, state.Holders, CaseDeadlines.Owed(state),
            state.Lead.Title, state.Lead.Party.CreditCode),
        .. SectionHandoverRow.Of(subject, state.Handovers),
        .. LapsedOf(subject, state),
        .. ApprovalRow.Of(subject, state.Number, state.Section, state.Lead.Title, state.Approvals),
        .. SearchTexts.Of(
            [state.Number, state.Serial?.Text, state.Serial?.Plain, state.Lead.Title, .. state.AllParties.Select(party => party.Name)])
            .Select(text => new CaseTextRow { Subject = subject, Folded = text }),
    ];

    /// <summary>What is overdue of it, with who answered for each when it lapsed.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="state">The case.</param>
    public static IEnumerable<LapsedDeadlineRow> LapsedOf(string subject, CaseState state) => LapsedDeadlineRow.Of(
        subject,
        state.Clocks,
        clock => state.Lapses.LastOrDefault(lapse => lapse.Kind == clock.Kind && lapse.DueAt == clock.DueAt) is { } lapse
            ? new Answering(lapse.Section, lapse.Officer)
            : CaseDeadlines.AnsweringFor(state, clock.Kind, clock.Item));
}
