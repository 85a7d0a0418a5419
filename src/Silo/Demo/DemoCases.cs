using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Cases;

namespace ShuangDa.Silo.Demo;

/// <summary>演示案件. The cases of the invented campaign in every stage, and the transfers of those in which a crime is suspected.</summary>
/// <param name="district">The district.</param>
/// <param name="start">The campaign's first day.</param>
/// <param name="findings">The inspections whose findings belong to a case that goes on, in order.</param>
internal sealed class DemoCases(GeneratedDistrict district, DateOnly start, ImmutableArray<DemoFinding> findings = default)
{
    /// <summary>How many cases there are.</summary>
    public const int Cases = 150;

    /// <summary>How many of them go to the police: one in a dozen.</summary>
    private const int Transfers = 12;

    private static readonly ImmutableArray<string> People = ["officer", .. DemoPeople.Officers.Select(officer => officer.User)];

    private static readonly ImmutableArray<int> Dens = PlacesOf(PartyKind.Den);

    private static readonly ImmutableArray<int> Persons = PlacesOf(PartyKind.Person);

    // By the place of the case.
    private readonly Dictionary<int, DemoFinding> _found = PlacesOf(district, findings.IsDefault ? [] : findings);

    /// <summary>Everything that happens in them, also what lies still ahead.</summary>
    public IEnumerable<DemoStep> Steps()
    {
        var steps = new List<DemoStep>();
        var byCode = district.Enterprises.ToDictionary(one => one.CreditCode);
        var inspected = _found.Values.Select(one => one.Enterprise).ToHashSet();
        var parties = district.Enterprises.Where(one => !one.IsClosed && !inspected.Contains(one.CreditCode)).ToList();
        var licensed = district.Licences.Select(licence => licence.Enterprise).ToHashSet();
        for (var place = 0; place < Cases; place++)
        {
            var act = ActOf(place);
            var kind = PartyOf(place);
            var trades = IsPassedOn(place) ? DemoAct.PassedOn(act.Kind).Trades : act.Trades;
            // Who ends during the investigation is a company that has no licence to be deregistered with it.
            var isEnded = IsTerminated(place) && kind is PartyKind.Enterprise;
            var party = _found.TryGetValue(place, out var finding) ? byCode[finding.Enterprise]
                : parties.First(one => (trades.IsEmpty || trades.Contains(one.ProductClass))
                && ((!act.IsWithoutLicence && !isEnded) || !licensed.Contains(one.CreditCode))
                && (!isEnded || one.Details.Name.EndsWith("公司", StringComparison.Ordinal)));
            parties.Remove(party);
            var stranger = kind is PartyKind.Den ? DemoParty.Dens[Dens.IndexOf(place)]
                : kind is PartyKind.Person ? DemoParty.Persons[Persons.IndexOf(place)]
                : null;
            var day = DemoDays.OnOrAfter(start.AddDays(1 + (place * (DemoCampaign.Days - 6) / Cases)));
            new DemoCase(steps, place, day, act, TeamOf(place), party, stranger, kind).Tell();
        }

        return steps;
    }

    /// <summary>Whether a crime is suspected in it.</summary>
    /// <param name="place">Which case.</param>
    /// <param name="serial">Which of the transfers it is.</param>
    public static bool IsCrime(int place, out int serial)
    {
        serial = place / Transfers;
        return place % Transfers == 7;
    }

    /// <summary>Whether it is another authority's.</summary>
    /// <param name="place">Which case.</param>
    public static bool IsPassedOn(int place) => place % 25 == 13;

    /// <summary>Whether its party comes to an end.</summary>
    /// <param name="place">Which case.</param>
    public static bool IsTerminated(int place) => place % 25 == 11;

    /// <summary>What the ids of its commands follow from.</summary>
    /// <param name="place">Which case.</param>
    public static string CauseOf(int place) => string.Create(CultureInfo.InvariantCulture, $"case\n{place}");

