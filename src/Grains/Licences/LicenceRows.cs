using LinqToDB.Mapping;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Search;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证行. A licence in lists.</summary>
[Table("licence")]
public sealed record LicenceRow : Row
{
    /// <summary>版本. The version of the state that the row shows.</summary>
    [Column("version"), NotNull] public required int Version { get; init; }

    /// <summary>证书编号. As the issuing authority gave it.</summary>
    [Column("number", Length = 30), NotNull, Field, Filter, Sort, AsOf, ReadableBy(Readers.Everyone)] public required string Number { get; init; }

    /// <summary>种类.</summary>
    [Column("kind", Length = 40), NotNull, Wire<LicenceKind>, Field, Filter, ReadableBy(Readers.Everyone)] public required string Kind { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull, Wire<LicenceStatus>, Field, Filter, Sort, AsOf, ReadableBy(Readers.Everyone)] public required string Status { get; init; }

    /// <summary>持证企业. The holder's credit code.</summary>
    [Column("enterprise", Length = 18), NotNull, ReferenceFilter<EnterpriseRow>(nameof(EnterpriseRow.CreditCode), "enterprise", "持证企业. Licences by who holds them.")] public required string Enterprise { get; init; }

    /// <summary>有效期起. The first valid day (Asia/Shanghai).</summary>
    [Column("valid_from", Length = 10), NotNull, Day, Field, Filter, Sort, AsOf, ReadableBy(Readers.Everyone)] public required string ValidFrom { get; init; }

    /// <summary>有效期至. The last valid day (Asia/Shanghai); it expires at the end of it.</summary>
    [Column("valid_to", Length = 10), NotNull, Day, Field, Filter, Sort, AsOf, ReadableBy(Readers.Everyone)] public required string ValidTo { get; init; }

    /// <summary>延续申请截止日. The last day to apply for renewal.</summary>
    [Column("must_apply_by", Length = 10), NotNull, Day, Field, Filter, Sort] public required string MustApplyBy { get; init; }

    /// <summary>发证机关.</summary>
    [Column("issued_by", Length = 200), Nullable, Field, Filter, ReadableBy(Readers.Everyone)] public string? IssuedBy { get; init; }

    /// <summary>生产地址.</summary>
    [Column("production_address", Length = 500), Nullable, Field] public string? ProductionAddress { get; init; }

    /// <summary>暂扣至. The last day of the suspension that runs, or null.</summary>
    [Column("suspended_until", Length = 10), Nullable, Day, Field] public string? SuspendedUntil { get; init; }

    /// <summary>已提请撤销. Whether the issuing authority has been asked to withdraw it and has not answered.</summary>
    [Column("withdrawal_requested"), NotNull, Field, Filter] public required bool WithdrawalRequested { get; init; }

    /// <summary>延续申请日. The day on which a renewal was applied for that is not decided; null where none was.</summary>
    [Column("renewal_applied_on", Length = 10), Nullable, Day, Field, Filter] public string? RenewalAppliedOn { get; init; }

    /// <summary>已建议注销. Whether its deregistration has been proposed and not been done.</summary>
    [Column("deregistration_proposed"), NotNull, Field, Filter] public required bool DeregistrationProposed { get; init; }
}

/// <summary>许可证产品类别行. One product class of a licence.</summary>
[Table("licence_product_class"), PartOf<LicenceRow>("productClasses", "产品类别. Licences by the classes they cover.", Element = typeof(ProductClassElement))]
public sealed record LicenceProductClassRow : CarriedClassRow;

/// <summary>许可证计数行. Licences by the month in which they end, status and kind.</summary>
[Table("licence_count")]
public sealed record LicenceCountRow : CountsOf<LicenceRow>
{
    /// <summary>月份. Of the last valid day.</summary>
    [Column("period", Length = 10), NotNull, PeriodOf(nameof(LicenceRow.ValidTo), CountedPeriod.Month)] public required string Period { get; init; }

    /// <summary>状态.</summary>
    [Column("status", Length = 20), NotNull] public required string Status { get; init; }

    /// <summary>种类.</summary>
    [Column("kind", Length = 40), NotNull] public required string Kind { get; init; }
}

/// <summary>许可证可查文字行. A text by which a licence is found.</summary>
[Table("licence_text")]
public sealed record LicenceTextRow : SearchTextRow;

/// <summary>The rows that show a licence.</summary>
internal static class LicenceRows
{
    public static IReadOnlyList<Row> Of(string subject, LicenceState licence, int version) =>
    [
        new LicenceRow
        {
            Subject = subject,
            Version = version,
            Number = licence.Number,
            Kind = WireName.Of(licence.Kind),
            Status = WireName.Of(licence.Status),
            Enterprise = licence.Enterprise,
            ValidFrom = IsoDate.Of(licence.ValidFrom),
            ValidTo = IsoDate.Of(licence.ValidTo),
            MustApplyBy = IsoDate.Of(licence.Term.MustApplyBy),
            IssuedBy = licence.IssuedBy,
            ProductionAddress = licence.Details.ProductionAddress,
            SuspendedUntil = IsoDate.Of(licence.Suspension?.Until),
            WithdrawalRequested = licence.WithdrawalRequest is not null,
            RenewalAppliedOn = IsoDate.Of(licence.RenewalApplication?.AppliedOn),
            DeregistrationProposed = licence.DeregistrationProposedOn is not null
                && (licence.Status is LicenceStatus.Expired
                    || (licence.HolderClosedOn is not null && (licence.IsInForce || licence.Status is LicenceStatus.NotYetValid))),
        },
        .. licence.ProductClasses.Select((code, place) => new LicenceProductClassRow { Subject = subject, Code = code, Place = place }),
        .. SearchTexts.Of([licence.Number])
            .Select(text => new LicenceTextRow { Subject = subject, Folded = text }),
    ];
}
