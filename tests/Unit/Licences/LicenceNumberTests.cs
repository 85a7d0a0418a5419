using ShuangDa.Grains.Licences;
using Xunit;

namespace ShuangDa.Tests.Unit.Licences;

public sealed class LicenceNumberTests
{
    [Theory]
    [InlineData("XK18-978-00001", "XK18-978-00001", LicenceKind.ProductionLicence)]
    [InlineData(" xk18－978—00001 ", "XK18-978-00001", LicenceKind.ProductionLicence)]
    [InlineData("ＸＫ１８-９７８-００００１", "XK18-978-00001", LicenceKind.ProductionLicence)]
    [InlineData("XK1897800001", "XK18-978-00001", LicenceKind.ProductionLicence)]
    [InlineData("(沪)XK18-978-00001", "（沪）XK18-978-00001", LicenceKind.ProductionLicence)]
    [InlineData("（沪） XK18-978-00001", "（沪）XK18-978-00001", LicenceKind.ProductionLicence)]
    [InlineData("苏XK16-204-12345", "（苏）XK16-204-12345", LicenceKind.ProductionLicence)]
    [InlineData("沪 ｘｋ18-978-00001", "（沪）XK18-978-00001", LicenceKind.ProductionLicence)]
    [InlineData("sc１０１３１０１１８０００１２", "SC10131011800012", LicenceKind.FoodProductionLicence)]
    [InlineData("ｑｓ3101 0601 0001", "QS310106010001", LicenceKind.FoodProductionLicence)]
    [InlineData("2025 0103 0100 0005", "2025010301000005", LicenceKind.CompulsoryCertificate)]
    public void A_number_has_one_form_however_it_was_typed(string typed, string number, LicenceKind kind)
    {
        Assert.Null(LicenceNumber.Parse(typed, out var parsed));
        Assert.Equal(number, parsed.Text);
        Assert.Equal(kind, parsed.Kind);
        Assert.Null(LicenceNumber.Parse(parsed.Text, out var again));
        Assert.Equal(parsed, again);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("XK18-978-0001")]
    [InlineData("XK18-978-000011")]
    [InlineData("XK18-978-00001\n2")]
    [InlineData("（哈）XK18-978-00001")]
    [InlineData("哈XK18-978-00001")]
    [InlineData("AXK18-978-00001")]
    [InlineData("苏苏XK18-978-00001")]
    [InlineData("QS31010601000")]
    [InlineData("QS3101060100011")]
    [InlineData("SC1013101180001")]
    [InlineData("1925010301000005")]
    [InlineData("XK18-978-0000٣")]
    public void A_number_of_no_known_form_is_refused_in_both_languages(string? typed)
    {
        var problem = LicenceNumber.Parse(typed, out _);
        Assert.Equal("number", problem?.Field);
        Assert.NotEmpty(problem!.Message.Chinese);
        Assert.NotEmpty(problem.Message.English);
    }

    [Fact]
    public void A_number_is_written_in_its_one_form()
    {
        Assert.Null(LicenceNumber.Parse("xk18 978 00001", out var number));
        Assert.Equal("XK18-978-00001", number.ToString());
        Assert.Equal("", default(LicenceNumber).ToString());
    }
}
