using Microsoft.Extensions.Logging;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

/// <summary>A setting that names a section by a mistyped code binds nobody; the server says so when it starts.</summary>
public sealed class UnknownCodesNoticeTests
{
    [Theory]
    [InlineData("LICENSING", 1)] // nobody has registered it
    [InlineData("SUPERVISON", 1)]
    [InlineData("SUPERVISION", 0)]
    [InlineData(null, 0)]
    public async Task A_start_says_that_no_open_section_has_the_code_that_is_set(string? code, int told)
    {
        var lines = new LogLines();
        await using var server = await SecurityServer.StartAsync(
            settings: code is null ? null : [$"--Enforcement:LicenceSection={code}"],
            customise: builder => builder.Logging.AddProvider(lines));
        Assert.Equal(told, lines.With("Enforcement:LicenceSection"));
    }
}
