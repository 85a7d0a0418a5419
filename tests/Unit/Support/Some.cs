using System.Collections.Immutable;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Unit.Support;

/// <summary>Things of the trade that are valid, so that a test says only what it is about.</summary>
internal static class Some
{
    /// <summary>A Monday.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    public const string CreditCode = "91310118631656145F";
    public const string OtherCreditCode = "91310000607412271H";
    public const string ProductionLicenceNumber = "XK18-978-00001";
    public const string FoodLicenceNumber = "SC10131011800012";
    public const string CertificateNumber = "2025010301000005";

    public const string DenNumber = "WD-0000000001";

    /// <summary>A case of another authority, as its decision names it.</summary>
    public const string CaseOnPaper = "沪市监罚〔2026〕31号";

    public static readonly Grounds Grounds = new("抽样检验不合格", "工业产品生产许可证管理条例 第四十五条", "沪质监罚〔2026〕12号");

    public static readonly EnterpriseDetails Details = new("上海永固锁业经销有限公司", "青浦", "青浦区朱家角镇综合经济城", "销售锁具", RegisteredOn: new DateOnly(2000, 1, 3), Capital: "50(万元人民币)", Province: "上海");

    public static readonly EnterpriseFact Holder = new(Details.Name, IsClosed: false);

    public static readonly Actor Officer = new("officer", Roles.Officer, "INSPECTION", null, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));

    /// <summary>An instant: ten in the morning of a day in Shanghai.</summary>
    public static DateTimeOffset TenOClock(DateOnly day) => ShanghaiTime.StartOf(day).AddHours(10);

    public static Circumstances On(DateOnly day, EnterpriseFact? holder = null) => At(TenOClock(day), holder);

    public static Circumstances At(DateTimeOffset instant, EnterpriseFact? holder = null) =>
        new Circumstances(Officer, instant, WorkingCalendar.BuiltIn) { Key = "the key" }
        .With(new HolderFound(holder
            ?? Holder)).With(DecidingCaseFound.None).With(CasesBehindFound.None).With(HolderEnd.None)
        .With(CountedSoFar.Nothing).With(new LicencesHeld([
            ProductionLicenceNumber])).With(new OtherLicenceFound(OtherLicence())).With(new StruckOutPlaces([])).WithLists();

    /// <summary>The same, and every section, agency and enterprise that a command names is in its list, and every officer may act.</summary>
    public static Circumstances WithLists(this Circumstances now, bool isOpen = true, params ImmutableArray<string> unregistered) =>
        now.With(Lists(isOpen)).With(new WarnedFound(unregistered)).With(new OfficersFound(null)).With(new LastNumber(11))
            .With(ActingRules.Usual);

    /// <summary>The same, and whatever a command of a case names is found: the party under this name, the case to be joined with where it is said to stand.</summary>
    public static Circumstances WithCaseFacts(
        this Circumstances now, string? party = "某厂", CaseStage? other = CaseStage.Lead, int? version = null, bool isApproved = true) =>
        now.With(isApproved ? new UnderApproval(0) : null)
            .With(new DeciderFound(IsHead: true, []))
            .With(new PartyFound(party))
            .With(new DenFound(Den()))
            .With(MajorCaseCriteria.Usual)
            .With(HearingFigures.Usual)
            .With(CountedSoFar.Nothing)
            .With(new ParticularsSealed("密文", AreAlreadyKept: false))
            .With(new JoinPartnerFound(other, version)).With(new EvidenceFound(new Dictionary<string, KeptContent>()))
            .With(new ParticipantsFound([], IsHeaded: true))
            .With(new LicencesSuspended([]))
            .With(new LicencesStanding([]))
            .With(new ChairFound(IsOfTrade: true, IsInService: true))
            .With(new RecusedFound(Exists: true, IsHead: false)).WithLists();

    /// <summary>Lists that have every entry that anybody names, open or closed; an agency that nobody knows is of the police.</summary>
    public static ListedFound Lists(bool isOpen = true) =>
        Lists(isOpen, code => Agency.List.Delivered.OfType<Agency>().FirstOrDefault(known => known.Code == code)?.Kind ?? AgencyKind.Police);

    /// <summary>The same, with agencies of one kind only; without a kind, no agency.</summary>
    public static ListedFound Lists(AgencyKind? kind) => Lists(isOpen: true, _ => kind);

    private static ListedFound Lists(bool isOpen, Func<string, AgencyKind?> kindOf) => new((list, given) =>
        list == Section.List ? new Section { Code = given, Name = given, IsClosed = !isOpen }
        : list == Area.List ? new Area { Code = given, Name = given, Kind = AreaKind.Town, IsClosed = !isOpen }
        : list == Agency.List ? kindOf(given) is { } of ? new Agency { Code = given, Name = given, Kind = of, IsClosed = !isOpen } : null
        : ProductClass.List.Delivered.FirstOrDefault(known => known.Code == given || known.Name == given) is { } known ? known with { IsClosed = !isOpen }
        : null);

    public static Circumstances WithoutHolder(DateOnly day) => new Circumstances(Officer, TenOClock(day), WorkingCalendar.BuiltIn).With(new HolderFound(null));

    /// <summary>A den as it was found, or as it ended on a day.</summary>
    public static DenState Den(DateOnly? endedOn = null) => new()
    {
        Number = DenNumber,
        Status = endedOn is null ? DenStatus.Found : DenStatus.Ended,
        Details = new DenDetails(
            "盈港路无名作坊", "青浦区盈港路无名弄内", null, "无标识涂料", ["COATINGS"], Today.AddDays(-30), LeadSource.Report, null),
        Section = "INSPECTION",
        FoundBy = "officer",
        Serial = new OfficialNumber(NumberWord.Den, "INSPECTION", 2026, 3),
        End = endedOn is { } on ? new DenEnd(on, DenEnding.Gone, null, Grounds) : null,
    };

    public static EnterpriseState Enterprise() => EnterpriseLaw.Tell(null, On(Today), new RegisterEnterprise(CreditCode, Details, ["CLOTHING"]));

    public static EnterpriseState ClosedEnterprise() => EnterpriseLaw.Tell(Enterprise(), On(Today), new CloseEnterprise(Grounds));

    /// <summary>A licence as it stands on <see cref="Today"/>, valid for five years since 2024-01-01 unless said otherwise.</summary>
    public static LicenceState ActiveLicence(string number = ProductionLicenceNumber, DateOnly? validFrom = null, DateOnly? validTo = null, DateOnly? registeredOn = null) =>
        LicenceLaw.Tell(null, On(registeredOn ?? Today), new RegisterLicence(number, CreditCode, validFrom ?? new DateOnly(2024, 1, 1), validTo ?? new DateOnly(2028, 12, 31), ["CLOTHING", "TEXTILES"], "上海市市场监督管理局"));

    /// <summary>A licence under another number, as the shell finds it.</summary>
    public static LicenceState OtherLicence(string number = "XK18-978-00002", string? holder = null) => new()
    {
        Number = number,
        Kind = LicenceKind.ProductionLicence,
        Status = LicenceStatus.Active,
        Enterprise = holder ?? CreditCode,
        Details = new LicenceDetails(["CLOTHING"], null, null),
        Term = LicenceRules.Term(LicenceKind.ProductionLicence, new(2024, 1, 1), new(2028, 12, 31), WorkingCalendar.BuiltIn),
    };

    public static LicenceState SuspendedLicence(DateOnly? until = null) =>
        LicenceLaw.Tell(ActiveLicence(), On(Today), new SuspendLicence(until ?? Today.AddDays(30), Grounds, CaseOnPaper));

    /// <summary>A licence that a decision of case AJ-0000000001 suspends for sixty days.</summary>
    public static LicenceState LicenceSuspendedInCase()
    {
        var decided = new DecidingCase("AJ-0000000001", [CreditCode], Today, [PenaltyKind.LicenceSuspension])
        {
            SuspensionDays = 60,
            ServedOn = Today,
        };
        return LicenceLaw.Tell(
            ActiveLicence(),
            On(Today).With(new DecidingCaseFound(decided)),
            new SuspendLicence(Today.AddDays(60), Grounds, decided.Number));
    }

    /// <summary>A licence that the decision of case AJ-0000000001 revokes.</summary>
    public static LicenceState LicenceRevokedInCase()
    {
        var decided = new DecidingCase("AJ-0000000001", [CreditCode], Today, [PenaltyKind.LicenceRevocation]) { ServedOn = Today };
        return LicenceLaw.Tell(
            ActiveLicence(), On(Today).With(new DecidingCaseFound(decided)), new RevokeLicence(Grounds, decided.Number));
    }

    public static LicenceState RequestedLicence() => LicenceLaw.Tell(ActiveLicence(), On(Today), new RequestLicenceWithdrawal(Grounds));

    public static LicenceState ExpiredLicence() => ActiveLicence(validFrom: new DateOnly(2021, 2, 1), validTo: Today.AddDays(-10));

    public static LicenceState WithdrawnLicence() => LicenceLaw.Tell(RequestedLicence(), On(Today), new WithdrawLicence(Grounds));

    public static LicenceState RevokedLicence() => LicenceLaw.Tell(ActiveLicence(), On(Today), new RevokeLicence(Grounds, CaseOnPaper));

    public static LicenceState DeregisteredLicence() =>
        LicenceLaw.Tell(ActiveLicence(), On(Today), new DeregisterLicence(Grounds, DeregistrationGround.AskedByHolder));
}

