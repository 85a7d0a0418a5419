using System.Collections.Immutable;
using ShuangDa.Grains.Approvals;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.Silo.Demo;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Demo;

/// <summary>The demonstration is made around whatever day it is started on: the law takes its cases on every day of a year.</summary>
public sealed class DemoLifeTests
{
    // Both halves of October's week of rest, the spring festival and a year whose days of rest nobody has published yet lie among them.
    private static readonly DateOnly First = new(2026, 1, 1);

    // Whose they are says nothing of the day.
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(1, First);

    public static TheoryData<DateOnly> Months => [.. Enumerable.Range(0, 12).Select(month => First.AddMonths(month))];

    [Theory]
    [MemberData(nameof(Months))]
    public void The_law_takes_every_case_on_whatever_day_the_campaign_began(DateOnly month)
    {
        for (var start = month; start < month.AddMonths(1); start = start.AddDays(9))
        {
            var lived = Lived(start);
            Assert.All(lived, one => Assert.Empty(Case.Check(one.Value)));
            Assert.DoesNotContain(lived, one => Case.Concept.IsStuck(one.Value));
        }
    }

    /// <summary>The cases as the law leaves them, by number.</summary>
    private static Dictionary<string, CaseState> Lived(DateOnly start)
    {
        var states = new Dictionary<string, CaseState>();
        var steps = new DemoCases(District, start).Steps();
        foreach (var step in steps.Where(step => step.Command is CaseCommand).OrderBy(step => step.Day))
        {
            var (_, key) = SubjectKeys.Split(step.Subject);
            var now = new Circumstances(DemoPeople.Of(step.User).Acting(Guid.Empty), Some.TenOClock(step.Day), WorkingCalendar.BuiltIn)
            {
                Key = key,
            }.WithCaseFacts(party: "某厂", isApproved: false).With(new DeciderFound(step.User == "leader", []));
            var known = states.GetValueOrDefault(key);
            var decision = Case.Concept.Decided(known, (CaseCommand)step.Command, now);
            Assert.True(decision.Refusal is null, $"Begun on {start}, {step.Command} on {step.Day}: {decision.Refusal?.Message.English}");
            states[key] = decision.Events.Aggregate(known, (state, happened) => Case.Apply(state, happened))!;
        }

        return states;
    }
}
