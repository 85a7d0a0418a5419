using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using ShuangDa.Grains.Accounts;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Accounts;

public sealed class AccountTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly Password Good = new("correct-horse-battery");

    internal static (string Name, Account? State)[] States =>
    [
        ("(no account)", null),
        ("Active", Officer()),
        ("Of a partner agency", After(null, Create() with { Roles = Roles.Liaison, Section = null, Agency = "police" }, Stored())),
        ("Locked", Failed(Officer(), 5)),
        ("Disabled", After(Officer(), new DisableAccount("离职"))),
    ];

    internal static Circumstances OfAdministrator =>
        new Circumstances(new Actor("zhang.san", Roles.Administrator, null, null, Guid.Empty), Now, WorkingCalendar.BuiltIn) { Key = "zhang.san" }.With(Some.Lists());

    [Fact]
    public void The_law_table_reads_as_reviewed()
    {
        (string, Account?)[] last = [("Last administrator", Administrator()), ("Last administrator, four wrong", Failed(Administrator(), 4))];
        var facts = Stored() with { CurrentPasswordIsRight = true, OtherAdministratorsRemain = true };
        Approved.Law(
            "Account",
            $"{LawTable.Of(Account.Concept, OfAdministrator.With(facts), States)}"
            + $"\n\n{LawTable.Of(Account.Concept, OfAdministrator.With(Stored()), last)}");
    }

    [Fact]
    public void Commands_state_and_refusals_survive_the_way_between_silos()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        foreach (var sent in Samples.Commands(Account.Concept).Select(command => command with { ExpectedVersion = 7 }))
        {
            Assert.Equal(sent, serializer.Deserialize<Command>(serializer.SerializeToArray<Command>(sent)));
        }

        var account = After(Failed(Officer(), 5), new SignOut("one", Now.AddHours(8), Now), user: "zhang.san");
        Assert.Equal(Account.Concept.WriteState(account), Account.Concept.WriteState(serializer.Deserialize<Account>(serializer.SerializeToArray(account))!));
        var answer = new SignInAnswer(null, new AccountIsLocked(Now), TimeSpan.FromMinutes(3), Slowed: true);
        Assert.Equal(answer, serializer.Deserialize<SignInAnswer>(serializer.SerializeToArray(answer)));
        Refusal[] refusals = [new AccountIsDisabled(), new AccountIsLocked(Now), new LastAdministrator(), new CurrentPasswordWrong()];
        Assert.All(refusals, refusal => Assert.Equal(refusal, serializer.Deserialize<Refusal>(serializer.SerializeToArray(refusal))));
    }

    [Fact]
    public void A_new_account_has_what_was_asked_for_and_stamp_one()
    {
        var account = After(null, Create(), Stored());
        Assert.Equal(("zhang.san", "张三", Roles.Officer, "稽查队", null), (account.UserName, account.DisplayName, account.Roles, account.Section, account.Agency));
        Assert.Equal((1, "c1", true), (account.SecurityStamp, account.Credential, account.MustChangePassword));
    }

    [Theory]
    [InlineData("x", "userName")]
    [InlineData("system", "userName")]
    [InlineData("a/b", "userName")]
    [InlineData("-zhang", "userName")]
    [InlineData("zh.an_g-s@n", null)]
    [InlineData("zs", null)]
    public void A_user_name_that_is_no_name_is_refused(string name, string? field) =>
        Assert.Equal(field, (Decided(null, Create() with { UserName = name }, Stored()).Refusal as InvalidInput)?.Field);

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_user_name_has_fifty_characters_at_most(int length, bool accepted) =>
        Assert.Equal(accepted, AccountName.ProblemWith(new string('z', length)) is null);

    [Theory]
    [InlineData(" Ｚhang.San ", "zhang.san")]
    [InlineData("ADMIN", "admin")]
    [InlineData("李雷", "李雷")]
    public void One_person_types_the_name_in_many_ways(string typed, string name) => Assert.Equal(name, AccountName.Normalise(typed));

    [Fact]
    public void A_broken_surrogate_names_no_account() => Assert.NotNull(AccountName.ProblemWith(AccountName.Normalise("\ud800abc")));

    [Theory]
    [InlineData("too-short")]
    [InlineData("my-ZHANG.SAN-password")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("1234567890")]
    [InlineData("9876543210")]
    [InlineData("abcdefghijkl")]
    [InlineData("0987654321")]
    [InlineData("aabbccddaa")]
    [InlineData("Password123")]
    [InlineData("P@ssw0rd2026")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("Qwertyuiop!!")]
    [InlineData("woaini1314520")]
    [InlineData("Adm1nistrator1")]
    [InlineData("13816029357")]
    [InlineData("Aa1302958417")]
    [InlineData("!ShuangDa2026")]
    public void A_password_that_is_easily_guessed_is_refused(string password)
    {
        Assert.Equal("password", Refused<InvalidInput>(null, Create() with { Password = new(password) }, Stored()).Field);
        Assert.Equal("password", Refused<InvalidInput>(Officer(), new SetPassword(new(password)), Stored()).Field);
        var right = Stored() with { CurrentPasswordIsRight = true };
        Assert.Equal("newPassword", Refused<InvalidInput>(Officer(), new ChangeOwnPassword(Good, new(password)), right, "zhang.san").Field);
    }

    [Theory]
    [InlineData("aabbccddee", true)]
    [InlineData("x7-x7-xy-q", true)]
    [InlineData("tiger-on-the-roof", true)]
    [InlineData("桌上有三盏绿色的台灯", true)]
    [InlineData("dragon739201845", true)]
    [InlineData("729301845729301", false)]
    [InlineData("7293018457293015", true)]
    [InlineData("dragon73920184", false)]
    [InlineData("aabbccdd", false)]
    public void A_password_of_five_different_signs_and_ten_in_all_is_taken(string password, bool accepted) =>
        Assert.Equal(accepted, new Password(password).ProblemFor("zhang.san", "password") is null);

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_password_has_a_hundred_and_twenty_eight_characters_at_most(int length, bool accepted)
    {
        var password = new Password(string.Concat(Enumerable.Repeat("correct-horse", 10))[..length]);
        Assert.Equal(accepted, password.ProblemFor("zhang.san", "password") is null);
    }

    [Fact]
    public void A_password_that_nobody_gave_is_too_short() =>
        Assert.Equal("password", default(Password).ProblemFor("zhang.san", "password")?.Field);

    [Fact]
    public void The_system_sets_the_password_that_it_is_told_to()
    {
        Password weak = new("admin");
        Assert.Null(Decided(null, Create() with { Password = weak }, Stored(), Actor.SystemUser, Roles.System).Refusal);
        Assert.Null(Decided(Officer(), new SetPassword(weak), Stored(), Actor.SystemUser, Roles.System).Refusal);
    }

    [Fact]
    public void A_new_password_takes_the_old_one_s_place_and_is_another()
    {
        var set = After(Officer(), new SetPassword(Good, MustChange: false), new AccountFacts("c2"));
        Assert.Equal(("c2", false), (set.Credential, set.MustChangePassword));
        Assert.True(After(set, new SetPassword(Good), new AccountFacts("c3")).MustChangePassword);
        var right = new AccountFacts("c4", CurrentPasswordIsRight: true);
        var changed = After(Officer(), new ChangeOwnPassword(new("old-password-1"), Good), right, "zhang.san");
        Assert.Equal(("c4", false), (changed.Credential, changed.MustChangePassword));
        Assert.Equal("newPassword", Refused<InvalidInput>(Officer(), new ChangeOwnPassword(Good, Good), right, "zhang.san").Field);
    }

    [Fact]
    public void Whom_an_outside_provider_signs_in_has_no_password() =>
        Assert.Null(After(null, Create() with { Password = null }, new AccountFacts()).Credential);

    [Fact]
    public void Roles_are_written_as_their_codes_and_nothing_else_is_read()
    {
        var options = new JsonSerializerOptions { Converters = { new RolesConverter() } };
        foreach (var roles in new[] { Roles.None, Roles.Officer, Roles.Administrator | Roles.Auditor })
        {
            Assert.Equal(roles, JsonSerializer.Deserialize<Roles>(JsonSerializer.Serialize(roles, options), options));
        }

        foreach (var text in new[] { "\"OFFICER\"", "[\"OFFICER\",1]", "{}" })
        {
            var broken = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Roles>(text, options));
            Assert.StartsWith("Roles are a list of codes.", broken.Message, StringComparison.Ordinal);
        }

        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Roles>("[\"KING\"]", options));
        Assert.Null(RoleCodes.Find(null));
        Assert.Null(RoleCodes.Find("officer"));
    }

    [Theory]
    [InlineData(Roles.None, null, "roles")]
    [InlineData(Roles.System, null, "roles")]
    [InlineData(Roles.Liaison, null, "agency")]
    [InlineData(Roles.Liaison | Roles.Officer, "police", "roles")]
    [InlineData(Roles.Officer, "police", "agency")]
    public void Roles_that_do_not_fit_the_person_are_refused(Roles roles, string? agency, string field) =>
        Assert.All([null, Officer()], account => Assert.Equal(field, Refused<InvalidInput>(account, account is null
            ? Create() with { Roles = roles, Agency = agency }
            : new ChangeAccountRoles(null, roles, null, agency), Stored()).Field));

    [Fact]
    public void What_a_person_is_from_now_on_takes_the_place_of_what_they_were()
    {
        var changed = After(Officer(), new ChangeAccountRoles(" 李四 ", Roles.Liaison, null, "police"), at: Now.AddHours(1));
        Assert.Equal(("李四", Roles.Liaison, null, "police"), (changed.DisplayName, changed.Roles, changed.Section, changed.Agency));
        Assert.Equal(Now.AddHours(1), changed.StampedAt);
        Assert.Equal("李四", After(changed, new ChangeAccountRoles(null, Roles.Officer, null, null)).DisplayName);
    }

    [Fact]
    public void A_liaison_officer_belongs_to_an_agency() =>
        Assert.Equal("police", After(null, Create() with { Roles = Roles.Liaison, Section = null, Agency = "police" }, Stored()).Agency);

    [Fact]
    public void Nobody_new_is_put_where_the_lists_know_of_nothing()
    {
        Assert.Equal("section", Refused<InvalidInput>(null, Create(), Stored(), listed: false).Field);
        Assert.Equal("agency", Refused<InvalidInput>(null, Create() with { Roles = Roles.Liaison, Section = null, Agency = "police" }, Stored(), listed: false).Field);
        Assert.Equal("section", Refused<InvalidInput>(Officer(), new ChangeAccountRoles(null, Roles.Officer, "没有的科", null), Stored(), listed: false).Field);
        Assert.Null(Decided(null, Create() with { Section = null }, Stored(), listed: false).Refusal);
    }

    [Fact]
    public void Who_is_in_a_section_that_no_list_knows_stays_there()
    {
        Assert.Equal(Roles.Officer | Roles.Legal, After(Officer(), new ChangeAccountRoles(null, Roles.Officer | Roles.Legal, "稽查队", null), new AccountFacts(), listed: false).Roles);
        Assert.Null(After(Officer(), new ChangeAccountRoles(null, Roles.Officer, " ", null), new AccountFacts(), listed: false).Section);
        var liaison = After(null, Create() with { Roles = Roles.Liaison, Section = null, Agency = "police" }, Stored());
        Assert.Equal("李四", After(liaison, new ChangeAccountRoles("李四", Roles.Liaison, null, " police "), listed: false).DisplayName);
    }

    [Fact]
    public void The_system_makes_accounts_before_there_are_lists() =>
        Assert.Null(Decided(null, Create(), new AccountFacts("c1"), Actor.SystemUser, Roles.System, listed: false).Refusal);

    [Fact]
    public void Five_wrong_passwords_in_a_row_lock_for_fifteen_minutes()
    {
        var account = Failed(Officer(), 4);
        Assert.False(account.IsLocked(Now));
        account = Failed(account, 1);
        Assert.True(account.IsLocked(Now.AddMinutes(15).AddMilliseconds(-1)));
        Assert.False(account.IsLocked(Now.AddMinutes(15)));
        Assert.Equal(Now.AddMinutes(15), Refused<AccountIsLocked>(account, new RecordSignIn("s")).Until);
    }

    [Theory]
    [InlineData(0, "2026-03-02 09:00", "2026-03-02 09:00")]
    [InlineData(1, "2026-03-02 09:01", "2026-03-02 09:01")]
    [InlineData(TimeSpan.TicksPerMinute, "2026-03-02 09:01", "2026-03-02 09:01")]
    [InlineData(16 * TimeSpan.TicksPerHour, "2026-03-03 01:00", "2026-03-03 01:00")]
    public void Who_is_locked_out_is_told_the_minute_from_which_the_lock_is_over(long ticks, string chinese, string english)
    {
        var text = new AccountIsLocked(Now.AddTicks(ticks)).Message;
        Assert.Equal($"口令连续输错，账户锁定至{chinese}，之后可以再试", text.Chinese);
        Assert.Equal($"The account is locked after wrong passwords until {english} Beijing time", text.English);
    }

    [Fact]
    public void The_right_password_in_between_begins_the_count_anew()
    {
        var account = After(Failed(Officer(), 4), new RecordSignIn("s"));
        Assert.False(Failed(account, 4).IsLocked(Now));
    }

    [Fact]
    public void After_a_lock_has_ended_five_more_lock_again()
    {
        var later = Now.AddMinutes(16);
        var account = Failed(Officer(), 5);
        Assert.False(Failed(account, 4, later).IsLocked(later));
        Assert.True(Failed(account, 5, later).IsLocked(later));
        Assert.Null(Failed(account, 1, later).LockedUntil);
    }

    [Fact]
    public void One_wrong_password_is_forgotten_with_the_lock_that_an_administrator_ends()
    {
        Assert.Equal(0, After(Failed(Officer(), 1), new UnlockAccount()).FailedSignIns);
        var unlocked = After(Failed(Administrator(), 5), new UnlockAccount());
        Assert.Equal((0, null), (unlocked.FailedSignIns, unlocked.SlowedUntil));
    }

    [Fact]
    public void Wrong_passwords_during_a_lock_write_nothing_into_the_journal() =>
        Assert.Empty(Decided(Failed(Officer(), 5), new RecordFailedSignIn()).Events);

    [Fact]
    public void The_last_administrator_is_slowed_and_never_locked()
    {
        var account = Failed(Administrator(), 5);
        Assert.False(account.IsLocked(Now));
        Assert.True(account.IsSlowed(Now.AddMinutes(1).AddMilliseconds(-1)));
        Assert.False(account.IsSlowed(Now.AddMinutes(1)));
        Assert.Null(account.ShutUntil(Now.AddMinutes(1)));
        Assert.Equal(4, account.FailedSignIns);
        Assert.Empty(Decided(account, new RecordFailedSignIn()).Events);
        Assert.Equal(Now, After(account, new RecordSignIn("s")).LastSignInAt);
    }

    [Fact]
    public void An_administrator_with_a_colleague_is_locked_like_everybody() =>
        Assert.True(Enumerable.Range(0, 5).Aggregate(Administrator(), (account, _) => After(account, new RecordFailedSignIn(), Remain())).IsLocked(Now));

    [Fact]
    public void After_the_slow_minute_one_wrong_password_slows_again()
    {
        var later = Now.AddMinutes(2);
        Assert.True(Failed(Failed(Administrator(), 5), 1, later).IsSlowed(later));
        // With a colleague by then it is a lock.
        var locked = After(Failed(Administrator(), 5), new RecordFailedSignIn(), Remain(), at: later);
        Assert.Equal((true, null), (locked.IsLocked(later), locked.SlowedUntil));
    }

    [Fact]
    public void The_last_administrator_cannot_be_disabled_or_demoted()
    {
        Refused<LastAdministrator>(Administrator(), new DisableAccount("离职"));
        Refused<LastAdministrator>(Administrator(), new ChangeAccountRoles(null, Roles.Officer, null, null));
        Assert.True(After(Administrator(), new DisableAccount("离职"), Remain()).Disabled);
    }

    [Fact]
    public void An_administrator_may_take_further_roles_though_the_last() =>
        Assert.Equal(
            Roles.Administrator | Roles.Officer,
            After(Administrator(), new ChangeAccountRoles(null, Roles.Administrator | Roles.Officer, null, null), user: "another").Roles);

    /// <summary>Who runs or watches the system decides nothing of the trade, whoever gives the roles.</summary>
    [Theory]
    [InlineData(Roles.Administrator | Roles.Leader)]
    [InlineData(Roles.Administrator | Roles.SectionHead)]
    [InlineData(Roles.Administrator | Roles.Legal)]
    [InlineData(Roles.Administrator | Roles.Auditor)]
    [InlineData(Roles.Auditor | Roles.Leader)]
    [InlineData(Roles.Auditor | Roles.SectionHead)]
    [InlineData(Roles.Auditor | Roles.Officer | Roles.Legal)]
    public void Who_runs_or_watches_the_system_decides_nothing(Roles roles) =>
        Assert.All([null, Officer()], account => Assert.Equal("roles", Refused<InvalidInput>(account, account is null
            ? Create() with { Roles = roles }
            : new ChangeAccountRoles(null, roles, null, null), Stored()).Field));

    [Fact]
    public void Nobody_gives_himself_a_further_role()
    {
        var officer = Administrator();
        var further = new ChangeAccountRoles(null, Roles.Administrator | Roles.Officer, null, null);
        Assert.Equal("roles", Refused<InvalidInput>(officer, further, user: officer.UserName).Field);
        Assert.Equal(further.Roles, After(officer, further, user: "another").Roles);

        // To be less, or called otherwise, is nobody else's to say.
        Assert.Equal("李四", After(officer, new ChangeAccountRoles("李四", officer.Roles, null, null), user: officer.UserName).DisplayName);
    }

    [Fact]
    public void Whatever_changes_what_a_token_says_ends_the_sessions()
    {
        Assert.Equal(2, After(Officer(), new ChangeAccountRoles(null, Roles.Legal, null, null)).SecurityStamp);
        Assert.Equal(2, After(Officer(), new SetPassword(Good, true), Stored()).SecurityStamp);
        Assert.Equal(2, After(Officer(), new ChangeOwnPassword(new("old-password-1"), Good), Stored() with { CurrentPasswordIsRight = true }, "zhang.san").SecurityStamp);
        Assert.Equal(2, After(Officer(), new DisableAccount("离职")).SecurityStamp);
        Assert.Equal(2, After(Officer(), new SignOut()).SecurityStamp);
        Assert.Equal(1, After(Officer(), new RecordSignIn("s")).SecurityStamp);
        Assert.Equal(1, Failed(Officer(), 5).SecurityStamp);
    }

    [Fact]
    public void A_signed_out_session_is_remembered_until_it_would_have_ended()
    {
        var first = After(Officer(), new SignOut("one", Now.AddHours(8), Now), user: "zhang.san");
        Assert.Equal(["one"], first.EndedSessions!.Select(ended => ended.Session));
        var second = After(first, new SignOut("two", Now.AddHours(17), Now.AddHours(9)), user: "zhang.san");
        Assert.Equal(["two"], second.EndedSessions!.Select(ended => ended.Session));
        var atItsEnd = After(first, new SignOut("two", Now.AddHours(17), Now.AddHours(8)), user: "zhang.san");
        Assert.Equal(["two"], atItsEnd.EndedSessions!.Select(ended => ended.Session));
        Assert.Empty(Decided(second, new SignOut("two", Now.AddHours(17), Now.AddHours(9)), user: "zhang.san").Events);
    }

    [Fact]
    public void One_session_too_many_to_remember_ends_all()
    {
        var account = Officer();
        for (var at = 0; at <= Account.MostEndedSessions; at++)
        {
            account = After(account, new SignOut($"s{at}", Now.AddHours(8), Now), user: "zhang.san");
        }

        Assert.Null(account.EndedSessions);
        Assert.Equal(2, account.SecurityStamp);
    }

    [Fact]
    public void Nobody_but_an_administrator_signs_another_person_out() =>
        Assert.Throws<ActorNotAllowedException>(() => Decided(Officer(), new SignOut(), user: "li.si", roles: Roles.Officer));

    [Fact]
    public void Nobody_changes_another_persons_password_as_the_own() =>
        Assert.Throws<ActorNotAllowedException>(() => Decided(Officer(), new ChangeOwnPassword(Good, Good), Stored(), "li.si"));

    [Fact]
    public void The_own_password_is_changed_by_who_knows_it() =>
        Refused<CurrentPasswordWrong>(Officer(), new ChangeOwnPassword(new("guess-guess-1"), Good), Stored(), "zhang.san");

    [Fact]
    public void While_a_lock_stands_the_own_password_is_not_looked_at()
    {
        var right = Stored() with { CurrentPasswordIsRight = true };
        Assert.Equal(Now.AddMinutes(15), Refused<AccountIsLocked>(Failed(Officer(), 5), new ChangeOwnPassword(new("the-right-one"), Good), right, "zhang.san").Until);
        Assert.Equal(Now.AddMinutes(1), Refused<AccountIsLocked>(Failed(Administrator(), 5), new ChangeOwnPassword(new("the-right-one"), Good), right, "zhang.san").Until);
        Assert.Equal(0, After(Failed(Officer(), 4), new ChangeOwnPassword(new("the-right-one"), Good), right, "zhang.san").FailedSignIns);
    }

    [Fact]
    public void A_disabled_account_lets_nobody_in_and_can_be_enabled()
    {
        var disabled = After(Failed(Officer(), 3), new DisableAccount("离职"));
        Refused<AccountIsDisabled>(disabled, new RecordSignIn("s"));
        Assert.Empty(Decided(disabled, new RecordFailedSignIn()).Events);
        Assert.Equal((false, 0), (After(disabled, new EnableAccount()).Disabled, After(disabled, new EnableAccount()).FailedSignIns));
    }

    [Fact]
    public void A_command_that_is_already_so_changes_nothing()
    {
        Assert.Empty(Decided(Officer(), new EnableAccount()).Events);
        Assert.Empty(Decided(Officer(), new UnlockAccount()).Events);
        Assert.Empty(Decided(Officer(), new ChangeAccountRoles("张三", Roles.Officer, "稽查队", null)).Events);
        Assert.Empty(Decided(After(Officer(), new DisableAccount("离职")), new DisableAccount("离职")).Events);
    }

    [Fact]
    public void A_password_shows_itself_nowhere()
    {
        AccountCommand[] commands = [Create(), new SetPassword(Good, false), new ChangeOwnPassword(Good, Good)];
        foreach (var command in commands)
        {
            Assert.DoesNotContain(Good.Value, command.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Good.Value, JsonSerializer.Serialize(command, Account.Concept.InfoOf(command.GetType())), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_hash_of_a_commands_input_says_nothing_of_the_password() =>
        Assert.Equal(Account.Concept.HashOf(new SetPassword(Good, true)), Account.Concept.HashOf(new SetPassword(new("another-password"), true)));

    [Fact]
    public void Every_event_survives_being_written_and_read()
    {
        var account = (Account?)null;
        var stored = new List<(string Kind, string Body)>();
        foreach (var (command, facts) in Life())
        {
            foreach (var happened in Decided(account, command, facts, "zhang.san", Roles.Everyone | Roles.System).Events)
            {
                stored.Add((Account.Concept.KindOf(happened), Account.Concept.WriteEvent(happened)));
                account = Account.Apply(account, happened);
            }
        }

        Assert.Equal(Account.Concept.EventTypes.Keys.Order(), stored.Select(entry => entry.Kind).Distinct().Order());
        var folded = Account.Concept.Fold(stored.Select(entry => Account.Concept.ReadEvent(entry.Kind, entry.Body)));
        Assert.Equal(Account.Concept.WriteState(account!), Account.Concept.WriteState(folded!));
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Subject<Account> { State = account, Version = 3 }, Account.Concept.InfoOf(typeof(Subject<Account>)));
        Assert.Equal(Account.Concept.WriteState(account!), Account.Concept.WriteState(Account.Concept.ReadStored(payload).State!));
        Assert.DoesNotContain("correct-horse", Encoding.UTF8.GetString(payload) + string.Concat(stored), StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_hold_is_noticed_when_it_does_not()
    {
        Assert.Empty(Account.Check(Officer()));
        Assert.NotEmpty(Account.Check(Officer() with { Roles = Roles.System }));
        Assert.NotEmpty(Account.Check(Officer() with { UserName = "Zhang" }));
        Assert.NotEmpty(Account.Check(Officer() with { FailedSignIns = 6 }));
        Assert.NotEmpty(Account.Check(Officer() with { FailedSignIns = -1 }));
        Assert.NotEmpty(Account.Check(Officer() with { SecurityStamp = 0 }));
        Assert.Throws<InvalidOperationException>(() => Account.Apply(null, new AccountEnabled()));
    }

    [Fact]
    public void The_rows_show_the_account_and_its_ended_sessions()
    {
        var rows = AccountRows.Of("account/zhang.san", After(Officer(), new SignOut("one", Now.AddHours(8), Now), user: "zhang.san"), 7);
        Assert.Equal(7, Assert.IsType<AccountRow>(rows[0]).Version);
        Assert.Equal("one", Assert.IsType<EndedSessionRow>(rows[1]).Session);
    }

    [Fact]
    public void Every_command_says_who_may_give_it() =>
        Assert.All(Concept<Account, AccountCommand, AccountEvent>.Permissions, pair => Assert.NotEqual(Roles.None, pair.Value));

    private static CreateAccount Create() => new("zhang.san", "张三", Roles.Officer, "稽查队", null, Good, true);

    private static Account Officer() => After(null, Create(), Stored());

    private static Account Administrator() => After(null, Create() with { Roles = Roles.Administrator }, Stored());

    private static AccountFacts Stored() => new("c1");

    private static AccountFacts Remain() => new(OtherAdministratorsRemain: true);

    private static Account Failed(Account account, int times, DateTimeOffset? at = null) =>
        Enumerable.Range(0, times).Aggregate(account, (state, _) => After(state, new RecordFailedSignIn(), at: at));

    private static Account After(Account? account, AccountCommand command, AccountFacts? facts = null, string user = "admin", DateTimeOffset? at = null, bool listed = true)
    {
        var decision = Decided(account, command, facts, user, at: at, listed: listed);
        Assert.Null(decision.Refusal);
        var after = decision.Events.Aggregate(account, Account.Apply);
        Assert.Empty(Account.Check(after!));
        return after!;
    }

    private static TRefusal Refused<TRefusal>(Account? account, AccountCommand command, AccountFacts? facts = null, string user = "admin", bool listed = true) where TRefusal : Refusal
    {
        var decision = Decided(account, command, facts, user, listed: listed);
        Assert.Empty(decision.Events);
        return Assert.IsType<TRefusal>(decision.Refusal);
    }

    private static Decision<AccountEvent> Decided(
        Account? account, AccountCommand command, AccountFacts? facts = null, string user = "admin", Roles roles = Roles.Administrator, DateTimeOffset? at = null, bool listed = true) =>
        Account.Concept.Decided(account, command, new Circumstances(new Actor(user, roles, null, null, Guid.Empty), at ?? Now, WorkingCalendar.BuiltIn).With(facts ?? new AccountFacts()).With(Some.Lists(listed)));

    private static IEnumerable<(AccountCommand Command, AccountFacts? Facts)> Life()
    {
        yield return (Create() with { Roles = Roles.Administrator }, Stored());
        yield return (new ChangeAccountRoles("张三丰", Roles.Administrator | Roles.Officer, "法制科", null), Stored());
        yield return (new SetPassword(Good, true), Stored());
        yield return (new ChangeOwnPassword(new("old-password-1"), Good), new("c2", CurrentPasswordIsRight: true));
        yield return (new RecordSignIn("one"), null);
        yield return (new SignOut("one", Now.AddHours(8), Now), null);
        for (var at = 0; at < 5; at++)
        {
            yield return (new RecordFailedSignIn(), null);
        }

        yield return (new UnlockAccount(), null);
        for (var at = 0; at < 5; at++)
        {
            yield return (new RecordFailedSignIn(), Remain());
        }

        yield return (new SignOut(), null);
        yield return (new DisableAccount("离职"), Remain());
        yield return (new EnableAccount(), null);
        yield return (new SignOut("two", Now.AddHours(8), Now), null);
    }
}

internal sealed class AccountStates() : SampleStates<Account, AccountCommand, AccountEvent>(Account.Concept)
{
    public override IReadOnlyList<(string Name, Account? State)> States => AccountTests.States;

    public override IReadOnlyList<(string Name, Circumstances Now)> Circumstances =>
        [("", AccountTests.OfAdministrator.With(new AccountFacts("c1", CurrentPasswordIsRight: true, OtherAdministratorsRemain: true)))];

    /// <summary>A partner agency's person has an agency, and everybody else a section.</summary>
    public override IEnumerable<AccountCommand> Otherwise(AccountCommand sample) => sample switch
    {
        CreateAccount c => [c with { Roles = Roles.Liaison, Section = null, Agency = "PUBLIC_SECURITY" }],
        ChangeAccountRoles c => [c with { Roles = Roles.Liaison, Section = null, Agency = "PUBLIC_SECURITY" }],
        _ => [],
    };
}