    /// <summary>The number of the case, against the same enterprise, that the findings of an inspection belong to.</summary>
    /// <param name="inspection">Which inspection.</param>
    internal string NumberOf(int inspection)
    {
        var place = _found.Single(one => one.Value.Inspection == inspection).Key;
        return DemoCampaign.NumberFor(Case.Prefix, TeamOf(place).Officers[0], CauseOf(place));
    }

    // Leads come in two weeks ahead of inspections; the last before it that can be against this enterprise is.
    private static Dictionary<int, DemoFinding> PlacesOf(GeneratedDistrict district, ImmutableArray<DemoFinding> findings)
    {
        var found = new Dictionary<int, DemoFinding>();
        foreach (var finding in findings)
        {
            var trade = district.Enterprises.First(one => one.CreditCode == finding.Enterprise).ProductClass;
            var place = finding.Inspection * Cases / finding.Inspections;
            while (!IsAgainst(place, trade) || !found.TryAdd(place, finding))
            {
                place--;
            }
        }

        return found;
    }

    // Every twenty-fifth is not filed, another is withdrawn or over on the spot within weeks; what the police or others take, and who comes
    // to an end, is no case that an inspection adds to.
    private static bool IsAgainst(int place, string trade) =>
        place % 25 is not (0 or 1 or 14) && PartyOf(place) is PartyKind.Enterprise && !IsCrime(place, out _) && !IsPassedOn(place) && !IsTerminated(place)
        && ActOf(place) is { IsWithoutLicence: false } act && (act.Trades.IsEmpty || act.Trades.Contains(trade));

    private static ImmutableArray<int> PlacesOf(PartyKind kind) => [.. Enumerable.Range(0, Cases).Where(place => PartyOf(place) == kind)];

    // The section that collects what is reported leads three cases in five itself; of the others each goes to the section whose act it is.
    private static bool IsLent(int place) => (place + (place / 25)) % 5 is 0 or 2;

    /// <summary>Who investigates a case, and who leads their section.</summary>
    private static (ImmutableArray<string> Officers, string Head) TeamOf(int place)
    {
        if (IsLent(place))
        {
            var section = DemoPeople.Sections.Single(one => one.Code == ActOf(place).Section);
            return (section.Officers, section.Head);
        }

        return ([People[place % People.Length], People[(place + 1) % People.Length]], "section-head");
    }

    private static PartyKind PartyOf(int place) => IsCrime(place, out _) ? PartyKind.Enterprise : (place % 25) switch
    {
        15 or 23 => PartyKind.Den,
        18 or 24 => PartyKind.Person,
        11 when place % 50 != 11 => PartyKind.Person,
        _ => PartyKind.Enterprise,
    };

    private static DemoAct ActOf(int place)
    {
        var isOdd = place / 25 % 2 == 1;
        return IsCrime(place, out _) ? DemoAct.Substandard : (place % 6) switch
        {
            0 => DemoAct.ForgedName,
            1 when IsLent(place) => isOdd ? DemoAct.StandardMark : DemoAct.QuantityMark,
            1 => DemoAct.QualityMark,
            2 => DemoAct.Indication,
            3 when IsLent(place) && isOdd => DemoAct.Vessels,
            3 => DemoAct.Substandard,
            4 => DemoAct.Unlicensed,
            _ => PartyOf(place) is PartyKind.Enterprise && !IsTerminated(place) ? DemoAct.BeyondCertificate : DemoAct.WithoutCertificate,
        };
    }
}

/// <summary>演示检查发现. An inspection whose findings belong to a case that goes on against the same enterprise.</summary>
/// <param name="Inspection">Which inspection.</param>
/// <param name="Inspections">Of how many.</param>
/// <param name="Enterprise">The enterprise's credit code.</param>
internal sealed record DemoFinding(int Inspection, int Inspections, string Enterprise);
