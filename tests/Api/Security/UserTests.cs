using System.Net;
using System.Text.Json;
using LinqToDB;
using LinqToDB.Async;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Subjects;
using Xunit;

namespace ShuangDa.Tests.Api.Security;

public sealed class UserTests : IAsyncLifetime
{
    private const string Create = "mutation($input: CreateUserInput!) { createUser(input: $input) { user { id userName displayName roles agency version mustChangePassword } errors { __typename ... on Error { code message } } } }";

    private SecurityServer _server = null!;
    private string _admin = "";

    public async ValueTask InitializeAsync()
    {
        _server = await SecurityServer.StartAsync();
        _admin = await _server.TokenAsync("admin", SecurityServer.AdminPassword);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_administrator_makes_a_user_who_changes_the_password_and_works()
    {
        var made = Data(await AskAsync(_admin, Create, new { input = new { userName = "Zhang.San", displayName = "张三", roles = new[] { "OFFICER", "SECTION_HEAD" }, password = "given-by-administrator" } })).GetProperty("createUser");
        Assert.Equal(JsonValueKind.Null, made.GetProperty("errors").ValueKind);
        Assert.Equal("zhang.san", made.GetProperty("user").GetProperty("userName").GetString());
        Assert.Equal(["OFFICER", "SECTION_HEAD"], made.GetProperty("user").GetProperty("roles").EnumerateArray().Select(role => role.GetString()));

        var first = await _server.TokenAsync("zhang.san", "given-by-administrator");
        var (status, refused) = await AskAsync(first, "{ licences(first: 1) { totalCount } }");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("请先修改口令", refused.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.True(Data(await AskAsync(first, "{ me { userName mustChangePassword } }")).GetProperty("me").GetProperty("mustChangePassword").GetBoolean());

        var changed = Data(await AskAsync(first, ChangeMine("given-by-administrator", "chosen-by-myself"))).GetProperty("changeMyPassword");
        Assert.False(changed.GetProperty("user").GetProperty("mustChangePassword").GetBoolean());
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(first, "{ me { userName } }")).Status);
        var second = await _server.TokenAsync("zhang.san", "chosen-by-myself");
        Assert.Equal(0, Data(await AskAsync(second, "{ licences(first: 1) { totalCount } }")).GetProperty("licences").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task The_same_command_id_makes_one_user_and_gets_the_first_answer_again()
    {
        var input = new { userName = "li.si", displayName = "李四", roles = new[] { "LEGAL" }, password = "given-by-administrator", commandId = Guid.NewGuid() };
        var first = Data(await AskAsync(_admin, Create, new { input })).GetProperty("createUser");
        var second = Data(await AskAsync(_admin, Create, new { input })).GetProperty("createUser");
        Assert.Equal(first.GetRawText(), second.GetRawText());
        var without = Data(await AskAsync(_admin, Create, new { input = new { input.userName, input.displayName, input.roles } })).GetProperty("createUser");
        Assert.Equal("AlreadyExistsError", without.GetProperty("errors")[0].GetProperty("__typename").GetString());
    }

    /// <summary>A password is part of a command though no hash of the command may tell it: another one under the same id was never set, and nobody is told that it was.</summary>
    [Fact]
    public async Task The_same_command_id_with_another_password_is_refused()
    {
        var create = new { userName = "li.si", displayName = "李四", roles = new[] { "LEGAL" }, password = "given-by-administrator", commandId = Guid.NewGuid() };
        Data(await AskAsync(_admin, Create, new { input = create }));
        Assert.Equal("CommandIdReusedError", await ErrorOf(Create, new { create.userName, create.displayName, create.roles, password = "another-by-administrator", create.commandId }));
        Assert.Equal("CommandIdReusedError", await ErrorOf(Create, new { create.userName, create.displayName, create.roles, create.commandId }));
        Assert.Null(await ErrorOf(Create, create));

        const string set = "mutation($input: SetUserPasswordInput!) { setUserPassword(input: $input) { user { version } errors { __typename } } }";
        var first = new { userName = "li.si", password = "second-by-administrator", commandId = Guid.NewGuid() };
        Assert.Null(await ErrorOf(set, first));
        Assert.Equal("CommandIdReusedError", await ErrorOf(set, new { first.userName, password = "third-by-administrator", first.commandId }));
        Assert.Null(await ErrorOf(set, first));
        await _server.TokenAsync("li.si", "second-by-administrator");

        async Task<string?> ErrorOf(string document, object input)
        {
            var errors = Data(await AskAsync(_admin, document, new { input })).EnumerateObject().Single().Value.GetProperty("errors");
            return errors.ValueKind == JsonValueKind.Null ? null : errors[0].GetProperty("__typename").GetString();
        }
    }

    /// <summary>Whoever has the password is that person; who gave a wrong one nobody knows.</summary>
    [Fact]
    public async Task Signing_in_is_told_as_the_act_of_whoever_did_and_a_failure_as_the_system_s()
    {
        await _server.AccountAsync("zhang.san");
        using (await _server.SignInAsync("zhang.san", "not-the-password"))
        {
            await _server.TokenAsync("zhang.san", SecurityServer.Secret);
        }

        const string told = "{ user(userName: \"zhang.san\") { history(first: 2) { nodes { kind actorName } } } }";
        Assert.Equal(
            ["account.signed-in zhang.san", "account.sign-in-failed system"],
            Data(await AskAsync(_admin, told)).GetProperty("user").GetProperty("history").GetProperty("nodes").EnumerateArray()
                .Select(entry => $"{entry.GetProperty("kind").GetString()} {entry.GetProperty("actorName").GetString()}"));
    }

    [Fact]
    public async Task What_the_rules_forbid_comes_back_as_typed_errors()
    {
        const string disable = """mutation { disableUser(input: { userName: "admin", reason: "离职" }) { user { userName } errors { __typename ... on Error { code message } } } }""";
        var error = Data(await AskAsync(_admin, disable)).GetProperty("disableUser").GetProperty("errors")[0];
        Assert.Equal(("LastAdministratorError", "LAST_ADMINISTRATOR"), (error.GetProperty("__typename").GetString(), error.GetProperty("code").GetString()));
        var weak = Data(await AskAsync(_admin, Create, new { input = new { userName = "li.si", displayName = "李四", roles = new[] { "LEGAL" }, password = "short" } })).GetProperty("createUser");
        Assert.Equal("INVALID_INPUT", weak.GetProperty("errors")[0].GetProperty("code").GetString());
        var nobody = Data(await AskAsync(_admin, """mutation { unlockUser(input: { userName: "nobody" }) { errors { ... on Error { code } } } }""")).GetProperty("unlockUser");
        Assert.Equal("NOT_FOUND", nobody.GetProperty("errors")[0].GetProperty("code").GetString());
        var stale = Data(await AskAsync(_admin, """mutation { unlockUser(input: { userName: "admin", expectedVersion: 99 }) { errors { ... on Error { code } } } }""")).GetProperty("unlockUser");
        Assert.Equal("VERSION_CONFLICT", stale.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Asking_whether_an_administrator_may_leave_keeps_no_other_from_leaving()
    {
        await _server.AccountAsync("second", Roles.Administrator);
        const string disable = "mutation($input: DisableUserInput!) { disableUser(input: $input) { errors { ... on Error { code } } } }";
        Assert.Null(await CodeOf(new { userName = "admin", reason = "离职", preview = true }));
        Assert.Null(await CodeOf(new { userName = "second", reason = "离职" }));
        Assert.Equal("LAST_ADMINISTRATOR", await CodeOf(new { userName = "admin", reason = "离职" }));

        async Task<string?> CodeOf(object input)
        {
            var errors = Data(await AskAsync(_admin, disable, new { input })).GetProperty("disableUser").GetProperty("errors");
            return errors.ValueKind == JsonValueKind.Null ? null : errors[0].GetProperty("code").GetString();
        }
    }

    [Fact]
    public async Task Without_signing_in_nothing_is_answered()
    {
        var (status, body) = await AskAsync(null, "{ me { userName } }");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("UNAUTHENTICATED", body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Users_are_listed_filtered_and_paged()
    {
        foreach (var (name, roles) in new[] { ("officer1", Roles.Officer), ("officer2", Roles.Officer | Roles.Legal), ("auditor1", Roles.Auditor), ("liaison1", Roles.Liaison) })
        {
            await _server.AccountAsync(name, roles);
        }

        await _server.ExecuteAsync("officer2", new DisableAccount("离职"));
        Assert.Equal(["officer1", "officer2"], await NamesAsync("where: { roles: { some: { eq: OFFICER } } }"));
        Assert.Equal(["auditor1", "officer2"], await NamesAsync("where: { roles: { some: { in: [AUDITOR, LEGAL] } } }"));
        Assert.Equal(["officer2"], await NamesAsync("where: { isDisabled: { eq: true } }"));
        Assert.Equal(["liaison1"], await NamesAsync("""where: { agency: { eq: "PUBLIC_SECURITY" } }"""));
        Assert.Equal(["officer2", "officer1"], await NamesAsync("first: 2, order: [{ userName: DESC }]"));
        var page = Data(await AskAsync(_admin, "{ users(first: 2) { totalCount nodes { userName } pageInfo { endCursor hasNextPage } } }")).GetProperty("users");
        Assert.Equal((5, true), (page.GetProperty("totalCount").GetInt32(), page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()));
        Assert.Equal(["liaison1", "officer1"], await NamesAsync($"""first: 2, after: "{page.GetProperty("pageInfo").GetProperty("endCursor").GetString()}" """));
    }

    [Fact]
    public async Task An_account_is_a_node_for_those_who_look_after_accounts_and_for_nobody_else()
    {
        var id = Data(await AskAsync(_admin, "{ me { id } }")).GetProperty("me").GetProperty("id").GetString();
        var document = $$"""{ node(id: "{{id}}") { id ... on User { userName } } }""";
        Assert.Equal("admin", Data(await AskAsync(_admin, document)).GetProperty("node").GetProperty("userName").GetString());
        var officer = await _server.TokenAsync(await _server.AccountAsync("zhang.san"), SecurityServer.Secret);
        Assert.Equal(JsonValueKind.Null, Data(await AskAsync(officer, document)).GetProperty("node").ValueKind);
    }

    [Fact]
    public async Task The_journal_names_who_did_what()
    {
        await AskAsync(_admin, Create, new { input = new { userName = "li.si", displayName = "李四", roles = new[] { "LEGAL" }, password = "given-by-administrator" } });
        var entry = Data(await AskAsync(_admin, """{ user(userName: "li.si") { history(first: 1) { nodes { kind summary actor { userName displayName } } } } }"""))
            .GetProperty("user").GetProperty("history").GetProperty("nodes")[0];
        Assert.Equal(("account.created", "admin"), (entry.GetProperty("kind").GetString(), entry.GetProperty("actor").GetProperty("userName").GetString()));
        Assert.Contains("监督与法制科", entry.GetProperty("summary").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Officer, null)]
    [InlineData(Roles.Leader, null)]
    [InlineData(Roles.Auditor, true)]
    [InlineData(Roles.Administrator, true)]
    public async Task Who_has_to_change_a_password_is_shown_to_oversight_and_to_himself(Roles role, bool? shown)
    {
        await _server.AccountAsync("li.si", Roles.Officer, mustChange: true);
        var reader = await _server.TokenAsync(await _server.AccountAsync("reader", role), SecurityServer.Secret);
        const string Question = "{ staff(text: \"li.si\") { nodes { userName mustChangePassword } } me { mustChangePassword } }";
        var staff = Data(await AskAsync(reader, Question));
        var read = staff.GetProperty("staff").GetProperty("nodes")[0].GetProperty("mustChangePassword");
        Assert.Equal(shown, read.ValueKind is JsonValueKind.Null ? null : read.GetBoolean());
        Assert.False(staff.GetProperty("me").GetProperty("mustChangePassword").GetBoolean());

        var own = Data(await AskAsync(await _server.TokenAsync("li.si", SecurityServer.Secret), "{ me { mustChangePassword } }"));
        Assert.True(own.GetProperty("me").GetProperty("mustChangePassword").GetBoolean());
    }

    [Fact]
    public async Task A_stolen_session_is_no_place_to_guess_the_password_at()
    {
        await using var server = await SecurityServer.StartAsync(settings: ["--Authentication:FailuresPerMinute=2"]);
        var token = await server.TokenAsync(await server.AccountAsync("zhang.san"), SecurityServer.Secret);
        for (var at = 0; at < 2; at++)
        {
            var wrong = Data(await AskAsync(token, ChangeMine("guess-guess-guess", "chosen-by-a-thief"), server: server)).GetProperty("changeMyPassword");
            Assert.Equal("CURRENT_PASSWORD_WRONG", wrong.GetProperty("errors")[0].GetProperty("code").GetString());
        }

        var (status, body) = await AskAsync(token, ChangeMine(SecurityServer.Secret, "chosen-by-a-thief"), server: server);
        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.Equal("TOO_MANY_ATTEMPTS", body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>Many at once, by aliases of one operation: five are looked at, and then the account is locked as it is by failed sign-ins, with which they count.</summary>
    [Fact]
    public async Task The_own_password_is_guessed_at_five_times_and_no_more()
    {
        await using var server = await SecurityServer.StartAsync(settings: ["--Authentication:FailuresPerMinute=1000"]);
        var token = await server.TokenAsync(await server.AccountAsync("zhang.san"), SecurityServer.Secret);
        await server.SignInAsync("zhang.san", "wrong-wrong-wrong");
        var answered = Data(await AskAsync(token, Guesses(9), server: server)).EnumerateObject().Select(one => one.Value.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal([.. Enumerable.Repeat("CURRENT_PASSWORD_WRONG", 4), .. Enumerable.Repeat("ACCOUNT_IS_LOCKED", 5)], answered);

        // Each has its price, so that one operation does not hash for ever, right or wrong.
        var (_, tooMany) = await AskAsync(token, Guesses(10), server: server);
        Assert.Equal("LIMIT_EXCEEDED", tooMany.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

        // The right one is not looked at either, here or at the door, until the lock ends.
        var right = Data(await AskAsync(token, ChangeMine(SecurityServer.Secret, "chosen-by-myself"), server: server)).GetProperty("changeMyPassword");
        Assert.Equal("ACCOUNT_IS_LOCKED", right.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.Locked, (await server.SignInAsync("zhang.san", SecurityServer.Secret)).StatusCode);
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        var changed = Data(await AskAsync(token, ChangeMine(SecurityServer.Secret, "chosen-by-myself"), server: server)).GetProperty("changeMyPassword");
        Assert.Equal(JsonValueKind.Null, changed.GetProperty("errors").ValueKind);
        Assert.Equal(2, await CredentialsAsync(server));
    }

    /// <summary>The last administrator is never locked out; the own password is not guessed at any faster for that.</summary>
    [Fact]
    public async Task The_last_administrator_s_password_is_not_guessed_at_either()
    {
        await using var server = await SecurityServer.StartAsync(settings: ["--Authentication:FailuresPerMinute=1000"]);
        var token = await server.TokenAsync("admin", SecurityServer.AdminPassword);
        var answered = Data(await AskAsync(token, Guesses(8), server: server)).EnumerateObject().Select(one => one.Value.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal([.. Enumerable.Repeat("CURRENT_PASSWORD_WRONG", 5), .. Enumerable.Repeat("ACCOUNT_IS_LOCKED", 3)], answered);
        Assert.Equal(HttpStatusCode.OK, (await server.SignInAsync("admin", SecurityServer.AdminPassword)).StatusCode);
    }

    [Fact]
    public async Task A_password_that_was_not_taken_leaves_no_hash()
    {
        await using var server = await SecurityServer.StartAsync();
        var admin = await server.TokenAsync("admin", SecurityServer.AdminPassword);
        var token = await server.TokenAsync(await server.AccountAsync("zhang.san"), SecurityServer.Secret);
        await AskAsync(token, ChangeMine("guess-guess-guess", "chosen-by-a-thief"), server: server);
        await AskAsync(token, ChangeMine(SecurityServer.Secret, SecurityServer.Secret), server: server);
        await AskAsync(admin, Create, new { input = new { userName = "zhang.san", displayName = "李四", roles = new[] { "LEGAL" }, password = "given-by-administrator" } }, server);
        await AskAsync(admin, Create, new { input = new { userName = "li.si", displayName = "李四", roles = new[] { "LEGAL" }, section = "NOWHERE", password = "given-by-administrator" } }, server);
        await AskAsync(admin, """mutation { setUserPassword(input: { userName: "zhang.san", password: "short" }) { errors { ... on Error { code } } } }""", server: server);
        await AskAsync(admin, """mutation { setUserPassword(input: { userName: "zhang.san", password: "given-by-administrator", expectedVersion: 77 }) { errors { ... on Error { code } } } }""", server: server);
        Assert.Equal(2, await CredentialsAsync(server));
    }

    private static string Guesses(int count) => $"mutation {{ {string.Join(' ', Enumerable.Range(0, count).Select(at =>
        $$"""a{{at}}: changeMyPassword(input: { currentPassword: "guess-guess-{{at}}", newPassword: "chosen-by-a-thief" }) { errors { ... on Error { code } } }"""))} }}";

    private static async Task<int> CredentialsAsync(SecurityServer server)
    {
        await using var data = await server.Database.ReadAsync();
        return await data.GetTable<CredentialRow>().CountAsync();
    }

    private static string ChangeMine(string current, string next) =>
        $$"""mutation { changeMyPassword(input: { currentPassword: "{{current}}", newPassword: "{{next}}" }) { user { mustChangePassword } errors { ... on Error { code } } } }""";

    private async Task<IEnumerable<string?>> NamesAsync(string arguments) =>
        Data(await AskAsync(_admin, $"{{ users({arguments}) {{ nodes {{ userName }} }} }}")).GetProperty("users").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("userName").GetString());

    private static JsonElement Data((HttpStatusCode Status, JsonElement Body) answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK && !answer.Body.TryGetProperty("errors", out _), answer.Body.GetRawText());
        return answer.Body.GetProperty("data");
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string? token, string query, object? variables = null, SecurityServer? server = null) =>
        (server ?? _server).AskAsync(token, query, variables);
}
