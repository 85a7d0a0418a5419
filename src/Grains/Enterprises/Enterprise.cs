using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using static ShuangDa.Grains.Subjects.StateCheck;

namespace ShuangDa.Grains.Enterprises;

/// <summary>企业. An enterprise under supervision, named by its unified social credit code. The name of its legal representative is not kept: no task of the bureau here needs it (个人信息保护法 第六条).</summary>
[GenerateSerializer, Immutable, Alias("enterprise-state")]
public sealed record EnterpriseState
{
    /// <summary>统一社会信用代码. Its credit code, 18 characters.</summary>
    [Id(0)] public required string CreditCode { get; init; }

    /// <summary>状态. Whether it exists still.</summary>
    [Id(1)] public required EnterpriseStatus Status { get; init; }

    /// <summary>登记事项. What the register says of it.</summary>
    [Id(2)] public required EnterpriseDetails Details { get; init; }

    /// <summary>产品类别. Codes of the product classes it makes, the main one first.</summary>
    [Id(3)] public ImmutableArray<string> ProductClasses { get; init; } = [];

    /// <summary>风险等级. How closely it is watched.</summary>
    [Id(4)] public RiskLevel RiskLevel { get; init; } = RiskLevel.Ordinary;

    /// <summary>质量信用等级. Its standing in the credit record (R3.3.2).</summary>
    [Id(5)] public CreditStanding Standing { get; init; } = CreditStanding.B;

    /// <summary>名优企业. Whether it owns a protected brand (R2.3.1).</summary>
    [Id(6)] public bool IsProtectedBrand { get; init; }

    /// <summary>终止日期. The day it closed (Asia/Shanghai); null while active.</summary>
    [Id(7)] public DateOnly? ClosedOn { get; init; }

    /// <summary>所在区域. The code of the area in which its address lies, or null.</summary>
    [Id(8)] public string? Area { get; init; }
}

/// <summary>登记事项. What an enterprise register says of an enterprise.</summary>
/// <param name="Name">名称.</param>
/// <param name="District">地区. Its district, or null.</param>
/// <param name="Address">注册地址. Its registered address, or null.</param>
/// <param name="BusinessScope">经营范围. What it may do, or null.</param>
/// <param name="EnterpriseType">企业类型. Its legal form, or null.</param>
/// <param name="RegisteredOn">成立日期. The day it was registered, or null.</param>
/// <param name="Capital">注册资金. As the register writes it, in mixed units and currencies, or null.</param>
/// <param name="Province">省份. Or null.</param>
[GenerateSerializer, Immutable, Alias("enterprise-details"), Spread]
public sealed record EnterpriseDetails(
    [Longest(EnterpriseDetails.LongestName)] string Name,
    [Longest(EnterpriseDetails.LongestDistrict)] string? District = null,
    [Longest(EnterpriseDetails.LongestAddress)] string? Address = null,
    [Longest(EnterpriseDetails.LongestScope)] string? BusinessScope = null,
    [OfferedAs("enterpriseKind")][Longest(EnterpriseDetails.LongestKind)] string? EnterpriseType = null,
    DateOnly? RegisteredOn = null,
    [Longest(EnterpriseDetails.LongestCapital)] string? Capital = null,
    [Longest(EnterpriseDetails.LongestProvince)] string? Province = null)
{
    internal const int LongestName = 200;
    internal const int LongestDistrict = 100;
    internal const int LongestAddress = 500;
    internal const int LongestScope = 10_000;
    internal const int LongestKind = 100;
    internal const int LongestCapital = 100;
    internal const int LongestProvince = 50;
}

/// <summary>企业状态. Whether an enterprise exists still.</summary>
[JsonConverter(typeof(WireNameConverter<EnterpriseStatus>))]
public enum EnterpriseStatus
{
    /// <summary>It exists.</summary>
    [Term("存续", "active")]
    Active,

    /// <summary>It has been closed; nothing of it is changed any more.</summary>
    [Term("终止", "closed")]
    Closed,
}

/// <summary>风险等级. How closely an enterprise is watched.</summary>
[JsonConverter(typeof(WireNameConverter<RiskLevel>))]
public enum RiskLevel
{
    /// <summary>Low.</summary>
    [Term("低风险", "low")]
    Low,

    /// <summary>Ordinary.</summary>
    [Term("一般风险", "ordinary")]
    Ordinary,

    /// <summary>Elevated.</summary>
    [Term("较高风险", "elevated")]
    Elevated,

    /// <summary>High.</summary>
    [Term("高风险", "high")]
    High,
}

/// <summary>质量信用等级. Standing in the quality credit record, from A (best) to D.</summary>
[JsonConverter(typeof(WireNameConverter<CreditStanding>))]
public enum CreditStanding
{
    /// <summary>Trustworthy.</summary>
    [Term("A级", "grade A")]
    A,

