using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Campaigns;
using ShuangDa.Grains.CampaignTasks;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.CrimeTransfers;
using ShuangDa.Grains.DailyReports;
using ShuangDa.Grains.DailySummaries;
using ShuangDa.Grains.Dens;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.FormEntries;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Rectifications;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Campaigns;
using ShuangDa.Tests.Unit.CampaignTasks;
using ShuangDa.Tests.Unit.Cases;
using ShuangDa.Tests.Unit.CrimeTransfers;
using ShuangDa.Tests.Unit.DailyReports;
using ShuangDa.Tests.Unit.DailySummaries;
using ShuangDa.Tests.Unit.Dens;
using ShuangDa.Tests.Unit.FormEntries;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>What must hold of a state and does not is said, one by one; that sound states pass is looked at in every story.</summary>
public sealed class BrokenStatesTests
{
    private static readonly CaseEnd End = new(Some.Today, CaseOutcome.Withdrawn, Some.Grounds);

    [Fact]
    public void What_is_wrong_with_a_case_is_said()
    {
        var filed = CaseTale.Filed().Case;
        var mustTransfer = CaseTale.Filed().Do(CaseTale.Figures(sales: 50_000_00)).Case;
        var notified = CaseTale.Notified().Case;
        Says(Case.Check(filed with { Number = "AJ-1" }), "normal form");
        Says(Case.Check(mustTransfer with { Stage = CaseStage.Withdrawn, End = End, Clocks = [] }), "it has ended though the duty");
        Says(Case.Check(mustTransfer with { Stage = CaseStage.Transferred }), "it is transferred though the duty");
        Says(Case.Check(filed with { End = End }), "ended goes with how it ended");
        Says(Case.Check(filed with { Stage = CaseStage.Withdrawn, Clocks = [] }), "ended goes with how it ended");
        Says(Case.Check(filed with { Officers = ["officer"] }), "fewer than two officers");
        Says(Case.Check(filed with { ReviewedBy = "second" }), "who reviewed it");
        Says(Case.Check(notified with { Rights = notified.Rights! with { Chair = "second" } }), "who presided");
        Says(Case.Check(filed with { Stage = CaseStage.Decided }), "without a decision");
        Says(Case.Check(filed with { Stage = CaseStage.Execution }), "without a decision");
        Says(Case.Check(filed with { Stage = CaseStage.Closed, End = End, Clocks = [] }), "without a decision");
        Says(Case.Check(filed with { Stage = CaseStage.Withdrawn, End = End }), "a clock runs");
        Says(Case.Check(filed with { Clocks = filed.Clocks.Add(filed.Clocks[0]) }), "two clocks are the same");
        Says(Case.Check(filed with { Figures = CaseFigures.None with { GoodsValue = -1 } }), "negative");
        Says(Case.Check(filed with { Figures = CaseFigures.None with { SalesAmount = -1 } }), "negative");
        Says(Case.Check(filed with { Figures = CaseFigures.None with { IllegalGains = -1 } }), "negative");
    }

    [Fact]
    public void What_is_wrong_with_a_transfer_is_said()
    {
        var reported = CrimeTransferTale.Reported().Transfer;
        var sent = CrimeTransferTale.Sent().Transfer;
        Says(CrimeTransfer.Check(reported with { Number = "YS-1" }), "normal form");
        Says(CrimeTransfer.Check(reported with { TaskGroup = ["officer"] }), "fewer than two");
        Assert.Empty(CrimeTransfer.Check(reported with { TaskGroup = ["officer", "second", "third"] }));
        Says(CrimeTransfer.Check(sent with { Materials = sent.Materials.RemoveAt(0) }), "without all its materials");
        Says(CrimeTransfer.Check(sent with { Materials = sent.Materials.SetItem(0, sent.Materials[1]) }), "without all its materials");
        Says(CrimeTransfer.Check(CrimeTransferTale.Received().Transfer with { Receipt = null }), "without a receipt");
        Says(CrimeTransfer.Check(sent with { Status = TransferStatus.Returned }), "a clock runs");
        Assert.Empty(CrimeTransfer.Check(sent with { Status = TransferStatus.Returned, Clocks = [sent.Clocks[0] with { Kind = CrimeTransferDeadlines.EarlyIntervention }] }));
        Says(CrimeTransfer.Check(sent with { Clocks = [sent.Clocks[0], sent.Clocks[0]] }), "two clocks are the same");
    }

