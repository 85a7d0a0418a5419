using System.Collections.Immutable;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Numbers;
using ShuangDa.Grains.Subjects;

namespace ShuangDa.Grains.Cases;

/// <summary>案件. The shell of one case. It asks whether an enterprise that a command names is registered, and whether the officers may act.
/// Accounts never wait for a case, a case only for cases of greater numbers, and it reads an enterprise as it is stored (which tells its
/// inspections that it has ended, and they wait for cases): no circle of waiting closes.</summary>
[GrainType("case")]
internal sealed class CaseGrain(
    [PersistentState("case")] IPersistentState<Subject<CaseState>> stored,
    SubjectShell shell,
    MajorCaseCriteria major,
    HearingFigures hearing,
    AttachmentFolder attachments,
    PersonalData personal,
    Turns turns)
    : NumberedGrain<CaseState, CaseCommand, CaseEvent, CaseRow>(stored, Case.Concept, shell, turns), ICaseGrain
{
    /// <inheritdoc/>
    protected override string? SeriesOf(CaseState? state, CaseCommand command, Circumstances now) =>
        command is FileCase or PenaliseOnTheSpot && state?.Serial is null
            ? OfficialNumber.SeriesOf(now, NumberWord.Case, state?.Section)
            : null;

    /// <inheritdoc/>
    protected override async ValueTask<object?> FetchFact(CaseCommand command)
    {
        switch (command)
        {
            case RecordCaseFigures or AddGoodsLines:
                return major;
            case ProposePenalty or RecordPartyAnswer or PassLegalReview or DecidePenalty:
                return hearing;
            case CorrectCaseFigures or CorrectGoodsLine or UnmarkMajorCase:
                return new SeveralFacts(major, await CountedSoFar.ReadAsync(Shell.Database, SubjectName));
            case CorrectCaseLead or DecideNotToFile or WithdrawCase or NoteTransferTakenBack:
                return await CountedSoFar.ReadAsync(Shell.Database, SubjectName);
            case CorrectCaseParty c:
                return new SeveralFacts(await PartyOf(c.CreditCode), await CountedSoFar.ReadAsync(Shell.Database, SubjectName));
            case RecordPartyParticulars c:
                return await SealedAsync(c);
            case AddEvidence c:
                return new EvidenceFound(attachments.KeptOf(c.Attachments));
            case RecordLead c:
                return await PartyOf(c.EnterpriseCreditCode);
            case AddCaseParty c:
                return await PartyOf(c.CreditCode);
            case RecordCaseFollowUp c when Case.Warned(c, out var warned) is null && !warned.IsEmpty:
                return await UnregisteredOf(warned);
            case IDeliberates c:
                return await ParticipantsOf(c);
            case RecordChallengeOutcome:
                return await SuspendedByAsync();
            case CloseCase:
                return await StandingAsync();
            case NameHearingChair c:
                return await ChairOf(c.Chair);
            case RecordHearing c:
                return await ChairOf(FreeText.Given(c.Chair) ?? (await Read())?.State.Rights?.Chair ?? "");
            case AskRecusal c:
                var person = await GrainFactory.FindAccountAsync(AccountName.Normalise(c.Person));
                return new RecusedFound(person is not null, IsHead(person));
            case JoinCase c when c.PartnerOf(Key, out var other) is null && string.CompareOrdinal(other, Key) > 0:
                var partner = await GrainFactory.GetGrain<ICaseGrain>(other).Read();
                return new JoinPartnerFound(partner?.State.Stage, partner?.Version);
            default:
                return null;
        }
    }

    /// <inheritdoc/>
    protected override ValueTask<bool> IsOfAsync(CaseCommand command, CaseEvent happened)
    {
        // What is personal is not part of what a command id is tied to; it is compared with what the command left.
        var left = (happened as PartyParticularsRecorded)?.Sealed;
        return ValueTask.FromResult(
            command is not RecordPartyParticulars c || (left is not null && PartyParticulars.Reads(left, c, personal)));
    }

    private async Task<WarnedFound> UnregisteredOf(ImmutableArray<string> codes)
    {
        var asked = codes.ToArray();
        await using var data = await Shell.Database.ReadAsync();
        var registered = await data.GetTable<EnterpriseRow>().Where(row => asked.Contains(row.CreditCode)).Select(row => row.CreditCode).ToListAsync();
        return new WarnedFound([.. codes.Except(registered)]);
    }

    private async Task<ParticipantsFound> ParticipantsOf(IDeliberates command)
    {
        var chair = AccountName.Normalise(command.Chair);
        var (unknown, isHeaded) = (ImmutableArray.CreateBuilder<string>(), false);
        foreach (var name in OfficerNames.Of(command.Participants).Union([chair]))
        {
            var account = await GrainFactory.FindAccountAsync(name);
            isHeaded |= name == chair && IsHead(account);
            if (account is not { Disabled: false } || (account.Roles & Deliberation.Heads) == 0)
            {
                unknown.Add(name);
            }
        }

        return new ParticipantsFound(unknown.ToImmutable(), isHeaded);
    }

    // The tables are asked: which licences a case suspended or revoked, these know.
    private async Task<LicencesSuspended> SuspendedByAsync()
    {
        var parties = (await Read())?.State.AllParties.Select(party => party.CreditCode).OfType<string>().ToArray() ?? [];
        string[] heldBack =
        [
            WireName.Of(LicenceStatus.Suspended), WireName.Of(LicenceStatus.Revoked), WireName.Of(LicenceStatus.Deregistered),
        ];
        await using var data = await Shell.Database.ReadAsync();
        var held = await data.GetTable<LicenceRow>().Where(row => parties.Contains(row.Enterprise) && heldBack.Contains(row.Status))
            .Select(row => row.Subject).ToListAsync();
        var licences = await data.ReadStoredAsync<LicenceState>(Licence.Concept, held);
        return new LicencesSuspended(
        [
            .. licences.Values
                .Where(licence => Licence.IsHeldBackBy(licence, Key))
                .Select(licence => licence.Number).Order(StringComparer.Ordinal),
        ]);
    }

    private async Task<LicencesStanding> StandingAsync()
    {
        await using var data = await Shell.Database.ReadAsync();
        return new LicencesStanding((await Read())?.State is { } state ? await DecidedLicences.StandingAsync(data, state) : []);
    }

    private async Task<ChairFound> ChairOf(string name)
    {
        var account = await GrainFactory.FindAccountAsync(AccountName.Normalise(name));
        return new ChairFound(
            account is not null && (account.Roles & (Deliberation.Heads | Roles.Officer)) != 0, account is { Disabled: false });
    }

    private static bool IsHead(Account? account) => account is { Disabled: false } && (account.Roles & Roles.Leader) != 0;

    private async Task<PartyFound> PartyOf(string? creditCode) => new(
        creditCode is not null && CreditCode.ParseCarried(creditCode, out var code) is null
            ? (await Shell.Database.ReadStoredAsync<EnterpriseState>(Enterprise.Concept, code.ToString()))?.Details.Name
            : null);

    private async Task<ParticularsSealed> SealedAsync(RecordPartyParticulars command)
    {
        var kept = (await Read())?.State.AllParties.ElementAtOrDefault(command.Party - 1)?.Particulars;
        return new ParticularsSealed(
            PartyParticulars.Of(command).Sealed(personal), kept is not null && PartyParticulars.Reads(kept, command, personal));
    }
}