    /// <summary>Ordinary; where every enterprise begins.</summary>
    [Term("B级", "grade B")]
    B,

    /// <summary>Watched.</summary>
    [Term("C级", "grade C")]
    C,

    /// <summary>Untrustworthy.</summary>
    [Term("D级", "grade D")]
    D,
}

/// <summary>企业的规则. The law of an enterprise, and what the shared rooms need to know of it.</summary>
public static class Enterprise
{
    /// <summary>企业. The concept.</summary>
    public static Concept<EnterpriseState, EnterpriseCommand, EnterpriseEvent> Concept { get; } = new()
    {
        Name = "enterprise",
        Title = new BilingualText("企业", "Enterprise"),
        Json = EnterpriseJson.Default,
        RowTypes = [typeof(EnterpriseRow), typeof(EnterpriseProductClassRow)],
        Decide = Decide,
        Apply = Apply,
        Check = Check,
        Rows = EnterpriseRows.Of,
        Deadlines = static _ => [],
        WhenDue = static (kind, _) => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An enterprise has no deadlines."),
        Tally = Tally,
    };

    /// <summary>What a command leads to.</summary>
    /// <param name="enterprise">The state, or null while it is not registered.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">Who asks, and when.</param>
    public static Decision<EnterpriseEvent> Decide(EnterpriseState? enterprise, EnterpriseCommand command, Circumstances now)
    {
        ArgumentNullException.ThrowIfNull(now);
        return command switch
        {
            RegisterEnterprise c when enterprise is null => Register(c, now),
            RegisterEnterprise => new AlreadyExists("enterprise", enterprise.CreditCode),
            ImportEnterprise c when enterprise is null => Register(c.AsRegistration(), now),
            _ when enterprise is null => new NotFound("enterprise", now.Key),
            ImportEnterprise when enterprise.Status is EnterpriseStatus.Closed => Decision<EnterpriseEvent>.AlreadySo,
            CloseEnterprise when enterprise.Status is EnterpriseStatus.Closed => Decision<EnterpriseEvent>.AlreadySo,
            _ when enterprise.ClosedOn is { } closedOn => new EnterpriseNotActive(closedOn),
            ImportEnterprise c => Import(enterprise, c, now),
            ChangeEnterprise c => Change(enterprise, c, now),
            AssessEnterpriseRisk c => AssessRisk(enterprise, c, now),
            AssignEnterpriseArea c => Assign(enterprise, c.Area, now),
            CloseEnterprise c => Close(c, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, "The law of an enterprise does not know this command."),
        };
    }