    [Fact]
    public void What_is_wrong_with_an_inspection_is_said()
    {
        var (planned, recorded) = (SomeInspection.Planned(), SomeInspection.WithCase());
        var record = recorded.Record!;
        Says(Inspection.Check(planned with { Status = InspectionStatus.Recorded }), "recorded goes with a record");
        Says(Inspection.Check(planned with { Status = InspectionStatus.Cancelled }), "cancelled goes with its grounds");
        Says(Inspection.Check(planned with { Plan = planned.Plan with { Basis = InspectionBasis.RandomDraw } }), "drawn goes with");
        Says(Inspection.Check(planned with { Plan = planned.Plan with { Basis = InspectionBasis.Lead } }), "by lead goes with");
        Says(Inspection.Check(planned with { Plan = planned.Plan with { Officers = ["liang"] } }), "one officer alone is planned");
        Says(Inspection.Check(recorded with { Record = record with { Officers = ["liang"] } }), "by one officer alone");
        Says(Inspection.Check(recorded with { Record = record with { Officers = ["liang", "liang"] } }), "by one officer alone");
        Assert.Empty(Inspection.Check(recorded with { Record = record with { Officers = ["liang", "shao", "third"] } }));
        Says(Inspection.Check(recorded with { Record = record with { Findings = [record.Findings[1] with { Severity = null }] } }), "goes with its severity");
        Says(Inspection.Check(recorded with { Record = record with { CaseNumber = null } }), "a case is to be told and there is none");
        Says(Inspection.Check(recorded with { Record = record with { Result = InspectionResult.Lead } }), "a lead goes with whom it is for");
    }

    [Fact]
    public void What_is_wrong_with_an_order_is_said()
    {
        var (ordered, reported, failed, suspended) = (SomeRectification.Ordered(), SomeRectification.Reported(), SomeRectification.Failed(), SomeRectification.Suspended());
        var extended = SomeRectification.Extended();
        var taken = suspended.Measures.Single(decided => decided.Accepted);
        Says(Rectification.Check(ordered with { Order = ordered.Order with { Requirements = [] } }), "it requires nothing");
        Says(Rectification.Check(ordered with { DueOn = ordered.Order.OrderedOn.AddDays(-1) }), "its day lies before the order");
        Assert.DoesNotContain("its day lies before the order", Rectification.Check(ordered with { DueOn = ordered.Order.OrderedOn }));
        Says(Rectification.Check(extended with { DueOn = extended.DueOn.AddDays(1) }), "its extension does not lead");
        Says(Rectification.Check(extended with { Extension = extended.Extension! with { From = extended.Extension.To } }), "its extension does not lead");
        Says(Rectification.Check(ordered with { Status = RectificationStatus.Passed }), "a warning is open");
        Says(Rectification.Check(reported with { Status = RectificationStatus.Passed }), "a re-inspection is owed");
        Says(Rectification.Check(reported with { Report = null }), "reported goes with a report");
        Says(Rectification.Check(failed with { Status = RectificationStatus.Void }), "a measure is proposed though the order is closed");
        Says(Rectification.Check(suspended with { Measures = suspended.Measures.Add(taken) }), "taken twice");
        Says(Rectification.Check(suspended with { Measures = [taken with { Recipient = null }] }), "without a document or recipient");
        Says(Rectification.Check(suspended with { Measures = [taken with { Grounds = taken.Grounds with { DocumentNumber = null } }] }), "without a document or recipient");
        Says(Rectification.Check(suspended with { Order = suspended.Order with { Licence = null } }), "a licence is owed a step and there is none");
        Says(Rectification.Check(suspended with { OwedToLicence = [suspended.OwedToLicence[0], suspended.OwedToLicence[0]] }), "a licence is owed one step twice");
    }

