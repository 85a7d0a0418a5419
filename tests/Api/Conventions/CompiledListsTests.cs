using LinqToDB.Internal.Linq;
using ShuangDa.Grains.Licences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

public sealed class CompiledListsTests(SharedServer shared) : ApiTest(shared)
{
    [Fact]
    public async Task A_list_that_is_asked_for_with_other_values_is_not_compiled_again()
    {
        const string query = "query($from:LocalDate!,$after:String){licences(first:5,after:$after,where:{validTo:{gte:$from}},order:[{validTo:ASC}]){nodes{number} pageInfo{endCursor}}}";
        var officer = await Api.As(Roles.Officer);
        await Api.LicenceAsync(validTo: "2031-01-01");
        string? cursor = null;
        await AskAsync(0);
        await AskAsync(1);
        var before = Query<LicenceRow>.CacheMissCount;
        for (var day = 2; day < 42; day++)
            await AskAsync(day);
        // Other tests may read licences at the same time, in other ways; forty compilations they do not need.
        Assert.InRange(Query<LicenceRow>.CacheMissCount - before, 0, 20);

        async Task AskAsync(int day)
        {
            var from = new DateOnly(2026, 3, 2).AddDays(day).ToString("O");
            var page = (await officer.Ask(query, new { from, after = day % 2 == 0 ? null : cursor })).Data().GetProperty("licences");
            cursor = page.Text("pageInfo.endCursor");
        }
    }
}