/// <summary>Decides and folds, for tests that tell a story.</summary>
internal static class LicenceLaw
{
    /// <summary>The licence after commands that must all be accepted.</summary>
    public static LicenceState Tell(LicenceState? licence, Circumstances now, params ReadOnlySpan<LicenceCommand> commands)
    {
        foreach (var command in commands)
        {
            var decision = Licence.Concept.Decided(licence, command, now);
            Assert.Null(decision.Refusal);
            licence = Fold(licence, decision.Events);
        }

        return licence!;
    }

    public static LicenceState? Fold(LicenceState? licence, IEnumerable<LicenceEvent> events) => events.Aggregate(licence, Licence.Apply);

    public static LicenceEvent[] Events(LicenceState? licence, LicenceCommand command, Circumstances now)
    {
        var decision = Licence.Concept.Decided(licence, command, now);
        Assert.Null(decision.Refusal);
        return [.. decision.Events];
    }

    public static Refusal? Refusal(LicenceState? licence, LicenceCommand command, Circumstances now) => Licence.Concept.Decided(licence, command, now).Refusal;

    public static string Json(LicenceState? licence) => licence is null ? "" : Licence.Concept.WriteState(licence);
}

/// <summary>Decides and folds, for tests that tell a story.</summary>
internal static class EnterpriseLaw
{
    /// <summary>The enterprise after commands that must all be accepted.</summary>
    public static EnterpriseState Tell(EnterpriseState? enterprise, Circumstances now, params ReadOnlySpan<EnterpriseCommand> commands)
    {
        foreach (var command in commands)
        {
            var decision = Enterprise.Concept.Decided(enterprise, command, now);
            Assert.Null(decision.Refusal);
            enterprise = decision.Events.Aggregate(enterprise, Enterprise.Apply);
        }

        return enterprise!;
    }
}