    [Fact]
    public void What_is_wrong_with_a_licence_is_said()
    {
        var (active, suspended, expired) = (Some.ActiveLicence(), Some.SuspendedLicence(), Some.ExpiredLicence());
        Says(Licence.Check(active with { Number = "xk18" }), "normal form");
        Says(Licence.Check(active with { Kind = Enum.GetValues<LicenceKind>().First(kind => kind != active.Kind) }), "its kind is not");
        Says(Licence.Check(active with { Term = active.Term with { ValidTo = active.ValidFrom.AddDays(-1) } }), "its term ends before it begins");
        Assert.DoesNotContain("its term ends before it begins", Licence.Check(active with { Term = active.Term with { ValidTo = active.ValidFrom } }));
        Says(Licence.Check(active with { Status = LicenceStatus.Suspended }), "suspended goes with a suspension");
        Says(Licence.Check(suspended with { Status = LicenceStatus.Active }), "suspended goes with a suspension");
        Says(Licence.Check(active with { Status = LicenceStatus.Expired }), "expired goes with the day");
        Says(Licence.Check(expired with { ExpiredOn = expired.ValidTo.AddDays(-1) }), "before its last valid day");
        Assert.Empty(Licence.Check(expired with { ExpiredOn = expired.ValidTo.AddDays(1) })); // its renewal was refused a day after
        Says(Licence.Check(active with { Status = LicenceStatus.NotYetValid }), "not yet valid goes with");
        Says(Licence.Check(active with { StartsOn = Some.Today.AddDays(1) }), "not yet valid goes with");
        Says(Licence.Check(expired with { RenewalApplication = new RenewalApplication(Some.Today, IsInTime: true, null) }),
            "stands until its renewal is decided");
        Says(Licence.Check(active with { Status = LicenceStatus.Revoked }), "a notice is open");
        Says(Licence.Check(active with { NextNotice = active.NextNotice! with { On = active.ValidTo.AddDays(1) } }), "its next notice");
        Assert.Empty(Licence.Check(active with { NextNotice = active.NextNotice! with { On = active.ValidTo } }));
        Says(Licence.Check(active with { NextNotice = active.NextNotice! with { Notices = [] } }), "its next notice");
        Says(Licence.Check(Some.RequestedLicence() with { Status = LicenceStatus.Revoked }), "a request to withdraw is open");
    }

    [Fact]
    public void What_is_wrong_with_an_enterprise_is_said()
    {
        var active = Some.Enterprise();
        Says(Enterprise.Check(active with { CreditCode = Some.CreditCode.ToLowerInvariant() }), "normal form");
        Says(Enterprise.Check(active with { Details = active.Details with { Name = " " } }), "it has no name");
        Says(Enterprise.Check(active with { Status = EnterpriseStatus.Closed }), "closed goes with the day");
        Says(Enterprise.Check(active with { ProductClasses = ["CLOTHING", "CLOTHING"] }), "listed twice");
        Says(Enterprise.Check(active with { ProductClasses = default }), "listed twice");
    }

    [Fact]
    public void What_is_wrong_with_a_campaign_is_said()
    {
        var prepared = CampaignTests.Told(
            null,
            CampaignTests.Prepare,
            new AddCampaignPhase("发动部署", Some.Today, Some.Today.AddDays(14)),
            new AddCampaignDeliverable(1, "实施方案", Some.Today.AddDays(10)),
            new AddCampaignSeat(CampaignSeatKind.Head, "局长"),
            new FillCampaignSeat(3, "leader", Some.Today));
        var (phase, seat) = (prepared.Phases[0], prepared.Seats[0]);
        Says(Campaign.Check(prepared with { Code = "双打 2026" }), "its code");
        Says(Campaign.Check(prepared with { Until = prepared.From.AddDays(-1) }), "it ends before it begins");
        Says(Campaign.Check(prepared with { Parent = prepared.Code }), "a part of itself");
        Says(Campaign.Check(prepared with { Phases = [phase with { Until = phase.From.AddDays(-1) }] }), "a phase ends before it begins");
        Says(Campaign.Check(prepared with { Phases = [phase with { From = phase.From.AddDays(11) }] }), "due outside of it");
        Says(Campaign.Check(prepared with { Phases = [phase with { Until = phase.From.AddDays(9) }] }), "due outside of it");
        Says(Campaign.Check(prepared with { Seats = [seat with { Terms = [seat.Terms[0], seat.Terms[0]] }] }), "held twice at a time");
        Says(Campaign.Check(prepared with { Seats = [seat, seat] }), "two seats of a kind of which there is one");
        Says(Campaign.Check(prepared with { StartedOn = Some.Today }), "started and is still prepared");
        Says(Campaign.Check(prepared with { Status = CampaignStatus.Closed }), "closed goes with a day");
        Says(Campaign.Check(prepared with { ClosedOn = Some.Today }), "closed goes with a day");
    }