    /// <summary>The state after an event.</summary>
    /// <param name="enterprise">The state before, or null.</param>
    /// <param name="happened">The event.</param>
    public static EnterpriseState Apply(EnterpriseState? enterprise, EnterpriseEvent happened) => happened switch
    {
        EnterpriseRegistered e => new EnterpriseState
        {
            CreditCode = e.CreditCode,
            Status = EnterpriseStatus.Active,
            Details = e.Details,
            ProductClasses = e.ProductClasses,
            RiskLevel = e.RiskLevel,
        },
        _ when enterprise is null => throw new InvalidOperationException($"{happened.GetType().Name} came before the enterprise was registered."),
        EnterpriseChanged e => enterprise with { Details = e.Details, ProductClasses = e.ProductClasses },
        EnterpriseRiskAssessed e => enterprise with { RiskLevel = e.RiskLevel },
        EnterpriseAreaAssigned e => enterprise with { Area = e.Area },
        EnterpriseClosed e => enterprise with { Status = EnterpriseStatus.Closed, ClosedOn = e.ClosedOn },
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened, "The fold of an enterprise does not know this event."),
    };

    /// <summary>What does not hold though it must.</summary>
    /// <param name="enterprise">A state.</param>
    public static IReadOnlyList<string> Check(EnterpriseState enterprise)
    {
        ArgumentNullException.ThrowIfNull(enterprise);
        return
        [
            .. When(CreditCode.Parse(enterprise.CreditCode, out var code) is not null || code.ToString() != enterprise.CreditCode, $"its credit code '{enterprise.CreditCode}' is not one in normal form"),
            .. When(string.IsNullOrWhiteSpace(enterprise.Details.Name), "it has no name"),
            .. When((enterprise.Status is EnterpriseStatus.Closed) != enterprise.ClosedOn.HasValue, "closed goes with the day it closed"),
            .. When(enterprise.ProductClasses.IsDefault || enterprise.ProductClasses.Distinct().Count() != enterprise.ProductClasses.Length, "a product class is listed twice"),
        ];
    }

    private static Decision<EnterpriseEvent> Register(RegisterEnterprise command, Circumstances now)
    {
        if (CreditCode.Parse(command.CreditCode, out var code) is { } wrongCode)
        {
            return wrongCode;
        }

        var details = Trimmed(command.Details);
        if (Problem(details, now) is { } problem)
        {
            return problem;
        }

        if ((ProductClass.Codes(now, command.ProductClasses, [], out var classes) ?? now.NotOpen<Area>("area", command.Area)) is { } notListed)
        {
            return notListed;
        }

        var registered = new EnterpriseRegistered(code.ToString(), details, classes, command.RiskLevel, now.Today);
        return now.Open<Area>(command.Area) is { } area ? new EnterpriseEvent[] { registered, new EnterpriseAreaAssigned(area.Code, area.Name) } : registered;
    }

    // What a register says of the area counts where it says something.
    private static Decision<EnterpriseEvent> Import(EnterpriseState enterprise, ImportEnterprise command, Circumstances now)
    {
        var changed = Change(enterprise, command.AsChange(), now);
        if (changed.Refusal is not null || string.IsNullOrWhiteSpace(command.Area))
        {
            return changed;
        }

        var assigned = Assign(enterprise, command.Area, now);
        return assigned.Refusal is { } notListed ? notListed : (EnterpriseEvent[])[.. changed.Events, .. assigned.Events];
    }

    // An area that was closed since stays right where it is carried already: the register is read again and again.
    private static Decision<EnterpriseEvent> Assign(EnterpriseState enterprise, string given, Circumstances now)
    {
        if (FreeText.Missing("area", given) is { } missing)
        {
            return missing;
        }

        var named = now.Required<ListedFound>().Find(Area.List, given.Trim());
        return named is not null && named.Code == enterprise.Area ? Decision<EnterpriseEvent>.AlreadySo
            : now.Open<Area>(given) is not { } area ? now.NotOpen<Area>("area", given)!
            : new EnterpriseAreaAssigned(area.Code, area.Name);
    }

    private static Decision<EnterpriseEvent> Change(EnterpriseState enterprise, ChangeEnterprise command, Circumstances now)
    {
        var details = Trimmed(command.AppliedTo(enterprise.Details));
        if (Problem(details, now) is { } problem)
        {
            return problem;
        }

        if (ProductClass.Codes(now, command.ProductClasses, enterprise.ProductClasses, out var given) is { } wrongClass)
        {
            return wrongClass;
        }

        var classes = command.ProductClasses is null ? enterprise.ProductClasses : given;

        var changed = EnterpriseField.ThatDiffer(enterprise.Details, details);
        if (!classes.SequenceEqual(enterprise.ProductClasses))
        {
            changed = changed.Add("productClasses");
        }

        return changed.IsEmpty ? Decision<EnterpriseEvent>.AlreadySo : new EnterpriseChanged(details, classes, changed, now.Today);
    }

    private static Decision<EnterpriseEvent> AssessRisk(EnterpriseState enterprise, AssessEnterpriseRisk command, Circumstances now) =>
        FreeText.Missing("reason", command.Reason) is { } problem ? problem
        : command.RiskLevel == enterprise.RiskLevel ? Decision<EnterpriseEvent>.AlreadySo
        : new EnterpriseRiskAssessed(command.RiskLevel, command.Reason.Trim(), now.Today);

    private static Decision<EnterpriseEvent> Close(CloseEnterprise command, Circumstances now) => command.Grounds.Problem() is { } problem
        ? problem
        : new EnterpriseClosed(now.Today, command.Grounds.Trimmed());

    private static IEnumerable<TallyFact> Tally(EnterpriseState? before, EnterpriseEvent happened, EnterpriseState after) => happened is EnterpriseRegistered e
        ? [new TallyFact(e.RecordedOn, Measure.EnterprisesRegistered, 1, ProductClass: after.ProductClasses.FirstOrDefault())]
        : [];

    private static InvalidInput? Problem(EnterpriseDetails details, Circumstances now) =>
        FreeText.Missing("name", details.Name)
        ?? (details.RegisteredOn > now.Today
            ? new InvalidInput("registeredOn", $"成立日期{details.RegisteredOn:yyyy-MM-dd}晚于今天", $"The day of registration, {details.RegisteredOn:yyyy-MM-dd}, lies in the future")
            : null);

    private static EnterpriseDetails Trimmed(EnterpriseDetails details) => new(
        details.Name?.Trim() ?? "",
        FreeText.OfRegister(details.District),
        FreeText.OfRegister(details.Address),
        FreeText.OfRegister(details.BusinessScope),
        FreeText.OfRegister(details.EnterpriseType),
        details.RegisteredOn,
        FreeText.OfRegister(details.Capital),
        FreeText.OfRegister(details.Province));
}
