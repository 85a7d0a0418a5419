using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Inspections;

/// <summary>An inspection is begun on the spot, a sweep has an enterprise once, and what was recorded wrongly is put right.</summary>
public sealed class InspectionCorrectionTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task A_record_is_corrected_by_the_head_of_its_section_and_shows_what_it_said_before()
    {
        var officer = await Api.As(Roles.Officer);
        await Api.As("second", Roles.Officer);
        var enterprise = await Api.EnterpriseAsync();
        var beginning = new { enterpriseCreditCode = enterprise, officers = Bureau.Two };
        var begun = await officer.Do("beginInspection", beginning, "inspection{number basis status}");
        Assert.Equal(("", "ROUTINE", "PLANNED"), (begun.Refusal(), begun.Text("inspection.basis"), begun.Text("inspection.status")));
        var number = begun.Text("inspection.number");
        var record = new { number, officers = Bureau.Two, findings = Bureau.Wanting, result = "RECTIFICATION", summary = "检验设备未检定" };
        Assert.Equal("", (await officer.Do("recordInspection", record, "inspection{number}")).Refusal());
        var requirements = new[] { "检定" };
        var order = new { enterpriseCreditCode = enterprise, requirements, inspection = number, reason = "设备未检定", basis = "条例" };
        var ordered = (await officer.Do("orderRectification", order, "rectification{number}")).Text("rectification.number");

        var head = await Api.As(Roles.SectionHead);
        var correction = new { number, findings = Bureau.Conforming, result = "NONE", summary = "检验设备已检定", reason = "误填", basis = "程序规定" };
        var corrected = await head.Do(
            "correctInspectionRecord",
            correction,
            "inspection{result summary corrections{reason resultBefore summaryBefore followedNumbers}}");
        Assert.Equal("", corrected.Refusal());
        Assert.Equal(("NONE", "检验设备已检定"), (corrected.Text("inspection.result"), corrected.Text("inspection.summary")));
        var before = corrected.At("inspection.corrections.0");
        Assert.Equal(("RECTIFICATION", "检验设备未检定"), (before.Text("resultBefore"), before.Text("summaryBefore")));
        Assert.Equal((ordered, "误填"), (before.Text("followedNumbers.0"), before.Text("reason")));
    }

    [Fact]
    public async Task An_order_is_corrected_with_its_last_day()
    {
        var officer = await Api.As(Roles.Officer);
        var requirements = new[] { "检定" };
        var enterpriseCreditCode = await Api.EnterpriseAsync();
        var input = new { enterpriseCreditCode, requirements, dueOn = "2026-03-20", reason = "设备未检定", basis = "条例" };
        var number = (await officer.Do("orderRectification", input, "rectification{number}")).Text("rectification.number");
        var head = await Api.As(Roles.SectionHead);
        var corrected = await head.Do(
            "correctRectificationOrder",
            new { number, dueOn = "2026-03-27", requirements = new[] { "检验设备检定", "建立台账" }, reason = "期限误填", basis = "程序规定 第二十二条" },
            "rectification{dueOn requirements corrections{dueOnBefore requirementsBefore}}");
        Assert.Equal(("", "2026-03-27"), (corrected.Refusal(), corrected.Text("rectification.dueOn")));
        Assert.Equal("建立台账", corrected.Text("rectification.requirements.1"));
        Assert.Equal("2026-03-20", corrected.Text("rectification.corrections.0.dueOnBefore"));
    }

    [Fact]
    public async Task A_sweep_has_an_enterprise_once_also_when_two_plan_at_the_same_moment()
    {
        var officer = await Api.As(Roles.Officer);
        var enterpriseCreditCode = await Api.EnterpriseAsync();
        var input = new { enterpriseCreditCode, basis = "SWEEP", plannedOn = "2026-03-10", campaign = "一家一次2026" };
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => officer.Do("planInspection", input, "inspection{number}")));
        Assert.Equal(["", "AlreadyInSweepError ALREADY_IN_SWEEP"], both.Select(one => one.Refusal()).Order(StringComparer.Ordinal));
        var planned = both.Single(one => one.Refusal().Length == 0).Text("inspection.number")!;
        Assert.Contains(planned, both.Single(one => one.Refusal().Length > 0).GetRawText(), StringComparison.Ordinal);
    }

    /// <summary>A button that is pressed twice sends two commands of their own: one begins, the other is told of it.</summary>
    [Fact]
    public async Task An_inspection_is_begun_once_also_when_the_button_is_pressed_twice()
    {
        var officer = await Api.As(Roles.Officer);
        await Api.As("second", Roles.Officer);
        var input = new { enterpriseCreditCode = await Api.EnterpriseAsync(), officers = Bureau.Two };
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => officer.Do("beginInspection", input, "inspection{number}")));
        Assert.Equal(["", "AlreadyBegunError ALREADY_BEGUN"], both.Select(one => one.Refusal()).Order(StringComparer.Ordinal));
        var begun = both.Single(one => one.Refusal().Length == 0).Text("inspection.number")!;
        Assert.Contains(begun, both.Single(one => one.Refusal().Length > 0).GetRawText(), StringComparison.Ordinal);

        // Whoever has recorded the first visit may come again on the same day.
        var record = new { number = begun, officers = Bureau.Two, findings = Bureau.Conforming, result = "NONE", summary = "合格" };
        Assert.Equal("", (await officer.Do("recordInspection", record, "inspection{number}")).Refusal());
        Assert.Equal("", (await officer.Do("beginInspection", input, "inspection{number}")).Refusal());
    }

    [Fact]
    public async Task What_exceeds_the_yearly_cap_says_so()
    {
        var officer = await Api.As(Roles.Officer);
        var enterprise = await Api.EnterpriseAsync();
        var exceeded = new List<string?>();
        for (var time = 1; time <= 5; time++)
        {
            var input = new { enterpriseCreditCode = enterprise, basis = "ROUTINE", plannedOn = $"2026-0{time + 3}-10" };
            var planned = await officer.Do("planInspection", input, "inspection{beyondYearlyCap{inspections}}");
            var beyond = planned.At("inspection.beyondYearlyCap");
            exceeded.Add(beyond.ValueKind is System.Text.Json.JsonValueKind.Null ? null : beyond.Text("inspections"));
        }

        Assert.Equal([null, null, null, null, "5"], exceeded);
    }
}
