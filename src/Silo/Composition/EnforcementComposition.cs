using System.Collections.Frozen;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Operations;

namespace ShuangDa.Silo.Composition;

/// <summary>
/// 执法组合. What the bureau sets for itself in enforcement: when it warns before a term ends, which cases are major ones, from which
/// amounts on a hearing is offered in its province, how often an enterprise is inspected in a year, which entries are late ones.
/// Configuration section <c>Enforcement</c>.
/// </summary>
public static class EnforcementComposition
{
    /// <summary>Registers the bureau's own rules.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="settings">The configuration, checked.</param>
    public static IServiceCollection AddEnforcement(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton<PersonalData>()
        .AddSingleton<Turns>()
        .AddSingleton<ICommitObserver, DenActs>()
        .AddSingleton(WarningOf(settings))
        .AddSingleton(MajorOf(settings))
        .AddSingleton(HearingOf(settings))
        .AddSingleton(CapOf(settings))
        .AddSingleton(ActingOf(settings))
        .AddSingleton(new LateEntry(KnownSettings.Number(settings, KnownSettings.LateEntryWorkingDays, LateEntry.Usual.WorkingDays)));

    // Nought says that there is no cap.
    private static YearlyInspectionCap CapOf(IConfiguration settings) => settings[KnownSettings.YearlyInspections] is not { Length: > 0 }
        ? YearlyInspectionCap.Usual
        : new(KnownSettings.Number(settings, KnownSettings.YearlyInspections, 0) is > 0 and var most ? most : null);

    private static ActingRules ActingOf(IConfiguration settings) => new(
        KnownSettings.ActingOfficers
            .Select(one => (one.Concept, Acting: WireName.Find<OfficersActing>(settings[one.Key] ?? "")))
            .Where(one => one.Acting is not null)
            .ToFrozenDictionary(one => one.Concept, one => one.Acting!.Value),
        settings[KnownSettings.LicenceSection] is { Length: > 0 } section ? section.Trim() : null);

    private static WarningShare WarningOf(IConfiguration settings) =>
        settings[KnownSettings.WarnWhenLeft] is { Length: > 0 } text && KnownSettings.ShareOf(text) is { } left ? new WarningShare(left) : WarningShare.Usual;

    private static MajorCaseCriteria MajorOf(IConfiguration settings) => new(
        Fen(settings, KnownSettings.MajorGoodsValue, MajorCaseCriteria.Usual.GoodsValue),
        Fen(settings, KnownSettings.MajorSalesAmount, MajorCaseCriteria.Usual.SalesAmount),
        Fen(settings, KnownSettings.MajorIllegalGains, MajorCaseCriteria.Usual.IllegalGains),
        settings[KnownSettings.MajorCircumstances] is { } names ? [.. KnownSettings.Listed(names).Select(name => WireName.Find<GraveCircumstance>(name)!.Value)] : MajorCaseCriteria.Usual.Circumstances);

    private static HearingFigures HearingOf(IConfiguration settings) => new(
        Fen(settings, KnownSettings.HearingFromPersons, HearingFigures.Usual.Persons),
        Fen(settings, KnownSettings.HearingFromOrganisations, HearingFigures.Usual.Organisations));

    // Nought and an empty value say that it is no criterion.
    private static long? Fen(IConfiguration settings, string key, long? usual) => settings[key] is null ? usual : KnownSettings.Number(settings, key, 0) is > 0 and var yuan ? yuan * 100L : null;
}