    [Fact]
    public void What_is_wrong_with_a_campaign_task_is_said()
    {
        var (assigned, handedIn) = (CampaignTaskTests.Assigned(CampaignTaskTests.Assign), CampaignTaskTests.HandedIn());
        Says(CampaignTask.Check(assigned with { Number = "RW-1" }), "normal form");
        Says(CampaignTask.Check(assigned with { Serial = 0 }), "no place in the table");
        Assert.Empty(CampaignTask.Check(assigned with { Serial = 1 }));
        Says(CampaignTask.Check(assigned with { PartnerSections = [assigned.LeadSection] }), "helps itself");
        Says(CampaignTask.Check(handedIn with { Reports = [] }), "handed in goes with a report");
        Says(CampaignTask.Check(assigned with { Status = CampaignTaskStatus.Returned }), "returned goes with a reason");
        Says(CampaignTask.Check(assigned with { ReviewBy = Some.Today }), "a review is owed");
        Says(CampaignTask.Check(handedIn with { WarnOn = Some.Today }), "a warning is open");
        Says(CampaignTask.Check(handedIn with { Status = CampaignTaskStatus.Done, ReviewBy = null }), "ended goes with a day");
        Says(CampaignTask.Check(assigned with { EndedOn = Some.Today }), "ended goes with a day");
    }

    [Fact]
    public void What_is_wrong_with_a_form_entry_is_said()
    {
        var entered = FormEntryTests.Entered(FormEntryTests.Enter);
        Says(FormEntry.Check(entered with { Number = "TB-1" }), "normal form");
        Says(FormEntry.Check(entered with { Until = entered.From.AddDays(-1) }), "it ends before it begins");
        Assert.Empty(FormEntry.Check(entered with { Until = entered.From }));
        Says(FormEntry.Check(entered with { Amount = -1 }), "out of bounds");
        Assert.Empty(FormEntry.Check(entered with { Amount = 0 }));
        Assert.Empty(FormEntry.Check(entered with { Amount = 10_000_000 }));
        Says(FormEntry.Check(entered with { Amount = 10_000_001 }), "out of bounds");
    }

    [Fact]
    public void What_is_wrong_with_a_daily_report_is_said()
    {
        var (opened, frozen) = (DailyReportTests.Opened(), DailyReportTests.Frozen());
        Says(DailyReport.Check(opened with { Number = "RB-1" }), "normal form");
        Says(DailyReport.Check(opened with { RecordedUntil = opened.RecordedAfter }), "ends before it begins");
        Says(DailyReport.Check(opened with { RecordedUntil = opened.RecordedAfter.AddHours(-1) }), "ends before it begins");
        Says(DailyReport.Check(opened with { Status = DailyReportStatus.Submitted }), "goes with what was submitted");
        Says(DailyReport.Check(opened with { Status = DailyReportStatus.Late }), "goes with what was submitted");
        Says(DailyReport.Check(frozen with { Versions = [] }), "what is frozen has a version");
        Says(DailyReport.Check(frozen with { Status = DailyReportStatus.Submitted }), "nothing has a version but");
        Says(DailyReport.Check(frozen with { Versions = [frozen.Versions[0] with { Number = 2 }] }), "version 2 is out of order");
    }

