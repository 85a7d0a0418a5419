using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// A licence is recorded for the enterprise that holds it.
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInRegistration(LicenceState licence, LicenceCommand command, Circumstances now) => command switch
    {
        RegisterLicence => new AlreadyExists("licence", licence.Number),
        _ => Decision<LicenceEvent>.NotOfThisStage,
    };

    private static LicenceState Begun(LicenceRegistered e) => new()
    {
        Number = e.Number,
        Kind = e.Kind,
        Status = e.StartsOn is null ? LicenceStatus.Active : LicenceStatus.NotYetValid,
        StartsOn = e.StartsOn,
        Enterprise = e.Enterprise,
        Details = e.Details,
        Term = e.Term,
        NextNotice = e.NextNotice,
        RegisterStatus = e.RegisterStatus,
        EnteredBeforeAs = e.EnteredBeforeAs,
    };

    private static Decision<LicenceEvent> DecideRegisterLicence(RegisterLicence command, Circumstances now) => First(command, closedHolderToo: false, status: null, now) switch
    {
        ({ } refusal, _) => refusal,
        (_, var registered) => registered!.Expire(now.Today).Events,
    };

    private static (Refusal? Refusal, LicenceEventBuilder? Builder) First(RegisterLicence command, bool closedHolderToo, RegisterStatus? status, Circumstances now)
    {
        if (Problem(command, [], now, out var given) is { } problem)
        {
            return (problem, null);
        }

        var before = FreeText.Given(command.EnteredBeforeAs);
        if (before is not null)
        {
            if (LicenceNumber.Parse(before, out var mistyped) is { } wrongBefore)
            {
                return (wrongBefore with { Field = "enteredBeforeAs" }, null);
            }

            if (EnteredBeforeProblem(given.Number, given.Enterprise, mistyped, now) is { } wrongEntry)
            {
                return (wrongEntry, null);
            }

            before = mistyped.Text;
        }

        if (now.Required<HolderFound>().Holder is not { } holder)
        {
            return CreditCode.Parse(given.Enterprise, out _) is { } wrongCode
                ? (wrongCode with { Field = "enterpriseCreditCode" }, null)
                : (new EnterpriseNotRegistered(given.Enterprise), null);
        }

        if (holder.IsClosed && !closedHolderToo)
        {
            return (new HolderClosed(given.Enterprise, holder.Name), null); // 行政许可法 第七十条第三项
        }

        var term = LicenceRules.Term(given.Number.Kind, command.ValidFrom, command.ValidTo, now.Calendar);
        var notice = LicenceRules.NoticesFrom(now.Today, term);
        var registered = new LicenceRegistered(
            given.Number.Text, given.Number.Kind, given.Enterprise, given.Details, term, notice, status, now.Today,
                StartsAhead(command.ValidFrom, now.Today))
        {
            EnteredBeforeAs = before,
        };
        return (null, new LicenceEventBuilder(null).With(registered));
    }

    private static Refusal? Problem(RegisterLicence command, ImmutableArray<string> carried, Circumstances now, out (LicenceNumber Number, string Enterprise, LicenceDetails Details) given)
    {
        given = default;
        if (LicenceNumber.Parse(command.Number, out var number) is { } wrongNumber)
        {
            return wrongNumber;
        }

        if (command.Kind is { } kind && kind != number.Kind)
        {
            return new LicenceKindMismatch(kind, number.Text);
        }

        if (CreditCode.ParseCarried(command.Enterprise, out var enterprise) is { } wrongCode)
        {
            return wrongCode with { Field = "enterpriseCreditCode" };
        }

        if (ProductClass.Codes(now, command.ProductClasses, carried, out var classes) is { } wrongClass)
        {
            return wrongClass;
        }

        var details = new LicenceDetails(
            classes,
            FreeText.OfRegister(command.IssuedBy),
            FreeText.OfRegister(command.ProductionAddress),
            FreeText.OfRegister(command.Products));
        given = (number, enterprise.ToString(), details);
        return TermProblem(command.ValidFrom, command.ValidTo);
    }

    private static Refusal? TermProblem(DateOnly validFrom, DateOnly validTo) =>
        Implausible("validFrom", validFrom)
        ?? (validTo == LicenceTerm.LongTerm ? null : Implausible("validTo", validTo))
        ?? (validTo < validFrom ? new ValidityReversed(validFrom, validTo) : (Refusal?)null);

    /// <summary>The first valid day, where it is still to come.</summary>
    private static DateOnly? StartsAhead(DateOnly validFrom, DateOnly today) => validFrom > today ? validFrom : null;

    // Dates that no licence has, and near which counting days would run off the calendar.
    private static InvalidInput? Implausible(string field, DateOnly day) => day.Year is >= 1950 and < 2200
        ? null
        : new InvalidInput(field, $"日期{day:yyyy-MM-dd}不合理，应在1950年至2199年之间", $"{day:yyyy-MM-dd} is not a plausible date; it must lie between 1950 and 2199");
}

