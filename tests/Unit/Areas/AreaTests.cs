using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Lists;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Areas;

/// <summary>The law of areas: that of all lists, and what an area has beside.</summary>
public sealed class AreaTests() : ListedLawTests<Area, AreaCommand, AreaEvent, AreaRow>(Area.List)
{
    [Fact]
    public void Every_command_in_every_state_has_the_outcome_that_was_reviewed()
    {
        var open = After(null, new RegisterArea(AreaKind.Town, "朱家角镇"));
        Approved.Law("Area", LawTable.Of(Area.Concept, new Circumstances(new Actor("admin", Roles.Administrator, null, null, Guid.Empty), Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = open.Code }.With(new TakenNames([])),
            [("(not in the list)", (Area?)null), ("Open", open), ("Closed", After(open, new CloseArea("区划调整")))]));
    }

    [Fact]
    public void An_area_stays_what_it_is_and_is_closed_on_a_day()
    {
        var area = After(null, new RegisterArea(AreaKind.Town, "朱家角镇"));
        Assert.Equal(("TOWN", AreaKind.Town), (Area.List.RowOf(area, 1).Kind, After(area, new RenameArea("朱家角古镇")).Kind));
        var closed = After(area, new CloseArea("区划调整"));
        Assert.Equal((AreaKind.Town, Some.Today), (closed.Kind, closed.ClosedOn));
        Assert.Equal("2026-03-02", Area.List.RowOf(closed, 2).ClosedOn);
    }

    protected override AreaCommand Register(string name, string? englishName = null) => new RegisterArea(AreaKind.Subdistrict, name, englishName);

    protected override AreaCommand Rename(string name, string? englishName = null) => new RenameArea(name, englishName);

    protected override AreaCommand Close(string reason) => new CloseArea(reason);
}

internal sealed class AreaSamples : ICommandSamples
{
    public IEnumerable<Command> All => [new RegisterArea(AreaKind.Subdistrict, "夏阳街道", "Xiayang Subdistrict"), new RenameArea("盈浦街道"), new CloseArea("区划调整")];
}
