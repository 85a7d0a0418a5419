using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Inspections;

/// <summary>检查. The shell of one inspection. Enterprises and accounts never wait for an inspection, so that it may wait for them.</summary>
[GrainType("inspection")]
internal sealed class InspectionGrain([PersistentState("inspection")] IPersistentState<Subject<InspectionState>> stored, SubjectShell shell, AttachmentFolder attachments)
    : SubjectGrain<InspectionState, InspectionCommand, InspectionEvent>(stored, Inspection.Concept, shell), IInspectionGrain
{
    // More licences than these say nothing more of what an inspection is about.
    private const int MostLicences = 50;

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(InspectionCommand command) => command switch
    {
        PlanInspection c when await Read() is null && CreditCode.Parse(c.Enterprise, out var code) is null => await FactsFor(c, code.ToString()),
        RecordInspection c => new InspectionFacts { Barred = await OfficerAccounts.BarredAsync(GrainFactory, c.Officers, mayHaveLeft: true), Files = FilesOf(c) },
        AssignInspectionOfficers c => await OfficerAccounts.FoundAsync(GrainFactory, c.Officers),
        MoveInspectionWork c => await OfficerAccounts.FoundAsync(GrainFactory, [c.To]),
        _ => null,
    };

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
            Barred = await OfficerAccounts.BarredAsync(GrainFactory, command.Officers),
        };
    }

    private Dictionary<string, (string, long)> FilesOf(RecordInspection command)
    {
        var files = new Dictionary<string, (string, long)>();
        foreach (var named in (command.Findings.IsDefault ? [] : command.Findings).SelectMany(finding => finding.Attachments ?? []).Concat(command.Attachments ?? []))
        {
            if (attachments.Find(named.Hash) is { } file)
            {
                files[named.Hash] = (file.MediaType, file.Bytes);
            }
        }

        return files;
    }
}