/// <summary>许可证种类. The kinds of licence, each under its own statute.</summary>
[JsonConverter(typeof(WireNameConverter<LicenceKind>))]
public enum LicenceKind
{
    /// <summary>Under 工业产品生产许可证管理条例.</summary>
    [Term("工业产品生产许可证", "production licence")]
    ProductionLicence,

    /// <summary>Under 食品生产许可管理办法.</summary>
    [Term("食品生产许可证", "food production licence")]
    FoodProductionLicence,

    /// <summary>Under 强制性产品认证管理规定.</summary>
    [Term("强制性产品认证证书", "compulsory product certificate")]
    CompulsoryCertificate,
}

/// <summary>登记事项. What a licence covers and who issued it.</summary>
/// <param name="ProductClasses">产品类别. Codes, the main one first.</param>
/// <param name="IssuedBy">发证机关. Or null.</param>
/// <param name="ProductionAddress">生产地址. Or null.</param>
/// <param name="Products">产品名称. What it covers in the register's own words; or null.</param>
[GenerateSerializer, Immutable, Alias("licence-details")]
public sealed record LicenceDetails(
    ImmutableArray<string> ProductClasses, string? IssuedBy, string? ProductionAddress, string? Products = null)
{
    /// <summary>The longest text of its products, in characters.</summary>
    public const int LongestProducts = 4000;

    internal const int LongestIssuer = 200;
    internal const int LongestAddress = 500;

    /// <summary>Whether two say the same.</summary>
    /// <param name="other">The other.</param>
    internal bool SaysTheSameAs(LicenceDetails other) =>
        ProductClasses.SequenceEqual(other.ProductClasses) && IssuedBy == other.IssuedBy && ProductionAddress == other.ProductionAddress
        && Products == other.Products;
}

