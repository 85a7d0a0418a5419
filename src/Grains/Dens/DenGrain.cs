using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using Orleans.Runtime;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Dens;

/// <summary>窝点. The actor of one den; its key is its number.</summary>
[Alias("den")]
public interface IDenGrain : ISubjectGrain<DenState, DenCommand>;

/// <summary>窝点. The shell of one den. Orders and inspections never wait for a den, so that it may tell them that it has ended; cases and
/// orders that a ban rests on are read as they are stored.</summary>
[GrainType("den")]
internal sealed class DenGrain(
    [PersistentState("den")] IPersistentState<Subject<DenState>> stored, SubjectShell shell, PersonalData personal, Turns turns)
    : NumberedGrain<DenState, DenCommand, DenEvent, DenRow>(stored, Den.Concept, shell, turns), IDenGrain
{
    /// <inheritdoc/>
    protected override string? SeriesOf(DenState? state, DenCommand command, Circumstances now) => state is null && command is RecordDen c
        ? OfficialNumber.SeriesOf(now, NumberWord.Den, OwnSection.Or(now, c.Section))
        : null;

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(DenCommand command) => command switch
    {
        RecordDen c => await AtPlaceAsync(c.Name, c.Address),
        CorrectDen c when await Read() is { State.Details: var details } && c.AppliedTo(details) is var after =>
            new SeveralFacts(await AtPlaceAsync(after.Name, after.Address), await CountedSoFar.ReadAsync(Shell.Database, SubjectName)),
        NoteDenActs or DenDeadlineReached { Kind: Den.FirstAct } => await ActsAsync((await Read())?.State.ReopenedOn),
        RecordDenOperator c => await SealedAsync(c),
        BanDen c => await BasisAsync(c.Case, c.Order),
        WithdrawDenBan c when await Read() is { State.Bans: var bans } && c.Ban >= 1 && c.Ban <= bans.Length => new SeveralFacts(
            await BasisAsync(bans[c.Ban - 1].Case, bans[c.Ban - 1].Order), await CountedSoFar.ReadAsync(Shell.Database, SubjectName)),
        ReopenDen when await Read() is { State.Details: var details } =>
            new SeveralFacts(await MattersAsync(), await AtPlaceAsync(details.Name, details.Address)),
        EndDen c => new SeveralFacts(await MattersAsync(), new SuccessorFound(await IsRegisteredAsync(c.CreditCode))),
        _ => null,
    };

    /// <inheritdoc/>
    protected override ValueTask<bool> IsOfAsync(DenCommand command, DenEvent happened) =>
        // What is personal is not part of what a command id is tied to; it is compared with what the command left.
        ValueTask.FromResult(command is not RecordDenOperator c
            || (happened is DenOperatorRecorded { Sealed: var left } && PartyParticulars.Reads(left, c, personal)));

    // Who has the place is known to the commit, which admits no second one (Concept.UniqueNames).
    private async Task<DenAtPlace> AtPlaceAsync(string name, string address)
    {
        var taken = UniqueNameRow.Of(Den.Concept.Name, SubjectName, DenDetails.PlaceOf(name, address));
        await using var data = await Shell.Database.ReadAsync();
        var subject = await data.GetTable<UniqueNameRow>()
            .Where(row => row.Concept == taken.Concept && row.NameHash == taken.NameHash && row.Subject != taken.Subject)
            .Select(row => row.Subject)
            .FirstOrDefaultAsync();
        return new DenAtPlace(
            subject is null ? null : (await data.ReadStoredAsync<DenState>(Den.Concept, [subject])).GetValueOrDefault(subject));
    }

    private async Task<ParticularsSealed> SealedAsync(RecordDenOperator command)
    {
        var kept = (await Read())?.State.Operator;
        return new ParticularsSealed(
            PartyParticulars.Of(command).Sealed(personal), kept is not null && PartyParticulars.Reads(kept, command, personal));
    }

    private async Task<BanBasisFound> BasisAsync(string? onCase, string? onOrder) => new(
        FreeText.Given(onCase) is { } filed ? await Shell.Database.ReadStoredAsync<CaseState>(Case.Concept, filed) : null,
        FreeText.Given(onOrder) is { } order
            ? await Shell.Database.ReadStoredAsync<RectificationState>(Rectification.Concept, order)
            : null);

    private async Task<bool> IsRegisteredAsync(string? creditCode) => CreditCode.ParseCarried(creditCode, out var code) is null
        && await Shell.Database.ReadStoredAsync<EnterpriseState>(Enterprise.Concept, code.ToString()) is not null;

    // Planned inspections are no act yet; an order that was taken back is none any more.
    private async Task<DenActsFound> ActsAsync(DateOnly? since)
    {
        var (den, first, isVoid) = (Key, IsoDate.Of(since) ?? "", WireName.Of(RectificationStatus.Void));
        await using var data = await Shell.Database.ReadAsync();
        var inspected = await data.GetTable<InspectionRow>()
            .Where(row => row.Den == den && row.InspectedOn != null && SubjectOrder.IsFrom(row.InspectedOn, first))
            .OrderBy(row => row.InspectedOn).Select(row => new { row.Number, On = row.InspectedOn! }).FirstOrDefaultAsync();
        var ordered = await data.GetTable<RectificationRow>()
            .Where(row => row.Den == den && row.Status != isVoid && SubjectOrder.IsFrom(row.OrderedOn, first))
            .OrderBy(row => row.OrderedOn).Select(row => new { row.Number, On = row.OrderedOn }).FirstOrDefaultAsync();
        var opened = await data.GetTable<CaseDenRow>().Where(party => party.Den == den)
            .Join(data.GetTable<CaseRow>(), party => party.Subject, row => row.Subject, (_, row) => new { row.Number, On = row.ReceivedOn })
            .Where(row => SubjectOrder.IsFrom(row.On, first))
            .OrderBy(row => row.On).FirstOrDefaultAsync();
        return new DenActsFound(new[] { inspected, ordered, opened }
            .Where(one => one is not null)
            .OrderBy(one => one!.On, StringComparer.Ordinal)
            .Select(one => new DenAct(one!.Number, IsoDate.Parse(one.On)))
            .FirstOrDefault());
    }

    private async Task<MattersOfDen> MattersAsync()
    {
        var den = Key;
        await using var data = await Shell.Database.ReadAsync();
        return new MattersOfDen(
            await OpenMatters.OrdersAsync(data, row => row.Den == den), await OpenMatters.InspectionsAsync(data, row => row.Den == den));
    }
}
