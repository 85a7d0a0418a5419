using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.ProductClasses;

public sealed class ProductClassTests
{
    [Fact]
    public void The_law_table_reads_as_reviewed()
    {
        var open = new ProductClass { Code = "CEMENT", Name = "水泥", IsKey = true };
        var closed = open with { IsClosed = true, ClosedOn = Some.Today };
        var stored = LawTable.Of(ProductClass.Concept, On("CEMENT"), [("(not in the list)", (ProductClass?)null), ("Open", open), ("Closed", closed)]);
        Approved.Law("ProductClass", $"{stored}\n\n{LawTable.Of(ProductClass.Concept, On("FOOD"), [("(comes with the program)", (ProductClass?)null)])}");
    }

    private static Circumstances On(string code) =>
        new Circumstances(new Actor("admin", Roles.Administrator, null, null, Guid.Empty), Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = code }.With(new TakenNames([]));
}