/// <summary>登记许可证. Records a licence. The enterprise must be registered and must not have closed.</summary>
/// <param name="Number">证书编号. As written on it.</param>
/// <param name="Enterprise">持证企业. The holder's unified social credit code.</param>
/// <param name="ValidFrom">有效期起. The first valid day.</param>
/// <param name="ValidTo">有效期至. The last valid day; 9999-12-31 for 长期, which has no end.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names, the main one first.</param>
/// <param name="IssuedBy">发证机关.</param>
/// <param name="ProductionAddress">生产地址.</param>
/// <param name="Kind">种类. Left out, the number tells.</param>
/// <param name="Products">产品名称. What it covers in its own words, where the classes do not say all.</param>
/// <param name="EnteredBeforeAs">原误登编号. The mistyped number under which it was entered before, where it was; that entry is struck out
/// afterwards.</param>
[GenerateSerializer, Immutable, Alias("licence.register"), AllowedTo(Importers), Creates]
[Refuses<AlreadyExists, LicenceKindMismatch, EnterpriseNotRegistered, HolderClosed, ValidityReversed>]
[Refuses<LicenceHeldByAnother>]
public sealed record RegisterLicence(
    string Number,
    [OfferedAs("enterpriseCreditCode")] string Enterprise,
    DateOnly ValidFrom,
    [property: MayBeLongTerm] DateOnly ValidTo,
    [Listed<ProductClass>, Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses = null,
    [Longest(LicenceDetails.LongestIssuer)] string? IssuedBy = null,
    [Longest(LicenceDetails.LongestAddress)] string? ProductionAddress = null,
    LicenceKind? Kind = null,
    [Longest(LicenceDetails.LongestProducts)] string? Products = null,
    [Longest(100)] string? EnteredBeforeAs = null) : LicenceCommand;

/// <summary>持证企业. What the shell found of the enterprise that a licence is to be recorded for.</summary>
/// <param name="Holder">企业事实. Null when no enterprise is registered under that code.</param>
public sealed record HolderFound(EnterpriseFact? Holder);

/// <summary>企业事实. What matters of an enterprise that is to hold a licence.</summary>
/// <param name="Name">名称. Its name.</param>
/// <param name="IsClosed">已终止. Whether it has closed.</param>
public sealed record EnterpriseFact(string Name, bool IsClosed);

/// <summary>许可证已登记. The licence came under supervision.</summary>
/// <param name="Number">证书编号. In normal form.</param>
/// <param name="Kind">种类. Its kind.</param>
/// <param name="Enterprise">持证企业. The holder's credit code.</param>
/// <param name="Details">登记事项. What it covers and who issued it.</param>
/// <param name="Term">有效期. Its term, with the days that follow from it.</param>
/// <param name="NextNotice">下一提醒. The first notice to give; null when none is left.</param>
/// <param name="RegisterStatus">登记状态. What the register said it was imported from; null when it was recorded by hand.</param>
/// <param name="RecordedOn">登记日. The day it was recorded here (Asia/Shanghai).</param>
/// <param name="StartsOn">生效日. The first valid day, where it was still to come; null where it had come.</param>
[Alias("licence.registered")]
public sealed record LicenceRegistered(
    string Number,
    LicenceKind Kind,
    string Enterprise,
    LicenceDetails Details,
    LicenceTerm Term,
    LicenceNotices? NextNotice,
    RegisterStatus? RegisterStatus,
    DateOnly RecordedOn,
    DateOnly? StartsOn = null) : LicenceEvent
{
    /// <summary>原误登编号. The mistyped number under which it had been entered before; null otherwise.</summary>
    public string? EnteredBeforeAs { get; init; }

    /// <inheritdoc/>
    public override BilingualText Summary => new(
        $"登记{Terms.Of(Kind).Chinese}，有效期{Term.Text.Chinese}",
        $"Registered a {Terms.Of(Kind).English}, valid {Term.Text.English}");
}

/// <summary>企业未登记. The enterprise that is to hold the licence is not registered.</summary>
/// <param name="CreditCode">统一社会信用代码. The code that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.enterprise-not-registered")]
public sealed record EnterpriseNotRegistered(string CreditCode) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"企业{CreditCode}尚未登记，请先登记企业", $"Enterprise {CreditCode} is not registered; register it first");
}

/// <summary>企业已终止. The enterprise that is to hold the licence has closed.</summary>
/// <param name="CreditCode">统一社会信用代码. The code that was given.</param>
/// <param name="Name">名称. The enterprise's name.</param>
[GenerateSerializer, Immutable, Alias("refusal.holder-closed")]
public sealed record HolderClosed(string CreditCode, string Name) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"企业{Name}（{CreditCode}）已终止，不能再登记许可证", $"Enterprise {Name} ({CreditCode}) has closed; no licence is recorded for it any more");
}

/// <summary>证书类型与编号不符. The kind given is not the one that has numbers of this form.</summary>
/// <param name="Given">给定种类. The kind that was given.</param>
/// <param name="Number">证书编号. The number.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-kind-mismatch")]
public sealed record LicenceKindMismatch(LicenceKind Given, string Number) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"编号{Number}的格式不是{Terms.Of(Given).Chinese}的编号格式", $"{Number} does not have the form of a number of a {Terms.Of(Given).English}");
}

/// <summary>有效期颠倒. A term must not end before it begins.</summary>
/// <param name="ValidFrom">有效期起. The first day that was given.</param>
/// <param name="ValidTo">有效期至. The last day that was given.</param>
[GenerateSerializer, Immutable, Alias("refusal.validity-reversed")]
public sealed record ValidityReversed(DateOnly ValidFrom, DateOnly ValidTo) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"有效期至{ValidTo:yyyy-MM-dd}早于有效期起{ValidFrom:yyyy-MM-dd}", $"The term ends on {ValidTo:yyyy-MM-dd}, before it begins on {ValidFrom:yyyy-MM-dd}");
}
