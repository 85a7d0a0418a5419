using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Preferences;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Api.Support;
using ShuangDa.Tests.Api.Transport;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Api.Preferences;

/// <summary>What a person chooses for the way the pages look is found again by that person, on every device, and by nobody else.</summary>
public sealed class PreferenceTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_choice_is_kept_for_its_owner_in_the_place_of_the_one_before_until_it_is_forgotten(DatabaseKind kind)
    {
        await using var api = await ApiServer.StartAsync(await TestDatabase.CreateAsync(kind));
        var (officer, auditor) = (await api.As(Roles.Officer), await api.As(Roles.Auditor));
        Assert.Empty(await KeptAsync(officer));

        await KeepAsync(officer, "hidden-columns/cases", "[\"party\"]");
        await KeepAsync(officer, "filters/cases", "[]");
        await KeepAsync(officer, "hidden-columns/cases", "[\"=1+1\",\"甲\"]");
        Assert.Equal(["filters/cases []", "hidden-columns/cases [\"=1+1\",\"甲\"]"], await KeptAsync(officer));

        // Each has their own, also who only audits.
        Assert.Empty(await KeptAsync(auditor));
        await KeepAsync(auditor, "filters/cases", "[1]");
        Assert.Equal(["filters/cases [1]"], await KeptAsync(auditor));

        await KeepAsync(officer, "filters/cases", null);
        await KeepAsync(officer, "filters/cases", null);
        Assert.Equal(["hidden-columns/cases [\"=1+1\",\"甲\"]"], await KeptAsync(officer));
        Assert.Equal(["filters/cases [1]"], await KeptAsync(auditor));
    }

    [Fact]
    public async Task What_one_person_keeps_is_bounded()
    {
        await using var api = await ApiServer.StartAsync();
        var officer = await api.As(Roles.Officer);
        Assert.Equal("BAD_USER_INPUT", (await AskAsync(officer, " ", "x")).Code);
        Assert.Equal("BAD_USER_INPUT", (await AskAsync(officer, new string('名', PreferenceRow.LongestName + 1), "x")).Code);
        Assert.Equal("BAD_USER_INPUT", (await AskAsync(officer, "name", new string('值', PreferenceRow.LongestValue + 1))).Code);
        Assert.Equal("BAD_USER_INPUT", (await AskAsync(officer, "name", "a\u202Eb")).Code);

        await KeepAsync(officer, new string('名', PreferenceRow.LongestName), new string('值', PreferenceRow.LongestValue));
        for (var number = 1; number < PreferenceRow.MostPerPerson; number++)
        {
            await KeepAsync(officer, $"choice {number}", "1");
        }

        Assert.Equal("BAD_USER_INPUT", (await AskAsync(officer, "one more", "1")).Code);
        await KeepAsync(officer, "choice 1", "2");
        await KeepAsync(officer, "choice 2", null);
        await KeepAsync(officer, "one more", "1");
        Assert.Equal(PreferenceRow.MostPerPerson, (await KeptAsync(officer)).Count);
    }

    private static Task<Answer> AskAsync(ApiClient who, string name, string? value) => who.Ask(
        "mutation($input:KeepPreferenceInput!){keepPreference(input:$input){preferences{name}}}", new { input = new { name, value } });

    private static async Task KeepAsync(ApiClient who, string name, string? value) => (await AskAsync(who, name, value)).Data();

    private static async Task<IReadOnlyList<string>> KeptAsync(ApiClient who) =>
        [.. (await who.Ask("{preferences{name value}}")).Data().At("preferences").EnumerateArray()
            .Select(one => $"{one.Text("name")} {one.Text("value")}")];
}
