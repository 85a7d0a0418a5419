using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>窝点. An illegal workshop that is registered nowhere. It has a number of its own, so that inspections, orders and cases of any
/// year name the same one (无证无照经营查处办法 第五条、第六条).</summary>
[GenerateSerializer, Immutable, Alias("den-state")]
public sealed record DenState
{
    /// <summary>窝点编号. Its number, which is also its key.</summary>
    [Id(0)] public required string Number { get; init; }

    /// <summary>状态. Where it stands.</summary>
    [Id(1)] public required DenStatus Status { get; init; }

    /// <summary>登记内容. What is recorded of it.</summary>
    [Id(2)] public required DenDetails Details { get; init; }

    /// <summary>责任科室. The section that answers for it, or null.</summary>
    [Id(3)] public string? Section { get; init; }

    /// <summary>发现人. The user name of who recorded it.</summary>
    [Id(4)] public required string FoundBy { get; init; }

    /// <summary>窝点文号. The number that people say.</summary>
    [Id(5)] public required OfficialNumber Serial { get; init; }

    /// <summary>加密的经营者信息. Who runs it: name, telephone and identity number, encrypted; null where none were recorded.</summary>
    [Id(6)] public string? Operator { get; init; }

    /// <summary>提请取缔. What was proposed to the head, in order, and what came of it.</summary>
    [Id(7)] public ImmutableArray<ApprovalRequest> Approvals { get => field.IsDefault ? [] : field; init; }

    /// <summary>取缔. How it was banned, in order; where it goes on all the same, it is banned again.</summary>
    [Id(8)] public ImmutableArray<DenBan> Bans { get => field.IsDefault ? [] : field; init; }

    /// <summary>终结. How it ended; there is an end exactly when it has.</summary>
    [Id(9)] public DenEnd? End { get; init; }

    /// <summary>待告整改和检查. The open orders and planned inspections that have yet to be told of its end, or that it had not ended, in
    /// order.</summary>
    [Id(10)] public ImmutableArray<OwedToMatter> OwedToMatters { get => field.IsDefault ? [] : field; init; }

    /// <summary>首次行动期限. The last day by which somebody has to act on it (Asia/Shanghai); null where somebody has, where it has ended or
    /// was banned, and of those recorded before that was asked for.</summary>
    [Id(11)] public DateOnly? ActBy { get; init; }

    /// <summary>逾期记录. That nobody acted on it in that term; null where nobody is late, or somebody has acted since.</summary>
    [Id(12)] public DenLapse? LeftAlone { get; init; }

    /// <summary>下次查看日. When it is looked at again whether somebody acts on it (Asia/Shanghai); null where nobody is late.</summary>
    [Id(13)] public DateOnly? LookOn { get; init; }

    /// <summary>恢复日. The day on which it was there again after its end (Asia/Shanghai): what was done before is no answer to that. Or
    /// null.</summary>
    [Id(14)] public DateOnly? ReopenedOn { get; init; }
}

/// <summary>窝点状态. Where a den stands.</summary>
[JsonConverter(typeof(WireNameConverter<DenStatus>))]
public enum DenStatus
{
    /// <summary>It was found.</summary>
    [Term("已发现", "found")]
    Found,

    /// <summary>It was banned; where it goes on all the same, it is inspected again.</summary>
    [Term("已取缔", "banned")]
    Banned,

    /// <summary>It is no more, or has become an enterprise.</summary>
    [Term("已终结", "ended")]
    Ended,
}

/// <summary>窝点登记内容. What is recorded of a den.</summary>
/// <param name="Name">名称. What it is called, by a sign or by the place and what it makes.</param>
/// <param name="Address">地址. Where it is.</param>
/// <param name="Area">所在区域. The code of the area in which that lies, or null.</param>
/// <param name="Products">生产产品. What it makes, in the officers' words.</param>
/// <param name="ProductClasses">产品类别. Codes, the main one first.</param>
/// <param name="FoundOn">发现日. The day on which it was found (Asia/Shanghai).</param>
/// <param name="Source">发现来源. What led to it.</param>
/// <param name="SourceReference">来源编号. The number of the inspection, complaint … that led to it, or null.</param>
[GenerateSerializer, Immutable, Alias("den-details")]
public sealed record DenDetails(
    string Name,
    string Address,
    string? Area,
    string Products,
    ImmutableArray<string> ProductClasses,
    DateOnly FoundOn,
    LeadSource Source,
    string? SourceReference)
{
    /// <summary>唯一名称. By what people know it, in the form in which names are compared: what it is called, and where it is.</summary>
    internal string Place => PlaceOf(Name, Address);

    /// <summary>A name and an address, in the form in which they are compared.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="address">Where it is.</param>
    internal static string PlaceOf(string name, string address) => $"{Plain(name)}\n{Plain(address)}";

    /// <summary>Whether two say the same; a record's own equality looks at lists as such.</summary>
    /// <param name="other">The other.</param>
    internal bool SaysTheSameAs(DenDetails other) =>
        this with { ProductClasses = other.ProductClasses } == other && ProductClasses.SequenceEqual(other.ProductClasses);

    /// <summary>What these say otherwise than others, in words.</summary>
    /// <param name="before">The others.</param>
    internal Changes ChangesFrom(DenDetails before) => new Changes()
        .With(Name != before.Name, $"名称由“{before.Name}”改为“{Name}”", $"name from '{before.Name}' to '{Name}'")
        .With(Address != before.Address, $"地址由“{before.Address}”改为“{Address}”", $"address from '{before.Address}' to '{Address}'")
        .With(Area != before.Area, "所在区域", "area")
        .With(Products != before.Products, "生产产品", "what it makes")
        .With(!ProductClasses.SequenceEqual(before.ProductClasses), "产品类别", "product classes")
        .With(new("发现日", "the day on which it was found"), before.FoundOn, FoundOn)
        .With(Source != before.Source || SourceReference != before.SourceReference, "发现来源", "what led to it");

    private static string Plain(string text) => HalfWidth.Of(text).ToUpperInvariant();
}
