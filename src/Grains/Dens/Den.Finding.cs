using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

// A den is found and recorded; what was recorded wrongly is put right, and who runs it is recorded when that is known.
public static partial class Den
{
    private static Decision<DenEvent>? DecideInFinding(DenState den, DenCommand command, Circumstances now) => command switch
    {
        CorrectDen c => DecideCorrectDen(den, c, now),
        RecordDenOperator c => DecideRecordDenOperator(c, now),
        _ => Decision<DenEvent>.NotOfThisStage,
    };

    private static DenState? ApplyInFinding(DenState den, DenEvent happened) => happened switch
    {
        DenCorrected e => den with { Details = e.To, ActBy = e.ActBy ?? den.ActBy },
        DenOperatorRecorded e => den with { Operator = e.Sealed },
        _ => null,
    };

    private static DenState Begun(DenRecorded e) => new()
    {
        Number = e.Number,
        Status = DenStatus.Found,
        Details = e.Details,
        Section = e.Section,
        FoundBy = e.By,
        Serial = e.Serial,
        ActBy = e.ActBy,
    };

    private static Decision<DenEvent> DecideRecordDen(RecordDen c, Circumstances now)
    {
        if (DrawnNumber.Parse(Prefix, now.Key, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        if ((ProductClass.Codes(now, c.ProductClasses, [], out var classes)
            ?? OwnSection.Problem(now, "section", c.Section)
            ?? now.NotOpen<Area>("area", c.Area)) is { } notListed)
        {
            return notListed;
        }

        var details = new DenDetails(
            c.Name.Trim(), c.Address.Trim(), now.Open<Area>(c.Area)?.Code, c.Products.Trim(), classes, c.FoundOn ?? now.Today, c.Source,
            FreeText.Given(c.SourceReference));
        if (Problem(details, now) is { } problem)
        {
            return problem;
        }

        var section = OwnSection.Or(now, c.Section);
        return now.Required<DenAtPlace>().Other is { } other
            ? new DenAlreadyRecorded(other.Number, other.Serial.Text, other.Details.Name, other.Details.Address)
            : new DenRecorded(number, details, section, now.Actor.User, LastNumber.Next(now, NumberWord.Den, section))
            {
                ActBy = LastDay(details.FoundOn, now),
            };
    }

    private static Decision<DenEvent> DecideCorrectDen(DenState den, CorrectDen c, Circumstances now)
    {
        var before = den.Details;
        if ((ProductClass.Codes(now, c.ProductClasses, before.ProductClasses, out var classes)
            ?? (FreeText.Given(c.Area) == before.Area ? null : now.NotOpen<Area>("area", c.Area))) is { } notListed)
        {
            return notListed;
        }

        var details = c.AppliedTo(before) with
        {
            Area = now.Open<Area>(c.Area)?.Code ?? before.Area,
            ProductClasses = c.ProductClasses is null ? before.ProductClasses : classes,
        };
        if ((Problem(details, now) ?? c.Grounds.Problem() ?? AfterItsBan(den, details)) is { } problem)
        {
            return problem;
        }

        return details.SaysTheSameAs(before) ? Decision<DenEvent>.AlreadySo
            : den.Status is not DenStatus.Ended && now.Required<DenAtPlace>().Other is { } other
                ? new DenAlreadyRecorded(other.Number, other.Serial.Text, other.Details.Name, other.Details.Address)
            : new DenCorrected(before, details, c.Grounds.Trimmed())
            {
                Facts = now.Required<CountedSoFar>().Moving(before.ProductClasses.FirstOrDefault(), details.ProductClasses.FirstOrDefault())
                    is { IsEmpty: false } moved ? moved : null,
                // A term that has not lapsed runs from the right day.
                ActBy = den is { ActBy: not null, LeftAlone: null, ReopenedOn: null } && details.FoundOn != before.FoundOn
                    ? LastDay(details.FoundOn, now) : null,
            };
    }

    /// <summary>A den is found before it is banned.</summary>
    private static InvalidInput? AfterItsBan(DenState den, DenDetails details) =>
        den.Bans.Select(ban => (DateOnly?)ban.BannedOn).Min() is { } first && details.FoundOn > first
            ? new InvalidInput(
                "foundOn",
                $"发现日{IsoDate.Of(details.FoundOn)}晚于取缔日{IsoDate.Of(first)}",
                $"{IsoDate.Of(details.FoundOn)} is after {IsoDate.Of(first)}, the day on which it was banned")
            : null;

    private static Decision<DenEvent> DecideRecordDenOperator(RecordDenOperator c, Circumstances now) =>
        PartyParticulars.Problem(PartyKind.Den, c) is { } problem ? problem
        : now.Required<ParticularsSealed>() is { AreAlreadyKept: false, Text: { } text } ? new DenOperatorRecorded(text)
        : Decision<DenEvent>.AlreadySo;

    private static InvalidInput? Problem(DenDetails details, Circumstances now) => FreeText.Missing("name", details.Name)
        ?? FreeText.Missing("address", details.Address)
        ?? FreeText.Missing("products", details.Products)
        ?? ActDay.Problem("foundOn", details.FoundOn, now.Today);
}

/// <summary>登记窝点. Records an illegal workshop that is registered nowhere, on the spot or as it is told of; from then on it can be
/// inspected, ordered about and named by cases.</summary>
/// <param name="Name">名称. What it is called, by a sign or by the place and what it makes.</param>
/// <param name="Address">地址. Where it is.</param>
/// <param name="Products">生产产品. What it makes.</param>
/// <param name="Source">发现来源. What led to it.</param>
/// <param name="Area">所在区域. Code or Chinese name of the area in which the address lies.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="SourceReference">来源编号. The number of the inspection, complaint … that led to it.</param>
/// <param name="FoundOn">发现日. Left out, today (Asia/Shanghai).</param>
/// <param name="Section">责任科室. Left out, yours.</param>
[GenerateSerializer, Immutable, Alias("den.record"), AllowedTo(Recorders), Creates, ForOwnSection]
[Refuses<AlreadyExists, DenAlreadyRecorded>]
public sealed record RecordDen(
    [Longest(200)] string Name,
    [Longest(500)] string Address,
    [Longest(500)] string Products,
    LeadSource Source,
    [Listed<Area>, Longest(ListedName.NameLength)] string? Area = null,
    [Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses = null,
    [Longest(100)] string? SourceReference = null,
    [IsDayOfAct] DateOnly? FoundOn = null,
    [Listed<Section>, Longest(ListedName.CodeLength)] string? Section = null) : DenCommand;

/// <summary>更正窝点登记. Puts right what is recorded of a den; what it said before stays in the history. The head of the section decides
/// that.</summary>
/// <param name="Name">名称. Left out, as it was.</param>
/// <param name="Address">地址. Left out, as it was.</param>
/// <param name="Products">生产产品. Left out, as it was.</param>
/// <param name="Source">发现来源. Left out, as it was.</param>
/// <param name="Area">所在区域. Code or Chinese name; left out, as it was.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first; left out, as they were.</param>
/// <param name="SourceReference">来源编号. Left out, as it was.</param>
/// <param name="FoundOn">发现日. Left out, as it was (Asia/Shanghai).</param>
/// <param name="Grounds">理由与依据. Why.</param>
[GenerateSerializer, Immutable, Alias("den.correct"), AllowedTo(Roles.SectionHead), ByHeadOfSection]
[Refuses<DenAlreadyRecorded>]
public sealed record CorrectDen(
    [Longest(200)] string? Name,
    [Longest(500)] string? Address,
    [Longest(500)] string? Products,
    LeadSource? Source,
    [Listed<Area>, Longest(ListedName.NameLength)] string? Area,
    [Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses,
    [Longest(100)] string? SourceReference,
    DateOnly? FoundOn,
    Grounds Grounds) : DenCommand
{
    /// <summary>The details with what this command changes, but for what is looked up.</summary>
    /// <param name="details">The details before.</param>
    internal DenDetails AppliedTo(DenDetails details) => details with
    {
        Name = Name?.Trim() ?? details.Name,
        Address = Address?.Trim() ?? details.Address,
        Products = Products?.Trim() ?? details.Products,
        Source = Source ?? details.Source,
        SourceReference = FreeText.Given(SourceReference) ?? details.SourceReference,
        FoundOn = FoundOn ?? details.FoundOn,
    };
}

/// <summary>登记窝点经营者. Records who runs a den, with telephone and identity number; encrypted wherever they are kept.</summary>
/// <param name="Representative">经营者姓名. Who runs it.</param>
/// <param name="Telephone">联系电话. The operator's telephone.</param>
/// <param name="IdentityNumber">身份证件号码. The operator's.</param>
[GenerateSerializer, Immutable, Alias("den.record-operator"), AllowedTo(Roles.Officer | Roles.SectionHead)]
[ForEveryOfficer(ByWhoeverMeetsIt)]
public sealed record RecordDenOperator(
    [Longest(100)][property: JsonIgnore] string? Representative,
    [Longest(20)][property: JsonIgnore] string? Telephone,
    [Longest(40)][property: JsonIgnore] string? IdentityNumber) : DenCommand, IGivesParticulars
{
    /// <summary>Shows nothing of what is personal.</summary>
    public override string ToString() => nameof(RecordDenOperator);
}

/// <summary>同址窝点. What the shell found of another den of that name at that address.</summary>
/// <param name="Other">窝点. The other, which has not ended; null where there is none.</param>
public sealed record DenAtPlace(DenState? Other);

/// <summary>窝点已登记. A den was found.</summary>
/// <param name="Number">窝点编号. Its number.</param>
/// <param name="Details">登记内容. What is recorded of it.</param>
/// <param name="Section">责任科室. The section that answers for it, or null.</param>
/// <param name="By">发现人. User name.</param>
/// <param name="Serial">窝点文号. The number that people say.</param>
[Alias("den.recorded")]
public sealed record DenRecorded(string Number, DenDetails Details, string? Section, string By, OfficialNumber Serial) : DenEvent
{
    /// <summary>首次行动期限. The last day by which somebody has to act on it; null from before that was asked for.</summary>
    public DateOnly? ActBy { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"登记窝点：{Details.Name}，{Details.Address}（{Terms.Of(Details.Source).Chinese}）",
        $"Den recorded: {Details.Name}, {Details.Address} ({Terms.Of(Details.Source).English})");

    /// <summary>The day on which it was found.</summary>
    public override DateOnly? EffectiveOn => Details.FoundOn;
}

/// <summary>窝点登记已更正. What is recorded of a den was put right.</summary>
/// <param name="From">原登记内容. What it said before.</param>
/// <param name="To">现登记内容. What it says from then on.</param>
/// <param name="Grounds">理由与依据. Why.</param>
[Alias("den.corrected")]
public sealed record DenCorrected(DenDetails From, DenDetails To, Grounds Grounds) : DenStep(Grounds)
{
    /// <summary>冲销与补计的事实. What was counted under the class it had, taken back and counted under the right one; null where nothing
    /// moves.</summary>
    public ImmutableArray<CountedFact>? Facts { get; init; }

    /// <summary>首次行动期限. The last day by which somebody has to act on it, where a corrected day moves it; null where it stays.</summary>
    public DateOnly? ActBy { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary =>
        To.ChangesFrom(From).Summary(new("更正窝点登记", "What is recorded of the den was put right"), Grounds, null);
}

/// <summary>窝点经营者已登记. Who runs a den was recorded, encrypted.</summary>
/// <param name="Sealed">密文. What was recorded.</param>
[Alias("den.operator-recorded")]
public sealed record DenOperatorRecorded(string Sealed) : DenEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => new("登记窝点经营者", "The operator of the den was recorded");
}

/// <summary>窝点已在册. A den of this name at this address is recorded already, and has not ended.</summary>
/// <param name="Den">窝点编号. Its number.</param>
/// <param name="Serial">窝点文号. The number that people say.</param>
/// <param name="Name">名称. What it is called.</param>
/// <param name="Address">地址. Where it is.</param>
[GenerateSerializer, Immutable, Alias("refusal.den-already-recorded")]
public sealed record DenAlreadyRecorded(string Den, string Serial, string Name, string Address) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new(
        $"该窝点已登记为{Serial}（{Den}）：{Name}，{Address}；请直接对其检查、责令或者立案",
        $"It is recorded already as {Serial} ({Den}): {Name}, {Address}; inspect that one, order it or open a case about it");
}
