using System.Collections.Immutable;
using System.Globalization;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Silo.Demo;

/// <summary>演示窝点. A den of the demonstration that is recorded: found, inspected when there is a case about it, and banned after the
/// penalty.</summary>
/// <param name="place">The place of its case among the cases.</param>
/// <param name="party">What it is called, and where it is.</param>
/// <param name="officers">Who investigates.</param>
internal sealed class DemoDen(int place, DemoParty party, ImmutableArray<string> officers)
{
    /// <summary>How many of the dens are recorded; the others are parties of their case alone.</summary>
    public const int Recorded = 3;

    private readonly string _cause = string.Create(CultureInfo.InvariantCulture, $"den\n{place}");

    /// <summary>Its number.</summary>
    public string Number => DemoCampaign.NumberFor(Den.Prefix, officers[0], _cause);

    /// <summary>It is found.</summary>
    /// <param name="on">The day.</param>
    /// <param name="products">What it makes.</param>
    /// <param name="productClass">The class of that.</param>
    public DemoStep Found(DateOnly on, string products, string productClass) => DemoStep.Of(
        on, Subject, officers[0], _cause,
        new RecordDen(
            party.Name,
            party.Address,
            products,
            LeadSource.Report,
            GeneratedDistrict.AreaOf(party.Address)!.Code,
            [productClass],
            FoundOn: on));

    /// <summary>It is inspected, and what is found there belongs to its case.</summary>
    /// <param name="on">The day.</param>
    /// <param name="number">The number of the case.</param>
    /// <param name="act">What was done there.</param>
    public IEnumerable<DemoStep> Inspected(DateOnly on, string number, string act)
    {
        var cause = string.Create(CultureInfo.InvariantCulture, $"{_cause}\ninspection");
        var subject = SubjectKeys.Of(Inspection.Concept.Name, DemoCampaign.NumberFor(Inspection.NumberPrefix, officers[0], cause));
        FindingReport[] findings =
        [
            new(ChecklistItem.KeyMaterials, FindingResult.Nonconforming, FindingSeverity.Serious, "原料没有来源证明"),
            new(ChecklistItem.Premises, FindingResult.Nonconforming, FindingSeverity.Serious, "没有登记，没有生产许可"),
            new(ChecklistItem.MaterialsAndSteps, FindingResult.NotApplicable),
        ];
        yield return DemoStep.Of(on, subject, officers[0], cause, new BeginInspection(null, officers, Den: Number));
        yield return DemoStep.Of(on, subject, officers[0], null, new RecordInspection(
            officers, [.. findings], InspectionResult.Case, $"现场正在生产，涉嫌{act}", on, CaseNumber: number));
    }

    /// <summary>It is banned: the officer proposes it, the head approves.</summary>
    /// <param name="on">The day.</param>
    /// <param name="number">The number of the case that it rests on.</param>
    public IEnumerable<DemoStep> Banned(DateOnly on, string number)
    {
        var document = string.Create(CultureInfo.InvariantCulture, $"澄市监取缔〔演示〕{place:D3}号");
        var grounds = new Grounds("未经登记、未取得许可擅自生产", "无证无照经营查处办法 第五条", document);
        yield return DemoStep.Of(on, Subject, officers[0], null, new BanDen(grounds, number));
        yield return DemoStep.Of(on, Subject, "leader", null, new ApproveDenBan(1, "同意"));
    }

    private string Subject => SubjectKeys.Of(Den.Concept.Name, Number);
}