    [Fact]
    public void What_is_wrong_with_a_daily_summary_is_said()
    {
        var collected = DailySummaryTests.Collected();
        Says(DailySummary.Check(collected with { Number = "HZ-1" }), "normal form");
        Says(DailySummary.Check(collected with { Collection = collected.Collection with { Reports = [] } }), "of no report");
        foreach (var status in (DailySummaryStatus[])[DailySummaryStatus.Approved, DailySummaryStatus.Sent, DailySummaryStatus.Receipted])
        {
            Says(DailySummary.Check(collected with { Status = status }), "nobody approved it");
            var broken = DailySummary.Check(collected with { Status = status, ApprovedBy = "leader" });
            Assert.Equal(status is DailySummaryStatus.Approved ? [] : ["it was not sent"], broken);
        }
    }

    [Fact]
    public void What_is_wrong_with_a_den_is_said()
    {
        var (found, ended, late) = (DenTests.Found(), DenTests.Ended(), DenFirstActTests.LeftAlone());
        var bans = DenTests.Banned().Bans;
        Says(Den.Check(found with { Number = "WD-1" }), "normal form");
        Says(Den.Check(found with { Details = found.Details with { Name = " " } }), "no name or address");
        Says(Den.Check(found with { Details = found.Details with { Address = "" } }), "no name or address");
        Says(Den.Check(found with { Status = DenStatus.Ended }), "ended goes with how it ended");
        Says(Den.Check(found with { End = ended.End }), "ended goes with how it ended");
        Says(Den.Check(found with { Status = DenStatus.Banned }), "banned goes with a ban");
        Says(Den.Check(found with { Bans = bans }), "banned goes with a ban");
        Assert.Empty(Den.Check(ended with { Bans = bans }));
        Says(Den.Check(ended with { End = ended.End! with { CreditCode = Some.CreditCode } }), "registered goes with");
        Says(Den.Check(ended with { End = ended.End! with { Ending = DenEnding.Registered } }), "registered goes with");
        Says(Den.Check(ended with { ActBy = Some.Today }), "somebody is to act on what has ended");
        Says(Den.Check(late with { LookOn = null }), "looked at again");
        Says(Den.Check(found with { LookOn = Some.Today }), "looked at again");
        Says(Den.Check(late with { ActBy = null }), "nobody is late where nothing is owed");
        Says(Den.Check(ended with { Approvals = DenTests.Proposed().Approvals }), "a ban is proposed that has no object");
        Assert.Empty(Den.Check(ended with { Approvals = DenTests.Banned().Approvals }));
    }

    /// <summary>A journal that does not begin with the beginning is a fault of the program, and is said to be one.</summary>
    [Fact]
    public void Nothing_happens_to_what_has_not_begun()
    {
        Before(() => Case.Apply(null, CaseTale.Filed().Journal[^1]));
        Before(() => CrimeTransfer.Apply(null, CrimeTransferTale.Approved().Journal[^1]));
        Before(() => Inspection.Apply(null, new InspectionCancelled(Some.Today, Some.Grounds)));
        Before(() => Rectification.Apply(null, new RectificationVoided(Some.Today, Some.Grounds)));
        Before(() => Licence.Apply(null, new LicenceExpired(Some.Today)));
        Before(() => Enterprise.Apply(null, new EnterpriseClosed(Some.Today, Some.Grounds)));
        Before(() => Campaign.Apply(null, new CampaignStarted(Some.Today, "leader", Some.Grounds)));
        Before(() => DailyReport.Apply(null, new DailyReportReminded(Some.Today)));
        Before(() => DailySummary.Apply(null, new DailySummaryApproved(Some.Today, "leader")));
        Before(() => Den.Apply(null, new DenOperatorRecorded("密文")));
        Before(() => CampaignTask.Apply(null, new CampaignTaskAccepted(Some.Today, "head")));
        var corrected = new FormFigureCorrected(Some.Today, "head", 1, 2, Some.Grounds);
        Assert.Throws<ArgumentOutOfRangeException>(() => FormEntry.Apply(null, corrected));

        static void Before(Func<object> apply) => Assert.Contains(" came before ", Assert.Throws<InvalidOperationException>(apply).Message, StringComparison.Ordinal);
    }

    private static void Says(IReadOnlyList<string> broken, string what) => Assert.Contains(broken, one => one.Contains(what, StringComparison.Ordinal));
}
