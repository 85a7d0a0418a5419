using ShuangDa.Grains.Enterprises;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>Unified social credit codes of enterprises that are not in the demonstration.</summary>
internal static class InventedCredit
{
    public static string CodeOf(int number)
    {
        var body = $"M{number:D7}";
        var first = $"91369902{body}{CreditCode.OrganisationCheck(body)}";
        return first + CreditCode.Check(first);
    }
}
