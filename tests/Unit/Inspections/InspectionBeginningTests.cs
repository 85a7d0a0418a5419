using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;
using static ShuangDa.Tests.Unit.Support.SomeInspection;

namespace ShuangDa.Tests.Unit.Inspections;

/// <summary>An inspection is begun by two, on the spot or by plan, and the journal says which.</summary>
public sealed class InspectionBeginningTests
{
    /// <summary>行政处罚法 第四十二条.</summary>
    [Fact]
    public void Nobody_begins_an_inspection_alone()
    {
        Assert.Equal(new TooFewOfficers(2, 1), Refused(null, new BeginInspection(Some.CreditCode, ["liang"])));
        Assert.Equal(new TooFewOfficers(2, 0), Refused(null, new BeginInspection(Some.CreditCode, [])));
        Assert.Null(Refused(null, new BeginInspection(Some.CreditCode, TwoOfficers)));
    }

    [Fact]
    public void The_journal_tells_what_was_begun_on_the_spot_from_what_was_planned()
    {
        Assert.Equal("现场开始日常检查，2026-03-02", Summary(new BeginInspection(Some.CreditCode, TwoOfficers)));
        Assert.StartsWith("计划检查（", Summary(Plan), StringComparison.Ordinal);
        Assert.StartsWith("计划检查（", Summary(Plan with { Basis = InspectionBasis.Routine }), StringComparison.Ordinal);

        static string Summary(InspectionCommand command) =>
            Inspection.Concept.Decided(null, command, On(Some.Today)).Events[0].Summary.Chinese;
    }
}
