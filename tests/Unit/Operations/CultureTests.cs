using System.Globalization;
using System.Text;
using ShuangDa.Silo.Composition;
using Xunit;

namespace ShuangDa.Tests.Unit.Operations;

public sealed class CultureTests
{
    [Theory]
    [InlineData("de-DE")]
    [InlineData("zh-CN")]
    [InlineData("th-TH")] // its calendar counts other years
    [InlineData("tr-TR")] // its i has another capital
    public void Nothing_depends_on_the_machine_s_locale(string locale)
    {
        // In an execution context and on a thread of its own, so that no other test sees it.
        var said = "";
        var thread = new Thread(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale);
            Culture.BeInvariant();
            said = string.Create(CultureInfo.CurrentCulture, $"{1234.5m} {new DateOnly(2026, 3, 2):yyyy-MM-dd} {"info".ToUpper(CultureInfo.CurrentCulture)} {CultureInfo.CurrentCulture.CompareInfo.Compare("ä", "z") < 0}");
        });
        thread.Start();
        thread.Join();
        Assert.Equal("1234.5 2026-03-02 INFO True", said);
    }

    [Fact]
    public void Icu_is_asked_for_by_the_names_that_the_runtime_knows()
    {
        var asked = new List<string>();
        Assert.Equal(!OperatingSystem.IsLinux(), Culture.IcuIsThere(name => { asked.Add(name); return false; }));
        Assert.True(Culture.IcuIsThere(static name => name == "libicuuc.so.72"));
        Assert.True(Culture.IcuIsThere());
        if (OperatingSystem.IsLinux())
        {
            Assert.Equal(("libicuuc.so.100", "libicuuc.so.50", "libicuuc.so", 52), (asked[0], asked[^2], asked[^1], asked.Count));
        }

        Assert.Contains("libicu72", Encoding.UTF8.GetString(Culture.IcuIsMissing), StringComparison.Ordinal);
    }
}
