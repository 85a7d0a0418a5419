using System.Collections.Immutable;
using System.Text.Json.Serialization;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

// What a public register says of a licence.
public static partial class Licence
{
    private static Decision<LicenceEvent>? DecideInImport(LicenceState licence, LicenceCommand command, Circumstances now) => command switch
    {
        ImportLicence c => DecideImportLicence(licence, c, now),
        _ => Decision<LicenceEvent>.NotOfThisStage,
    };

    private static LicenceState? ApplyInImport(LicenceState licence, LicenceEvent happened) => happened switch
    {
        LicenceCorrected { Term: null } e => licence with { Details = e.Details, RegisterStatus = e.RegisterStatus ?? licence.RegisterStatus },
        LicenceCorrected { Term: { } term } e => licence with
        {
            Details = e.Details,
            RegisterStatus = e.RegisterStatus ?? licence.RegisterStatus,
            Term = term,
            NextNotice = e.NextNotice,
            ExpiredOn = licence.ExpiredOn is null ? null : term.ValidTo,
            StartsOn = licence.StartsOn is null ? null : term.ValidFrom,
            IsRenewedHere = false,
        },
        _ => null,
    };

    /// <summary>The first row of a licence registers it; a later one changes what it says otherwise.</summary>
    private static Decision<LicenceEvent> DecideImportLicence(LicenceState? licence, ImportLicence row, Circumstances now)
    {
        var command = InClasses(row, licence, now);
        var status = Heeded(command.Status);
        if (licence is null)
        {
            return First(AsRegistration(command), closedHolderToo: true, status, now) switch
            {
                ({ } refusal, _) => refusal,
                (_, var registered) => FollowRegister(registered!, status, now.Today).Expire(now.Today).Events,
            };
        }

        if (Problem(AsRegistration(command), licence.ProductClasses, now, out var given) is { } problem)
        {
            return problem;
        }

        if (given.Enterprise != licence.Enterprise)
        {
            return new LicenceHeldByAnother(licence.Number, licence.Enterprise);
        }

        if (KeptTerm(licence, command) is { } kept)
        {
            return kept;
        }

        var isNews = status is not null && status != (licence.RegisterStatus ?? RegisterStatus.Valid);
        var builder = new LicenceEventBuilder(licence);
        if (!IsEnded(licence.Status))
        {
            Correct(builder, command, given, isNews ? status : null, now);
        }

        return FollowRegister(builder, isNews ? status : null, now.Today).Expire(now.Today).Settle(now.Now).Events;
    }

    // What a register calls a product and no class is called stays as the register has it: a licence is not refused for its words.
    private static ImportLicence InClasses(ImportLicence row, LicenceState? licence, Circumstances now)
    {
        if (row.ProductClasses is not { IsDefaultOrEmpty: false } given)
        {
            return row;
        }

        var classes = given.Where(one => ProductClass.Codes(now, [one], licence?.ProductClasses ?? [], out _) is null).ToImmutableArray();
        var rest = given.Except(classes).Select(one => one.Trim()).Where(one => one.Length > 0).ToList();
        return rest.Count == 0 ? row : row with
        {
            ProductClasses = classes.IsEmpty ? null : classes,
            Products = FreeText.OfRegister(row.Products) is { } said
                ? string.Join('、', rest.Where(one => !said.Contains(one, StringComparison.Ordinal)).Prepend(said))
                : string.Join('、', rest),
        };
    }

    /// <summary>Why a row's other dates are not taken, or null: of a licence that has ended nothing is changed, and dates that an officer
    /// has recorded stand against an older register. That it still says the term before is no news.</summary>
    private static RegisterTermNotTaken? KeptTerm(LicenceState licence, ImportLicence row)
    {
        if (row.ValidFrom == licence.ValidFrom && row.ValidTo == licence.ValidTo)
        {
            return null;
        }

        var isOlder = licence.IsRenewedHere && row.ValidTo <= licence.ValidTo;
        var isNoNews = licence.TermBefore is not { } before || (row.ValidFrom == before.ValidFrom && row.ValidTo == before.ValidTo);
        return IsEnded(licence.Status) || (isOlder && !isNoNews)
            ? new RegisterTermNotTaken(licence.Number, licence.Status, licence.ValidFrom, licence.ValidTo, row.ValidFrom, row.ValidTo)
            : null;
    }

