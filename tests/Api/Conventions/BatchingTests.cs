using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Conventions;

public sealed class BatchingTests(SharedServer shared) : ApiTest(shared)
{
    private const string Licences = """
        query($first:Int,$prefix:String){licences(first:$first,where:{enterprise:{creditCode:{in:[]}},or:[]}){nodes{number}}
          page:licences(first:$first,where:{issuedBy:{eq:$prefix}}){totalCount nodes{number status enterprise{name creditCode productClasses{code name}} productClasses{code} deadlines{kind dueAt subject{id}}}}}
        """;

    [Fact]
    public async Task A_list_of_fifty_licences_costs_as_many_statements_as_one_of_five()
    {
        var issuer = $"批量{Guid.NewGuid():N}";
        for (var index = 0; index < 50; index++)
        {
            await Api.LicenceAsync(more: new { issuedBy = issuer, productClasses = new[] { "TEXTILES", "CLOTHING" } });
        }

        var auditor = await Api.As(Roles.Auditor);
        var five = await Statements.Of(auditor, Licences, new { first = 5, prefix = issuer });
        var fifty = await Statements.Of(auditor, Licences, new { first = 50, prefix = issuer });

        // Two pages, one count, and one each for holders, their classes, classes, deadlines and the deadlines' subjects.
        Assert.True(five.Count == 8, string.Join("\n\n", five));
        Assert.Equal(five.Count, fifty.Count);
        var page = (await auditor.Ask(Licences, new { first = 50, prefix = issuer })).Data();
        Assert.Equal(50, page.Texts("page.nodes", "number").Count);
        // The main class stands first, as it was given.
        Assert.All(page.At("page.nodes").EnumerateArray(), licence => Assert.Equal(["TEXTILES", "CLOTHING"], licence.Texts("productClasses", "code")));
    }

    [Fact]
    public async Task A_journal_page_with_its_subjects_costs_as_many_statements_whatever_its_length()
    {
        // A server of its own: what others do meanwhile would decide of what concepts the newest entries speak.
        await using var api = await ApiServer.StartAsync();
        // Signed in first: what an account has done would otherwise be the newest page's only subject.
        var auditor = await api.As(Roles.Auditor);
        for (var index = 0; index < 10; index++)
        {
            await api.LicenceAsync();
        }

        const string journal = "query($first:Int){journal(first:$first){nodes{kind summary subject{id ...on Licence{number enterprise{name}} ...on Enterprise{name}}}}}";
        var two = await Statements.Of(auditor, journal, new { first = 2 });
        var twenty = await Statements.Of(auditor, journal, new { first = 20 });
        Assert.True(two.Count == twenty.Count, string.Join("\n\n", two) + "\n\n========\n\n" + string.Join("\n\n", twenty));
    }

    [Fact]
    public async Task A_list_wakes_no_grain_and_a_licence_by_its_number_asks_no_table()
    {
        var issuer = $"沉睡{Guid.NewGuid():N}";
        var number = await Api.LicenceAsync(more: new { issuedBy = issuer });
        var auditor = await Api.As(Roles.Auditor);
        const string byNumber = "query($number:String!){licence(number:$number){number status enterprise{name} productClasses{code} deadlines{kind} history(first:10){nodes{kind}}}}";
        await auditor.Ask(byNumber, new { number });
        Assert.Empty(await Statements.Of(auditor, byNumber, new { number }));
    }
}
