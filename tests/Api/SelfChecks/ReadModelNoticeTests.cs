using LinqToDB;
using LinqToDB.Async;
using Microsoft.Extensions.Logging;
using ShuangDa.Grains.Enterprises;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Security;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.SelfChecks;

/// <summary>After an upgrade nothing is found until the read model is made anew; the server says so when it starts.</summary>
public sealed class ReadModelNoticeTests
{
    [Fact]
    public async Task A_start_says_that_the_search_does_not_find_what_there_is()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("shuangda.db");
        await using (var server = await SecurityServer.StartAsync(file))
        {
            await server.Database.WriteAsync(data => data.InsertAsync(new EnterpriseRow
            {
                Subject = SubjectKeys.Of(Enterprise.Concept.Name, "91310000000000000X"),
                Version = 1,
                CreditCode = "91310000000000000X",
                Name = "某厂",
                Status = WireName.Of(EnterpriseStatus.Active),
                RiskLevel = WireName.Of(RiskLevel.Ordinary),
                Standing = WireName.Of(CreditStanding.A),
                IsProtectedBrand = false,
            }));
        }

        var told = new LogLines();
        await using var again = await SecurityServer.StartAsync(file, customise: builder => builder.Logging.AddProvider(told));
        // The search does not find it, and lists do not have it in the order of names.
        Assert.Equal(2, told.With("rebuild-read-model"));
    }

    [Fact]
    public async Task A_start_on_what_is_whole_says_nothing()
    {
        var told = new LogLines();
        await using var server = await SecurityServer.StartAsync(customise: builder => builder.Logging.AddProvider(told));
        Assert.Equal(0, told.With("rebuild-read-model"));
    }
}
