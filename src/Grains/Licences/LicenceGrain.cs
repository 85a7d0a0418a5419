using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Licences;

/// <summary>许可证. The shell of one licence. For a first registration it asks whether the enterprise that is to hold it is registered.</summary>
[GrainType("licence")]
internal sealed class LicenceGrain([PersistentState("licence")] IPersistentState<Subject<LicenceState>> stored, SubjectShell shell)
    : SubjectGrain<LicenceState, LicenceCommand, LicenceEvent>(stored, Licence.Concept, shell), ILicenceGrain
{
    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(LicenceCommand command) => command switch
    {
        RegisterLicence { EnteredBeforeAs: { } before } c when await HolderAsync(c.Enterprise) is { } holder =>
            new SeveralFacts(holder, await OtherAsync(before)),
        RegisterLicence c => await HolderAsync(c.Enterprise),
        ImportLicence c => await HolderAsync(c.Enterprise),
        SuspendLicence c => await DecidingCaseFound.ReadAsync(Shell.Database, c.Case),
        ReinstateLicence => await DecidingCaseFound.ReadAsync(Shell.Database, (await Read())?.State.Suspension?.Case),
        RevokeLicence c => await DecidingCaseFound.ReadAsync(Shell.Database, c.Case),

        // The places are read before the other licence: whoever takes the next one in between has it refused, or is seen.
        CancelMistypedLicence c => new SeveralFacts(
            await PlacesAsync(),
            await OtherAsync(c.RightNumber),
            await CountedSoFar.ReadAsync(Shell.Database, SubjectName)),
        CorrectLicenceEnding or NoteSuspendingDecision => new SeveralFacts(
            await CountedSoFar.ReadAsync(Shell.Database, SubjectName),
            await CasesBehindFound.ReadAsync(Shell.Database, Licence.CasesBehind((await Read())?.State)),
            await HolderEndAsync((await Read())?.State.Enterprise)),
        ApplyForLicenceRenewal or CorrectLicence or CorrectCertificateSuspension or NoteHolderReopening =>
            await CountedSoFar.ReadAsync(Shell.Database, SubjectName),
        _ => null,
    };

    // The table is asked and not the actor: two licences must not wait for each other.
    private async Task<OtherLicenceFound> OtherAsync(string number)
    {
        if (LicenceNumber.Parse(number, out var other) is not null)
        {
            return new OtherLicenceFound(null);
        }

        var found = await StateAsync(other.Text);

        // From before the places were kept, there can be circles.
        var passed = new List<string>();
        for (var next = found?.EnteredRightAs; next is not null && !passed.Contains(next); next = (await StateAsync(next))?.EnteredRightAs)
        {
            passed.Add(next);
        }

        return new OtherLicenceFound(found, passed.LastOrDefault());

        Task<LicenceState?> StateAsync(string key) => Shell.Database.ReadStoredAsync<LicenceState>(Licence.Concept, key);
    }

    private async Task<StruckOutPlaces> PlacesAsync()
    {
        if ((await Read())?.State.Enterprise is not { } holder)
        {
            return new StruckOutPlaces([]);
        }

        var ended = WireName.Of(LicenceStatus.Deregistered);
        await using var data = await Shell.Database.ReadAsync();
        var ofHolder = await data.GetTable<LicenceRow>().Where(row => row.Enterprise == holder && row.Status == ended)
            .Select(row => row.Subject).ToListAsync();
        var states = await data.ReadStoredAsync<LicenceState>(Licence.Concept, ofHolder);
        return new StruckOutPlaces([.. states.Values.Select(state => state.StruckOutPlace).OfType<int>()]);
    }

    // The enterprise's row is asked and not its actor: an enterprise that ends tells its licences, and two actors must not wait for each
    // other.
    private async Task<HolderFound?> HolderAsync(string holder)
    {
        if (CreditCode.ParseCarried(holder, out var code) is not null || await Read() is not null)
        {
            return null;
        }

        return new HolderFound(await RowAsync(code.ToString()) is { } row
            ? new EnterpriseFact(row.Name, row.Status == WireName.Of(EnterpriseStatus.Closed)) : null);
    }

    private async Task<HolderEnd> HolderEndAsync(string? holder) =>
        holder is not null && await RowAsync(holder) is { ClosedOn: { } closedOn } ? new HolderEnd(IsoDate.Parse(closedOn))
            : HolderEnd.None;

    private async Task<EnterpriseRow?> RowAsync(string holder)
    {
        var subject = SubjectKeys.Of(Enterprise.Concept.Name, holder);
        await using var data = await Shell.Database.ReadAsync();
        return await data.GetTable<EnterpriseRow>().FirstOrDefaultAsync(row => row.Subject == subject);
    }
}
