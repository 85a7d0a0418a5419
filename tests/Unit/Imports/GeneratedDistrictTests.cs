using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Licences;
using ShuangDa.Silo.Demo;
using Xunit;

namespace ShuangDa.Tests.Unit.Imports;

public sealed class GeneratedDistrictTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly GeneratedDistrict District = GeneratedDistrict.Make(1, Today);

    [Fact]
    public void The_same_seed_and_day_make_the_same_district()
    {
        var again = GeneratedDistrict.Make(1, Today);
        Assert.Equal(District.Enterprises, again.Enterprises);
        Assert.Equal(District.Licences, again.Licences);
        Assert.NotEqual(District.Licences, GeneratedDistrict.Make(2, Today).Licences);
    }

    [Fact]
    public void Every_code_and_number_is_right_and_there_once()
    {
        Assert.Equal(2000, District.Enterprises.Length);
        Assert.Equal(3000, District.Licences.Length);
        Assert.All(District.Enterprises, one => Assert.Null(CreditCode.Parse(one.CreditCode, out _)));
        Assert.Distinct(District.Enterprises.Select(one => one.CreditCode));
        Assert.Distinct(District.Enterprises.Select(one => one.Details.Name));
        Assert.All(District.Licences, one =>
        {
            Assert.Null(LicenceNumber.Parse(one.Number, out var number));
            Assert.Equal((one.Kind, one.Number), (number.Kind, number.Text));
        });
        Assert.Distinct(District.Licences.Select(one => one.Number));
    }

    [Fact]
    public void Areas_have_codes_as_the_state_s_and_enterprises_lie_in_those_of_their_district()
    {
        var areas = GeneratedDistrict.Areas.ToDictionary(area => area.Code);
        Assert.All(areas.Values, area => Assert.Equal((9, area.Kind), (area.Code.Length, int.Parse(area.Code[6..]) switch { < 100 => AreaKind.Subdistrict, < 200 => AreaKind.Town, _ => AreaKind.Township })));
        Assert.Distinct(areas.Values.Select(area => area.Name));
        Assert.All(District.Enterprises.Where(one => one.Area is not null), one =>
        {
            Assert.Equal((one.Details.District, null), (areas[one.Area!].District, areas[one.Area!].ClosedFor));
            Assert.Contains(one.Details.District + areas[one.Area!].Name, one.Details.Address, StringComparison.Ordinal);
        });
        Assert.Equal(50, District.Enterprises.Count(one => one.Area is null));
    }

    [Fact]
    public void Every_kind_and_status_occurs_with_dates_around_the_day()
    {
        Assert.Equal(Enum.GetValues<LicenceKind>(), District.Licences.Select(one => one.Kind).Distinct().Order());
        Assert.Equal(
            Enum.GetValues<LicenceStatus>().Except([LicenceStatus.NotYetValid]),
            District.Licences.Select(one => one.Becomes).Distinct().Order());
        Assert.All(District.Licences, one => Assert.Equal(one.Becomes is LicenceStatus.Expired, one.ValidTo < Today));
        Assert.Contains(District.Licences, one => one.ValidTo > Today && one.ValidTo < Today.AddDays(7));
    }

    [Fact]
    public void Enterprises_that_are_closed_hold_no_licence() =>
        Assert.Empty(District.Enterprises.Where(one => one.IsClosed).Select(one => one.CreditCode).Intersect(District.Licences.Select(one => one.Enterprise)));
}
