using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Calendar;

public static partial class StatutoryRules
{
    /// <summary>生产许可证：可以申请延续. Renewal of a production licence may be applied for.</summary>
    public const string ProductionLicenceWindow = "licence.production-window";

    /// <summary>生产许可证：最迟申请延续. Renewal of a production licence must be applied for.</summary>
    public const string ProductionLicenceApplication = "licence.production-application";

    /// <summary>食品生产许可证：可以申请延续. Renewal of a food production licence may be applied for.</summary>
    public const string FoodLicenceWindow = "licence.food-window";

    /// <summary>食品生产许可证：最迟申请延续. Renewal of a food production licence must be applied for.</summary>
    public const string FoodLicenceApplication = "licence.food-application";

    /// <summary>强制性产品认证证书：可以申请延续. Renewal of a compulsory certificate may be applied for.</summary>
    public const string CertificateWindow = "licence.certificate-window";

    /// <summary>强制性产品认证证书：最迟申请延续. Renewal of a compulsory certificate must be applied for: on its last valid day.</summary>
    public const string CertificateApplication = "licence.certificate-application";

    /// <summary>生产许可证：有效期. The longest term of a production licence.</summary>
    public const string ProductionLicenceTerm = "licence.production-term";

    /// <summary>食品生产许可证：有效期. The longest term of a food production licence.</summary>
    public const string FoodLicenceTerm = "licence.food-term";

    /// <summary>强制性产品认证证书：有效期. The longest term of a compulsory certificate that has an end.</summary>
    public const string CertificateTerm = "licence.certificate-term";

    /// <summary>许可证：建议注销. A lapsed licence that was not renewed is proposed for deregistration.</summary>
    public const string LicenceDeregistration = "licence.deregistration-proposal";

    private static readonly Statute ProductionLicenceRegulation = new(new("工业产品生产许可证管理条例", "Regulation on Production Licences for Industrial Products (State Council 440)"), new(2005, 9, 1));
    private static readonly Statute FoodLicenceMeasures = new(new("食品生产许可管理办法", "Measures for Food Production Licences (SAMR 24)"), new(2020, 3, 1));
    private static readonly Statute CertificationProvisions = new(new("强制性产品认证管理规定", "Provisions on Compulsory Product Certification"), new(2009, 9, 1));
    private static readonly Statute LicensingLaw = new(new("行政许可法", "Administrative Licensing Law"), new(2004, 7, 1));

    private static readonly BilingualText EndOfValidity = new("有效期届满", "end of validity");
    private static readonly BilingualText FirstDay = new("有效期起", "first valid day");
    private static readonly BilingualText LongestTerm = new("有效期最长", "longest term");
    private static readonly BilingualText MayApply = new("可以申请延续", "renewal may be applied for");
    private static readonly BilingualText MustApply = new("最迟申请延续", "renewal must be applied for");

    private static IEnumerable<StatutoryRule> LicenceRules() =>
    [
        Row(ProductionLicenceWindow, ProductionLicenceRegulation.Article(25), Opens(12, PeriodUnit.Months), MayApply, EndOfValidity) with { IsInternal = true },
        Row(ProductionLicenceApplication, ProductionLicenceRegulation.Article(25), Latest(6, PeriodUnit.Months), MustApply, EndOfValidity),
        Row(FoodLicenceWindow, FoodLicenceMeasures.Article(34), Opens(6, PeriodUnit.Months), MayApply, EndOfValidity) with { IsInternal = true },
        Row(FoodLicenceApplication, FoodLicenceMeasures.Article(34), Latest(30, PeriodUnit.WorkingDays), MustApply, EndOfValidity),
        Row(CertificateWindow, CertificationProvisions.Article(0), Opens(90, PeriodUnit.CalendarDays), MayApply, EndOfValidity),
        Row(CertificateApplication, CertificationProvisions.Article(0), Latest(0, PeriodUnit.CalendarDays), MustApply, EndOfValidity),
        Row(ProductionLicenceTerm, ProductionLicenceRegulation.Article(25), StatutoryPeriod.OfMonths(60), LongestTerm, FirstDay),
        Row(FoodLicenceTerm, FoodLicenceMeasures.Article(0), StatutoryPeriod.OfMonths(60), LongestTerm, FirstDay),
        Row(CertificateTerm, CertificationProvisions.Article(0), StatutoryPeriod.OfMonths(60), LongestTerm, FirstDay),
        Row(LicenceDeregistration, LicensingLaw.Article(70), new StatutoryPeriod(30, PeriodUnit.CalendarDays), new("建议注销未延续的许可证", "deregistration of a lapsed licence proposed"), EndOfValidity) with { IsInternal = true },
    ];

    private static StatutoryPeriod Opens(int length, PeriodUnit unit) => new(length, unit, PeriodSense.EarliestBefore);

    private static StatutoryPeriod Latest(int length, PeriodUnit unit) => new(length, unit, PeriodSense.LatestBefore);
}
