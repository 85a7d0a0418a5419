using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查. The shell of one inspection. Enterprises, accounts and cases never wait for an inspection, so that it may wait for them.</summary>
[GrainType("inspection")]
internal sealed class InspectionGrain([PersistentState("inspection")] IPersistentState<Subject<InspectionState>> stored, SubjectShell shell, AttachmentFolder attachments)
    : SubjectGrain<InspectionState, InspectionCommand, InspectionEvent>(stored, Inspection.Concept, shell), IInspectionGrain
{
    // More licences than these say nothing more of what an inspection is about.
    private const int MostLicences = 50;

    /// <inheritdoc/>
    public override async Task<Outcome<InspectionState>> Execute(InspectionCommand command, Actor actor)
    {
        var outcome = await base.Execute(command, actor);
        await TellOwedAsync(inspection => inspection.OwedToCase is { } owed ? (Inspection.CaseNotice, owed.Since) : null);
        return outcome;
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(InspectionCommand command) => command switch
    {
        PlanInspection c when await Read() is null && CreditCode.Parse(c.Enterprise, out var code) is null => await FactsFor(c, code.ToString()),
        RecordInspection c => new InspectionFacts { Files = attachments.KeptOf(Inspection.AttachmentsOf(c)), Case = await StageOf(c.CaseNumber) },
        InspectionDeadlineReached { Kind: Inspection.CaseNotice } when await Read() is { State: { OwedToCase: { } owed, Record: { CaseNumber: { } number } record } inspection } => await Tell(inspection, record, owed, number),
        _ => null,
    };

    private async Task<CaseStage?> StageOf(string? caseNumber) =>
        DrawnNumber.Parse(Case.Prefix, caseNumber, out var number) is null ? (await GrainFactory.GetGrain<ICaseGrain>(number).Read())?.State.Stage : null;

    /// <summary>Opens the case that the findings are the lead of, or tells the one that there is.</summary>
    private async Task<InspectionFacts?> Tell(InspectionState inspection, InspectionRecord record, CaseOwed owed, string number)
    {
        CaseCommand command = owed.Opens is { } violation
            ? new RecordLead(
                $"检查发现{Violations.Of(violation).Chinese}案", violation, LeadSource.Inspection, record.InspectedOn, record.Summary, null, inspection.Number, inspection.Plan.Enterprise, null, null, null,
                inspection.Plan.ProductClass is { } productClass ? [productClass] : [], null, HarmsSafety: false)
            : new LinkInspection(inspection.Number);
        var told = await TellAsync(GrainFactory.GetGrain<ICaseGrain>(number), command, owed.By.As, "case", owed.Since);
        return told is null ? null : new InspectionFacts { CaseTold = true, CaseRefusal = told.Refusal };
    }

    private async Task<InspectionFacts> FactsFor(PlanInspection command, string enterprise)
    {
        if (await GrainFactory.GetGrain<IEnterpriseGrain>(enterprise).Read() is not { State: var registered })
        {
            return new InspectionFacts();
        }

        var (active, suspended) = (WireName.Of(LicenceStatus.Active), WireName.Of(LicenceStatus.Suspended));
        await using var data = await Shell.Database.ReadAsync();
        var licences = await data.GetTable<LicenceRow>()
            .Where(row => row.Enterprise == enterprise && (row.Status == active || row.Status == suspended))
            .OrderBy(row => row.ValidTo)
            .Select(row => row.Number)
            .Take(MostLicences)
            .ToListAsync();
        return new InspectionFacts
        {
            EnterpriseIsRegistered = true,
            EnterpriseProductClass = registered.ProductClasses.FirstOrDefault(),
            Licences = [.. licences],
        };
    }
}
