using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Areas;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Lists;

/// <summary>
/// One code is one entry, and one name one open entry where entries are found by it, however many administrators enter it at the same
/// moment.
/// </summary>
public sealed class ListedNamesTests(SharedServer shared) : ApiTest(shared)
{
    private const int Many = 16;

    /// <summary>Every list there is, and whether its entries are found by name.</summary>
    public static TheoryData<string, bool> Lists => [.. typeof(ListedConcept).Assembly.GetTypes()
        .Where(type => !type.IsInterface && !type.ContainsGenericParameters)
        .Select(type => type.GetProperty("List", BindingFlags.Static | BindingFlags.Public)?.GetValue(null)).OfType<ListedConcept>()
        .Select(list => (list.Name, (bool)list.GetType().GetProperty("IsFoundByName")!.GetValue(list)!))];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Of_those_who_enter_one_code_at_once_one_does(string list, bool isFoundByName)
    {
        Assert.NotNull(list);
        var refusals = await AtOnce(index => Register(list, "ONE", isFoundByName ? $"名{index}" : "一个"));
        Assert.Equal([.. Enumerable.Repeat("AlreadyExistsError ALREADY_EXISTS", Many - 1)], refusals);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Of_those_who_enter_one_name_at_once_one_does_where_it_is_looked_for(string list, bool isFoundByName)
    {
        var refusals = await AtOnce(index => Register(list, $"REGISTERED{index}", index % 2 == 0 ? "同一名称（甲）" : "同一名称(甲)"));
        Assert.Equal(Refused(isFoundByName), refusals);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Of_those_who_are_given_one_name_at_once_one_gets_it_where_it_is_looked_for(string list, bool isFoundByName)
    {
        foreach (var index in Enumerable.Range(0, Many))
        {
            Assert.Equal("", await Register(list, $"RENAMED{index}", $"原名{index}"));
        }

        var refusals = await AtOnce(index => Do($"rename{Pascal(list)}", new { code = $"RENAMED{index}", name = "Same name" }));
        Assert.Equal(Refused(isFoundByName), refusals);
    }

    private static IEnumerable<string> Refused(bool isFoundByName) =>
        isFoundByName ? Enumerable.Repeat("InvalidInputError INVALID_INPUT", Many - 1) : [];

    private static async Task<IEnumerable<string>> AtOnce(Func<int, Task<string>> give) =>
        (await Task.WhenAll(Enumerable.Range(0, Many).Select(give))).Where(refusal => refusal.Length > 0);

    private Task<string> Register(string list, string code, string name)
    {
        // What else an entry of a list must have.
        JsonObject input = list switch
        {
            "area" => new() { ["kind"] = WireName.Of(AreaKind.Town) },
            "agency" => new() { ["kind"] = WireName.Of(AgencyKind.Other) },
            _ => [],
        };
        input["code"] = code;
        input["name"] = name;
        return Do($"register{Pascal(list)}", input);
    }

    private async Task<string> Do(string mutation, object input) =>
        (await (await Api.As(Roles.Administrator)).Do(mutation, input)).Refusal();

    private static string Pascal(string list) =>
        string.Concat(list.Split('-').Select(part => char.ToUpper(part[0], CultureInfo.InvariantCulture) + part[1..]));
}