    private static void Correct(LicenceEventBuilder builder, ImportLicence command, (LicenceNumber Number, string Enterprise, LicenceDetails Details) given, RegisterStatus? news, Circumstances now)
    {
        var licence = builder.Licence;
        var details = new LicenceDetails(
            command.ProductClasses is null ? licence.ProductClasses : given.Details.ProductClasses,
            given.Details.IssuedBy ?? licence.IssuedBy,
            given.Details.ProductionAddress ?? licence.Details.ProductionAddress,
            given.Details.Products ?? licence.Details.Products);
        var isSameTerm = command.ValidFrom == licence.ValidFrom && command.ValidTo == licence.ValidTo;
        var staysRenewed = licence.IsRenewedHere && command.ValidTo <= licence.ValidTo;
        var isRenewal = command.ValidTo > licence.ValidTo && (licence.Status is LicenceStatus.Active || (licence.Status is LicenceStatus.Expired && command.ValidTo >= now.Today));
        var term = isSameTerm || staysRenewed || isRenewal ? null : LicenceRules.Term(licence.Kind, command.ValidFrom, command.ValidTo, now.Calendar);
        if (!details.SaysTheSameAs(licence.Details) || term is not null || news is not null)
        {
            var next = term is not null && licence is { Status: not LicenceStatus.Expired, StandsUntilDecided: false }
                ? LicenceRules.NoticesFrom(now.Today, term) : null;
            builder.With(new LicenceCorrected(details, term, next, news, now.Today));
        }

        if (isRenewal)
        {
            builder.With(Renewed(licence, command.ValidFrom, command.ValidTo, fromRegister: true, RegisterGrounds("有效期延长"), now));
        }
    }

    /// <summary>Follows what a register newly says of the status, where the licence is not there already.</summary>
    private static LicenceEventBuilder FollowRegister(LicenceEventBuilder builder, RegisterStatus? said, DateOnly today)
    {
        if (said is not { } register)
        {
            return builder;
        }

        var grounds = RegisterGrounds(Terms.Of(register).Chinese);
        return (register, builder.Licence) switch
        {
            // A register names no end of a suspension: it lasts until the register says otherwise or the term ends.
            (RegisterStatus.Suspended, { Status: LicenceStatus.Active } licence) when licence.ValidTo >= today =>
                builder.With(new LicenceSuspended(today, licence.ValidTo, FromRegister: true, grounds)),
            (RegisterStatus.Valid, { Suspension.FromRegister: true }) => builder.With(new LicenceReinstated(today, grounds)),
            (RegisterStatus.Withdrawn, { IsInForce: true }) =>
                builder.With(new LicenceWithdrawn(today, grounds, Standing(builder.Licence))),
            (RegisterStatus.Revoked, { IsInForce: true }) => builder.With(new LicenceRevoked(today, grounds, Standing(builder.Licence))),
            (RegisterStatus.Deregistered, { Status: not LicenceStatus.Deregistered } licence) =>
                builder.With(new LicenceDeregistered(today, ImpliedGround(licence), grounds, Standing(licence))),
            _ => builder,
        };
    }

    // 过期 is no news: the clock decides what has expired, and registers lag behind it.
    private static RegisterStatus? Heeded(RegisterStatus? said) => said is RegisterStatus.Lapsed ? RegisterStatus.Valid : said;

    private static Grounds RegisterGrounds(string said) => new($"登记信息：{said}", "发证机关登记信息");

    private static RegisterLicence AsRegistration(ImportLicence row) =>
        new(
            row.Number,
            row.Enterprise,
            row.ValidFrom,
            row.ValidTo,
            row.ProductClasses,
            row.IssuedBy,
            row.ProductionAddress,
            row.Kind,
            row.Products);
}

/// <summary>登记状态. What a public register says of a licence's status. It may lag behind: the clock decides what has expired.</summary>
[JsonConverter(typeof(WireNameConverter<RegisterStatus>))]
public enum RegisterStatus
{
    /// <summary>Said to be valid.</summary>
    [Term("有效", "valid")]
    Valid,

    /// <summary>Said to be suspended.</summary>
    [Term("暂停、暂扣", "suspended")]
    Suspended,

    /// <summary>Said to have lapsed.</summary>
    [Term("过期、失效", "lapsed")]
    Lapsed,

    /// <summary>Said to be deregistered.</summary>
    [Term("注销", "deregistered")]
    Deregistered,

    /// <summary>Said to be withdrawn.</summary>
    [Term("撤销", "withdrawn")]
    Withdrawn,

    /// <summary>Said to be revoked.</summary>
    [Term("吊销", "revoked")]
    Revoked,
}

