using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LicenceLawTests
{
    internal static readonly (string Name, LicenceState? State)[] States =
    [
        ("(not registered)", null),
        ("Active", Some.ActiveLicence()),
        ("Active, withdrawal requested", Some.RequestedLicence()),
        ("Suspended", Some.SuspendedLicence()),
        ("Suspended in a case", Some.LicenceSuspendedInCase()),
        ("Suspended, withdrawal requested", LicenceLaw.Tell(Some.SuspendedLicence(), Some.On(Some.Today), new RequestLicenceWithdrawal(Some.Grounds))),
        ("Active, renewal applied for", LicenceLaw.Tell(Some.ActiveLicence(), Some.On(Some.Today), new ApplyForLicenceRenewal(Some.Today))),
        ("Active, holder closed", LicenceLaw.Tell(Some.ActiveLicence(), Some.On(Some.Today), new NoteHolderClosing(Some.Today))),
        ("Active, without an end", Some.ActiveLicence(validTo: LicenceTerm.LongTerm)),
        ("Active certificate", Some.ActiveLicence(Some.CertificateNumber)),
        ("Suspended certificate", LicenceLaw.Tell(
            Some.ActiveLicence(Some.CertificateNumber),
            Some.On(Some.Today),
            new RecordCertificateSuspension(Some.Today.AddDays(30), Some.Grounds))),
        ("Not yet valid", Some.ActiveLicence(validFrom: Some.Today.AddDays(1))),
        ("Expired", Some.ExpiredLicence()),
        ("Expired, late application", LicenceLaw.Tell(
            Some.ExpiredLicence(), Some.On(Some.Today), new ApplyForLicenceRenewal(Some.ExpiredLicence().ValidTo))),
        ("Withdrawn", Some.WithdrawnLicence()),
        ("Revoked", Some.RevokedLicence()),
        ("Revoked in a case", Some.LicenceRevokedInCase()),
        ("Struck out as mistyped", LicenceLaw.Tell(
            Some.ActiveLicence(), Some.On(Some.Today), new CancelMistypedLicence("XK18-978-00002", "证书编号误登"))),
        ("Deregistered", Some.DeregisteredLicence()),
    ];

    private static readonly string[] DeadlineKinds = [LicenceDeadlines.Start, LicenceDeadlines.Notice, LicenceDeadlines.SuspensionEnd,
        LicenceDeadlines.Expiry, LicenceDeadlines.DeregistrationProposal];

    [Fact]
    public void The_law_table_reads_as_reviewed()
    {
        var commands = LawTable.Of(Licence.Concept, Some.On(Some.Today), States);
        var clock = States.Where(state => state.State is not null).SelectMany(state => DeadlineKinds.Select(kind => Met(state.Name, state.State!, kind)));
        Approved.Law("Licence", $"{commands}\n\n{string.Join('\n', clock)}");
    }

    [Fact]
    public void Every_status_has_its_rows_in_the_table() =>
        Assert.Equal(Enum.GetValues<LicenceStatus>(), States.Where(state => state.State is not null).Select(state => state.State!.Status).Distinct().Order());

    // Each deadline alone, at its own instant; what was due before it is met with it.
    private static string Met(string name, LicenceState licence, string kind) => LicenceDeadlines.Of(licence).SingleOrDefault(open => open.Kind == kind) is { } deadline
        ? LawTable.Line(name, kind, Licence.Concept.Decided(licence, new LicenceDeadlineReached(kind, deadline.DueAt), Some.At(deadline.DueAt)))
        : $"{name,-34}{kind,-34}(not owed)";
}

internal sealed class LicenceStates() : SampleStates<LicenceState, LicenceCommand, LicenceEvent>(Licence.Concept)
{
    public override IReadOnlyList<(string Name, LicenceState? State)> States => LicenceLawTests.States;

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances => [("", Some.On(Some.Today))];
}
