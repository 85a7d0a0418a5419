using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using ShuangDa.Grains.Agencies;
using ShuangDa.Grains.Calendar;
using ShuangDa.Grains.Lists;
using ShuangDa.Grains.ProductClasses;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Lists;

/// <summary>The one law of all lists of codes, at, below and above its bounds.</summary>
public abstract class ListedLawTests<TEntry, TCommand, TEvent, TRow>(ListedConcept<TEntry, TCommand, TEvent, TRow> list)
    where TEntry : ListedEntry
    where TCommand : Command
    where TEvent : ListedEvent<TEntry>
    where TRow : ListedRow
{
    private const string Code = "新-1_A";

    protected abstract TCommand Register(string name, string? englishName = null);

    protected abstract TCommand Rename(string name, string? englishName = null);

    protected abstract TCommand Close(string reason);

    [Fact]
    public void What_was_registered_renamed_and_closed_is_what_the_list_says_of_it()
    {
        var entry = After(null, Register(" 名称 ", " "));
        Assert.Equal((Code, "名称", null, false), (entry.Code, entry.Name, entry.EnglishName, entry.IsClosed));
        entry = After(entry, Rename("名称二", " Second "));
        Assert.Equal((Code, "名称二", "Second", false), (entry.Code, entry.Name, entry.EnglishName, entry.IsClosed));
        entry = After(entry, Close(" 机构改革 "));
        Assert.Equal((Code, "名称二", "Second", true), (entry.Code, entry.Name, entry.EnglishName, entry.IsClosed));
        var row = list.RowOf(entry, 3);
        Assert.Equal(($"{list.Name}/{Code}", Code, "名称二", "Second", true, 3), (row.Subject, row.Code, row.Name, row.EnglishName, row.Closed, row.Version));
        entry = After(entry, Register("名称三"));
        Assert.Equal((Code, "名称三", null, false, (DateOnly?)null), (entry.Code, entry.Name, entry.EnglishName, entry.IsClosed, entry.ClosedOn));
    }

    [Fact]
    public void An_open_entry_is_not_registered_again_and_a_closed_one_not_renamed()
    {
        var open = After(null, Register("名称"));
        var closed = After(open, Close("机构改革"));
        Assert.Equal(new AlreadyExists(list.Name, Code), Decide(open, Register("名称")).Refusal);
        Assert.Equal(list.IsClosed(Code), Decide(closed, Rename("名称")).Refusal);
        Assert.Equal(new NotFound(list.Name, Code), Decide(null, Rename("名称")).Refusal);
        Assert.Equal(new NotFound(list.Name, Code), Decide(null, Close("机构改革")).Refusal);
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        var open = After(null, Register("名称", "Name"));
        Assert.Equal(Decision<TEvent>.AlreadySo, Decide(open, Rename(" 名称", "Name ")));
        Assert.Equal(Decision<TEvent>.AlreadySo, Decide(After(open, Close("机构改革")), Close("再次")));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_code_has_up_to_fifty_characters(int length, bool accepted) => Expect("code", accepted, Decide(null, Register("名称"), new string('A', length)));

    [Theory]
    [InlineData("A/B")]
    [InlineData("A B")]
    [InlineData("A.B")]
    public void A_code_has_no_other_signs(string code) => Expect("code", false, Decide(null, Register("名称"), code));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_name_has_up_to_a_hundred_characters(int length, bool accepted)
    {
        var name = new string('名', length);
        Expect("name", accepted, Decide(null, Register(name)));
        Expect("name", accepted, Decide(After(null, Register("名称")), Rename(name)));
        Expect("englishName", accepted || length == 0, Decide(null, Register("名称", name)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public void A_reason_has_up_to_a_thousand_characters(int length, bool accepted) => Expect("reason", accepted, Decide(After(null, Register("名称")), Close(new string('改', length))));

    [Fact]
    public void What_comes_with_the_program_stands_until_it_is_changed()
    {
        foreach (var entry in list.Delivered)
        {
            Assert.Empty(list.Concept.Check(entry));
            Assert.Same(entry, list.FindDelivered(entry.Code));
            Assert.Equal(new AlreadyExists(list.Name, entry.Code), Decide(null, Register("名称"), entry.Code).Refusal);
            Assert.Equal(entry with { Name = "名称", EnglishName = null }, After(null, Rename("名称"), entry.Code));
            var closed = After(null, Close("机构改革"), entry.Code);
            Assert.Equal((entry.Name, entry.EnglishName, true), (closed.Name, closed.EnglishName, closed.IsClosed));
        }
    }

    [Fact]
    public void Spaces_around_a_reason_are_not_recorded()
    {
        var entry = After(null, Register("名称"));
        Assert.Equal(Decide(entry, Close("机构改革")).Events, Decide(entry, Close(" 机构改革 ")).Events);
    }

    [Fact]
    public void What_comes_with_the_program_is_listed_once_and_shown_in_the_list_s_table()
    {
        Assert.Equal(list.Delivered.Select(entry => entry.Code), list.Delivered.Select(entry => entry.Code).Distinct(StringComparer.OrdinalIgnoreCase));
        Assert.Equal([typeof(TRow)], list.Concept.RowTypes);
    }

    [Theory]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    public void What_the_list_does_not_have_is_said_in_forty_characters_at_most(int length, int shown) => Assert.Equal(
        $"{list.Title.Chinese}名录中没有{new string('长', shown)}，或者已撤销",
        list.NotOpen("section", new string('长', length)).Message.Chinese);

    [Fact]
    public void An_entry_is_meant_by_its_code_and_by_its_name_where_the_list_is_read_so()
    {
        var open = After(null, Register("名称"));
        var closed = open with { Code = "旧", Name = "名称", IsClosed = true };
        TRow[] rows = [list.RowOf(open with { Code = "别的", Name = "另一" }, 1), list.RowOf(closed, 1), list.RowOf(open, 1)];
        Assert.Equal(Code, list.Meant(rows, $" {Code} ")?.Code);
        Assert.Equal("旧", list.Meant(rows, "旧")?.Code);
        Assert.Equal(list.IsFoundByName ? Code : null, list.Meant(rows, Code.ToLowerInvariant())?.Code);
        Assert.Equal(list.IsFoundByName ? Code : null, list.Meant(rows, "名称")?.Code); // the open one before the closed one
        // What carries a closed entry's code still means that entry, however another is called.
        TRow[] alike = [list.RowOf(open with { Code = "coal" }, 1), list.RowOf(closed with { Code = "COAL" }, 1)];
        Assert.Equal(("COAL", "coal"), (list.Meant(alike, "COAL")?.Code, list.Meant(alike, "coal")?.Code));
        Assert.Equal(list.IsFoundByName ? "coal" : null, list.Meant(alike, "Coal")?.Code);
        Assert.Null(list.Meant(rows, "没有的"));
        Assert.Null(list.Meant(rows, " "));
        Assert.Null(list.Meant(rows, null));
    }

    [Fact]
    public void Whether_it_is_closed_goes_with_its_day()
    {
        var entry = After(null, Register("名称"));
        Assert.NotEmpty(list.Concept.Check(entry with { Code = " " }));
        Assert.Empty(list.Concept.Check(entry));
        Assert.NotEmpty(list.Concept.Check(entry with { ClosedOn = Some.Today }));
        Assert.Empty(list.Concept.Check(entry with { ClosedOn = Some.Today, IsClosed = true }));
        Assert.NotEmpty(list.Concept.Check(entry with { Name = " " }));
    }

    [Theory]
    [InlineData("QUALITY", "质量科", null)]
    [InlineData("QUALITY", "质量\u200b科", "name")]
    [InlineData("QUALITY", "\u200b", "name")]
    [InlineData("QUALITY", "质量\n科", "name")]
    [InlineData("QUALITY", "质量科（一）", null)]
    [InlineData("Ａ１", "质量科", "code")]
    [InlineData("质量科", "质量科", null)]
    [InlineData("QUALITY", "质量科\n", null)]
    [InlineData("QUALITY", "质量\u2028科", "name")]
    [InlineData("QUALITY", "质量\u2029科", "name")]
    [InlineData("QUALITY", "质量\ue000科", "name")]
    public void What_looks_like_another_entry_is_not_entered(string code, string name, string? field)
    {
        Assert.Equal(field, (Decide(null, Register(name), code).Refusal as InvalidInput)?.Field);
        Assert.Equal(field is "code" ? null : field, (Decide(After(null, Register("名称", "Name")), Rename(name)).Refusal as InvalidInput)?.Field);
        var english = field is "name" ? "englishName" : null;
        Assert.Equal(english, (Decide(null, Register("名称", name)).Refusal as InvalidInput)?.Field);
        Assert.Equal(english, (Decide(After(null, Register("名称")), Rename("名称", name)).Refusal as InvalidInput)?.Field);
    }

    [Fact]
    public void What_an_open_entry_is_called_and_a_closed_one_s_code_no_other_entry_may_have_where_entries_are_found_by_name()
    {
        var open = After(null, Register("夏阳（Ｅ）"));
        Assert.Equal(list.IsFoundByName ? ["新-1_A", "夏阳(E)"] : [], list.Concept.UniqueNames(open));
        Assert.Equal(list.IsFoundByName ? ["新-1_A"] : [], list.Concept.UniqueNames(After(open, Close("区划调整"))));
        Assert.Equal(list.Concept.UniqueNames(open), list.Concept.UniqueNames(open with { Code = "新-1_a", Name = "夏阳(e)" }));
    }

    [Fact]
    public void Commands_state_and_refusals_survive_the_way_between_silos()
    {
        using var services = new ServiceCollection().AddSerializer().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();
        Assert.All(Samples.Commands(list.Concept).Select(command => command with { ExpectedVersion = 7 }), sent => Assert.Equal(sent, serializer.Deserialize<Command>(serializer.SerializeToArray<Command>(sent))));
        var entry = After(After(null, Register("名称", "Name")), Close("机构改革"));
        Assert.Equal(entry, serializer.Deserialize<TEntry>(serializer.SerializeToArray(entry)));
        var refusal = list.IsClosed(Code);
        Assert.Equal(refusal, serializer.Deserialize<Refusal>(serializer.SerializeToArray(refusal)));
        Assert.NotEqual(refusal.Message.Chinese, refusal.Message.English);
    }

    protected Decision<TEvent> Decide(TEntry? entry, TCommand command, string code = Code, TakenNames? names = null) => list.Concept.Decided(
        entry,
        command,
        new Circumstances(new Actor("admin", Roles.Administrator, null, null, Guid.Empty), Some.TenOClock(Some.Today), WorkingCalendar.BuiltIn) { Key = code }.With(names ?? new TakenNames([])));

    protected TEntry After(TEntry? entry, TCommand command, string code = Code)
    {
        var decision = Decide(entry, command, code);
        Assert.Null(decision.Refusal);
        var after = list.Concept.Apply(entry, Assert.Single(decision.Events));
        Assert.Empty(list.Concept.Check(after));
        return after;
    }

    private static void Expect(string field, bool accepted, Decision<TEvent> decision) => Assert.Equal(accepted ? null : field, (decision.Refusal as InvalidInput)?.Field);
}

public sealed class SectionsLawTests() : ListedLawTests<Section, SectionCommand, SectionEvent, SectionRow>(Section.List)
{
    protected override SectionCommand Register(string name, string? englishName = null) => new RegisterSection(name, englishName);

    protected override SectionCommand Rename(string name, string? englishName = null) => new RenameSection(name, englishName);

    protected override SectionCommand Close(string reason) => new CloseSection(reason);
}

public sealed class AgenciesLawTests() : ListedLawTests<Agency, AgencyCommand, AgencyEvent, AgencyRow>(Agency.List)
{
    protected override AgencyCommand Register(string name, string? englishName = null) => new RegisterAgency(AgencyKind.Other, name, englishName);

    protected override AgencyCommand Rename(string name, string? englishName = null) => new RenameAgency(name, englishName);

    protected override AgencyCommand Close(string reason) => new CloseAgency(reason);
}

public sealed class ProductClassesLawTests() : ListedLawTests<ProductClass, ProductClassCommand, ProductClassEvent, ProductClassRow>(ProductClass.List)
{
    [Fact]
    public void The_notice_names_fourteen_key_classes() =>
        Assert.Equal(
            (14, "PRESSURE_VESSELS, OTHER"),
            (ProductClass.List.Delivered.Count(one => one.IsKey),
                string.Join(", ", ProductClass.List.Delivered.Where(one => !one.IsKey).Select(one => one.Code))));

    [Fact]
    public void Whether_it_is_a_key_class_is_said_and_stays_where_it_is_not()
    {
        var key = After(null, new RegisterProductClass("水泥", IsKey: true));
        Assert.True(key.IsKey);
        Assert.True(After(key, new RenameProductClass("水泥制品")).IsKey);
        var other = After(key, new RenameProductClass("水泥", IsKey: false));
        Assert.False(other.IsKey);
        Assert.Equal((false, Some.Today), (After(other, new CloseProductClass("并入建材")).IsKey, After(other, new CloseProductClass("并入建材")).ClosedOn));
        Assert.Equal(("FOOD", true), (After(null, new CloseProductClass("调整"), "FOOD").Code, After(null, new CloseProductClass("调整"), "FOOD").IsKey));
    }

    [Theory]
    [InlineData("CEMENT", "食品", "name")]
    [InlineData("CEMENT", "food", "name")]
    [InlineData("食品", "水泥", "code")]
    [InlineData("food", "水泥", "code")]
    [InlineData("CEMENT", "ＦＯＯＤ", "name")]
    [InlineData("coal", "焦炭", "code")]
    [InlineData("CEMENT", "coal", "name")]
    [InlineData("COKE", "煤炭", null)]
    [InlineData("煤炭", "焦炭", null)]
    [InlineData("COAL", "煤炭", null)]
    [InlineData("CEMENT", "水泥", null)]
    [InlineData("FOOD", "食品", null)]
    public void No_two_open_classes_are_called_the_same(string code, string name, string? field)
    {
        var names = new TakenNames([("FOOD", "食品", false), ("OTHER", "其他", false), ("COAL", "煤炭", true)]);
        Assert.Equal(field, (Decide(null, new RegisterProductClass(name), code, names).Refusal as InvalidInput)?.Field);
    }

    [Fact]
    public void A_class_is_not_renamed_to_what_another_is_called() =>
        Assert.Equal("name", Assert.IsType<InvalidInput>(Decide(null, new RenameProductClass(" 服装 "), "FOOD", new TakenNames([("FOOD", "食品", false), ("CLOTHING", "服装", false)])).Refusal).Field);

    [Fact]
    public void Aliases_are_kept_each_once_and_stay_until_others_are_given()
    {
        var cement = After(null, new RegisterProductClass("水泥", Aliases: [" 硅酸盐水泥 ", "水泥", "硅酸盐水泥", " ", "ＰＣ"]));
        Assert.Equal(["硅酸盐水泥", "ＰＣ"], cement.Aliases);
        cement = After(cement, new RenameProductClass("水泥制品"));
        Assert.Equal(["硅酸盐水泥", "ＰＣ"], cement.Aliases);
        Assert.Empty(Decide(cement, new RenameProductClass("水泥制品", Aliases: ["硅酸盐水泥", "ＰＣ", "pc"])).Events);
        Assert.Equal(["硅酸盐水泥", "ＰＣ"], After(cement, new CloseProductClass("并入建材")).Aliases);
        Assert.Empty(After(cement, new RenameProductClass("水泥制品", Aliases: [])).Aliases);
    }

    [Theory]
    [InlineData("FOOD", "食用农产品", true)]
    [InlineData("CLOTHING", "食用农产品", false)]
    [InlineData("CLOTHING", "食品", false)]
    [InlineData("CLOTHING", "ｆｏｏｄ", false)]
    [InlineData("CLOTHING", "煤炭", true)]
    [InlineData("CLOTHING", "蜂窝煤", true)]
    public void No_two_open_classes_have_an_alias_that_calls_the_other(string code, string alias, bool accepted)
    {
        var names = new TakenNames([("FOOD", "食品", false), ("CLOTHING", "服装", false), ("COAL", "煤炭", true)])
        {
            Aliases = new Dictionary<string, ImmutableArray<string>> { ["FOOD"] = ["食用农产品"], ["COAL"] = ["蜂窝煤"] }.ToImmutableDictionary(),
        };
        var decided = Decide(null, new RenameProductClass("某类", Aliases: [alias]), code, names);
        Assert.Equal(accepted ? null : "aliases", (decided.Refusal as InvalidInput)?.Field);
    }

    [Fact]
    public void A_class_is_not_called_what_another_is_called_besides()
    {
        var names = new TakenNames([("FOOD", "食品", false), ("CLOTHING", "服装", false)])
        {
            Aliases = new Dictionary<string, ImmutableArray<string>> { ["FOOD"] = ["食用农产品"] }.ToImmutableDictionary(),
        };
        Assert.Equal("name", Assert.IsType<InvalidInput>(Decide(null, new RenameProductClass("食用农产品"), "CLOTHING", names).Refusal).Field);
    }

    [Fact]
    public void Codes_and_names_are_codes_each_once_and_the_first_stays_first()
    {
        Assert.Null(ProductClass.Codes(Some.On(Some.Today), ["服装", "FOOD", "CLOTHING"], [], out var codes));
        Assert.Equal(["CLOTHING", "FOOD"], codes);
        Assert.Null(ProductClass.Codes(Some.WithoutHolder(Some.Today), [], [], out codes));
        Assert.Empty(codes);
        Assert.Throws<InvalidOperationException>(() => ProductClass.Codes(Some.WithoutHolder(Some.Today), ["FOOD"], [], out _));
    }

    [Fact]
    public void A_closed_class_is_right_where_it_is_carried_already()
    {
        var closed = Some.On(Some.Today).WithLists(isOpen: false);
        Assert.Equal("productClasses", ProductClass.Codes(closed, ["FOOD"], [], out _)!.Field);
        Assert.Equal("productClasses", ProductClass.Codes(closed, ["FOOD", "服装"], ["FOOD"], out _)!.Field);
        Assert.Null(ProductClass.Codes(closed, ["食品"], ["FOOD"], out var codes));
        Assert.Equal(["FOOD"], codes);
    }

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_subject_carries_thirty_classes_at_most(int count, bool accepted) =>
        Assert.Equal(accepted ? null : "productClasses", ProductClass.Codes([.. Enumerable.Range(1, count).Select(number => $"C{number}")], [], one => (one, false), out _)?.Field);

    [Theory]
    [InlineData("火箭")]
    [InlineData(" ")]
    public void A_class_that_nobody_listed_is_refused(string given) => Assert.Equal("productClasses", ProductClass.Codes(Some.On(Some.Today), [given], [], out _)!.Field);

    protected override ProductClassCommand Register(string name, string? englishName = null) => new RegisterProductClass(name, englishName);

    protected override ProductClassCommand Rename(string name, string? englishName = null) => new RenameProductClass(name, englishName);

    protected override ProductClassCommand Close(string reason) => new CloseProductClass(reason);
}