/// <summary>导入许可证. Takes over one row of a public register: registers the licence, changes only what differs, or leaves it as it is. What the row does not say stays. It never undoes what the bureau did: a suspension stays though the register still says 有效, an ended licence stays ended, and an older end does not take back a renewal recorded here.</summary>
/// <param name="Number">证书编号. As read; it is checked and normalised.</param>
/// <param name="Enterprise">持证企业. The holder's credit code, as read.</param>
/// <param name="ValidFrom">发证日期. The first valid day.</param>
/// <param name="ValidTo">有效期至. The last valid day; 9999-12-31 for 长期.</param>
/// <param name="ProductClasses">产品类别. Codes or Chinese names; what names no class stays as the licence's products. Null when the register
/// does
/// not say.</param>
/// <param name="IssuedBy">发证机关. Or null.</param>
/// <param name="ProductionAddress">生产地址. Or null.</param>
/// <param name="Kind">证书类型. Null when the register does not say; else it must fit the number.</param>
/// <param name="Status">状态. What the register says; null when it does not. The clock decides what has expired.</param>
/// <param name="Products">产品名称. What the register calls the products; or null.</param>
[GenerateSerializer, Immutable, Alias("licence.import"), AllowedTo(Importers), NotOffered]
[Refuses<LicenceKindMismatch, EnterpriseNotRegistered, ValidityReversed, LicenceHeldByAnother, RegisterTermNotTaken>, KeepsLines]
public sealed record ImportLicence(
    string Number,
    string Enterprise,
    DateOnly ValidFrom,
    [property: MayBeLongTerm] DateOnly ValidTo,
    [Listed<ProductClass>(KeepsUnknown = true), Most(ProductClass.MostPerSubject)] ImmutableArray<string>? ProductClasses = null,
    [Longest(LicenceDetails.LongestIssuer)] string? IssuedBy = null,
    [Longest(LicenceDetails.LongestAddress)] string? ProductionAddress = null,
    LicenceKind? Kind = null,
    RegisterStatus? Status = null,
    [Longest(LicenceDetails.LongestProducts)] string? Products = null) : LicenceCommand, ITakenFromRegister;

/// <summary>许可证登记事项已更正. A register said otherwise than what was recorded.</summary>
/// <param name="Details">登记事项. As they stand afterwards.</param>
/// <param name="Term">有效期. The corrected term; null when it stays.</param>
/// <param name="NextNotice">下一提醒. The next notice under a corrected term; of no meaning when the term stays.</param>
/// <param name="RegisterStatus">登记状态. What the register says; null when it does not.</param>
/// <param name="RecordedOn">登记日. The day it was recorded (Asia/Shanghai).</param>
[Alias("licence.corrected")]
public sealed record LicenceCorrected(LicenceDetails Details, LicenceTerm? Term, LicenceNotices? NextNotice, RegisterStatus? RegisterStatus, DateOnly RecordedOn) : LicenceEvent
{
    /// <inheritdoc/>
    public override BilingualText Summary => Term is { } term
        ? new($"按登记信息更正，有效期{term.Text.Chinese}", $"Corrected from the register, valid {term.Text.English}")
        : new("按登记信息更正", "Corrected from the register");
}

/// <summary>许可证属于另一企业. The number is recorded for another enterprise.</summary>
/// <param name="Number">证书编号. The number.</param>
/// <param name="Holder">持证企业. The credit code of the enterprise that holds it.</param>
[GenerateSerializer, Immutable, Alias("refusal.licence-held-by-another")]
public sealed record LicenceHeldByAnother(string Number, string Holder) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message => new($"证书编号{Number}已登记在另一企业{Holder}名下", $"Licence {Number} is recorded for another enterprise, {Holder}");
}

/// <summary>登记簿有效期未采用. A register carries other dates, and they are not taken: the licence has ended, or its dates were recorded here
/// since.</summary>
/// <param name="Number">证书编号. Its number.</param>
/// <param name="Status">状态. Where the licence stands.</param>
/// <param name="ValidFrom">有效期起. The first valid day that is recorded.</param>
/// <param name="ValidTo">有效期至. The last valid day that is recorded.</param>
/// <param name="GivenFrom">登记簿有效期起. What the register says.</param>
/// <param name="GivenTo">登记簿有效期至. What the register says.</param>
[GenerateSerializer, Immutable, Alias("refusal.register-term-not-taken")]
public sealed record RegisterTermNotTaken(
    string Number, LicenceStatus Status, DateOnly ValidFrom, DateOnly ValidTo, DateOnly GivenFrom, DateOnly GivenTo) : Refusal
{
    /// <inheritdoc/>
    public override BilingualText Message
    {
        get
        {
            var (ours, theirs) = ($"{ValidFrom:yyyy-MM-dd}至{ValidTo:yyyy-MM-dd}", $"{GivenFrom:yyyy-MM-dd}至{GivenTo:yyyy-MM-dd}");
            var (ourTerm, theirTerm) = ($"{ValidFrom:yyyy-MM-dd} to {ValidTo:yyyy-MM-dd}",
                $"{GivenFrom:yyyy-MM-dd} to {GivenTo:yyyy-MM-dd}");
            return Status is LicenceStatus.Withdrawn or LicenceStatus.Revoked or LicenceStatus.Deregistered
                ? new(
                    $"许可证{Number}现为“{Terms.Of(Status).Chinese}”，登记簿的有效期{theirs}未采用",
                    $"Licence {Number} is {Terms.Of(Status).English}; the register's term, {theirTerm}, is not taken")
                : new(
                    $"本局已登记许可证{Number}的有效期为{ours}，登记簿的{theirs}未采用；本局登记有误的，请更正许可证登记",
                    $"The term of licence {Number} was recorded here, {ourTerm}; the register's, {theirTerm}, is not taken. "
                    + "If ours is wrong, correct the entry");
        }
    }
}
