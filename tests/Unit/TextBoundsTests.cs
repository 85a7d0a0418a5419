using System.Collections.Immutable;
using System.Reflection;
using ShuangDa.Grains.Attachments;
using ShuangDa.Grains.Inspections;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>Every text and every list that a command carries has its bound on the parameter, and nobody's law can forget it.</summary>
public sealed class TextBoundsTests
{
    /// <summary>Texts without a bound of their own: what they are is a number, a code or a name with a form, which the law parses or looks up.</summary>
    private static readonly Dictionary<string, string> ParsedByTheirOwnRule = new()
    {
        ["UserName"] = "a user name (AccountName)",
        ["Officers"] = "user names",
        ["Members"] = "user names",
        ["TakenBy"] = "user names",
        ["Participants"] = "user names",
        ["CreditCode"] = "a credit code (CreditCode)",
        ["Enterprise"] = "a credit code",
        ["EnterpriseCreditCode"] = "a credit code",
        ["Warned"] = "credit codes",
        ["Number"] = "a drawn or a licence's number (DrawnNumber, LicenceNumber)",
        ["CaseNumber"] = "a drawn number",
        ["Inspection"] = "a drawn number",
        ["Other"] = "a drawn number",
        ["Den"] = "a drawn number",
        ["Licence"] = "a licence's number",
        ["ProductClass"] = "a product class of the list",
        ["ProductClasses"] = "product classes of the list",
        ["Attachment"] = "64 hexadecimal digits",
        ["Hash"] = "the hash of a file that is kept",
    };

    private static readonly HashSet<string> FromRegisters =
    [
        .. from command in new[] { "RegisterEnterprise", "ChangeEnterprise" }
           from field in new[] { "name", "district", "enterpriseKind", "capital", "province", "telephone" }
           select $"{command}.{field}",
    ];

    private static IEnumerable<Type> Offered => typeof(Command).Assembly.GetTypes().Where(type =>
        type.IsSubclassOf(typeof(Command)) && !type.IsAbstract && (AllowedToAttribute.Of(type) & Roles.Everyone) != Roles.None && !type.IsDefined(typeof(NotOfferedAttribute), inherit: false));

    /// <summary>The commands that carry a bounded text, with each of its places.</summary>
    public static TheoryData<Type> Commands => [.. Offered.Where(type => TextsOf(type).Any(text => text.IsDefined(typeof(LongestAttribute))))];

    [Fact]
    public void Every_text_of_every_command_has_a_bound_or_a_form()
    {
        var texts = Offered.SelectMany(TextsOf).ToList();
        Assert.Empty(texts.Where(text => !text.IsDefined(typeof(LongestAttribute)) && !ParsedByTheirOwnRule.ContainsKey(text.Name!)).Select(text => $"{text.Member.DeclaringType!.Name}.{text.Name}").Distinct());
        Assert.Empty(ParsedByTheirOwnRule.Keys.Except(texts.Where(text => !text.IsDefined(typeof(LongestAttribute))).Select(text => text.Name!)));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void One_character_more_than_the_bound_is_refused_by_the_field_s_name_and_the_bound_itself_is_not(Type command)
    {
        var sample = Samples.Of(command);
        Assert.Null(TextBounds.Problem(sample));
        var places = Filled(sample, 0).ToList();
        Assert.NotEmpty(places);
        foreach (var (field, longest, _) in places)
        {
            var fits = (Command)Filled(sample, 0).Single(one => one.Field == field).Record;
            var refused = AskLaw((Command)Filled(sample, 1).Single(one => one.Field == field).Record);
            Assert.Null(TextBounds.Problem(fits));
            Assert.Equal(new InvalidInput(field, $"文字过长：{longest + 1}字，最多{longest}字", $"The text is too long: {longest + 1} characters, at most {longest}"), refused);
        }
    }

    /// <summary>Every text is looked at by one rule, so that there is none through which a name could be shown as another.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public void What_no_text_may_hold_is_refused_in_each_by_the_field_s_name(Type command)
    {
        foreach (var sign in "\a\u202E\u2061\u2067\u2028\uD800")
        {
            Assert.All(Filled(Samples.Of(command), 0, sign), one => Assert.Equal(one.Field, TextBounds.Problem(one.Record)?.Field));
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_text_that_the_forms_have_as_one_line_has_no_second_but_where_registers_have_it(Type command)
    {
        foreach (var (field, longest, record) in Filled(Samples.Of(command), 0, '\n'))
        {
            var isLine = longest <= FreeText.LongestLine && !FromRegisters.Contains($"{command.Name}.{field}");
            Assert.Equal(isLine ? field : null, TextBounds.Problem(record)?.Field);
        }
    }

    /// <summary>The commands that carry a list.</summary>
    public static TheoryData<Type> CommandsWithLists => [.. Offered.Where(type => ListsOf(type).Any())];

    [Fact]
    public void Every_list_of_every_command_has_a_bound() =>
        Assert.Empty(Offered.SelectMany(ListsOf).Where(list => !list.IsDefined(typeof(MostAttribute))).Select(list => $"{list.Member.DeclaringType!.Name}.{list.Name}").Distinct());

    [Theory]
    [MemberData(nameof(CommandsWithLists))]
    public void One_entry_more_than_the_bound_is_refused_by_the_list_s_name_and_the_bound_itself_is_not(Type command)
    {
        var sample = Samples.Of(command);
        var places = WithFullList(sample, 0).ToList();
        Assert.Equal(ListsOf(command).Count(), places.Count);
        foreach (var ((field, most, fits), (_, _, over)) in places.Zip(WithFullList(sample, 1)))
        {
            Assert.Null(TextBounds.Problem(fits));
            Assert.Equal(new InvalidInput(field, $"项数过多：{most + 1}项，最多{most}项", $"The list is too long: {most + 1} entries, at most {most}"), AskLaw((Command)over));
        }
    }

    [Fact]
    public void A_text_that_cannot_be_stored_is_found_in_a_part_of_a_list()
    {
        var record = new RecordInspection(["liang", "third"], [new FindingReport(default, default), new FindingReport(default, default, Note: "看到\0")], default, "无");
        Assert.Equal("findings[1].note", TextBounds.Problem(record)!.Field);
        var files = record with { Findings = default, Attachments = [new AttachmentReference("", "一\ud800.jpg")] };
        Assert.Equal("attachments[0].fileName", TextBounds.Problem(files)!.Field);
        Assert.Null(TextBounds.Problem(files with { Attachments = null }));
        Assert.Equal("enterpriseKind", TextBounds.Problem(new ShuangDa.Grains.Enterprises.RegisterEnterprise("", Some.Details with { EnterpriseType = new string('长', 101) }))!.Field);
    }

    [Fact]
    public void A_part_that_a_command_holds_is_named_in_its_texts_fields()
    {
        var unfit = new FindingReport(default, default, Note: "看到\0");
        Assert.Equal("finding.note", TextBounds.Problem(new HoldsParts(unfit, default))!.Field);
        Assert.Equal("others[1].note", TextBounds.Problem(new HoldsParts(null, [null, unfit]))!.Field);
        Assert.Null(TextBounds.Problem(new HoldsParts(unfit with { Note = "看到" }, [null])));
    }

    [Fact]
    public void What_is_no_text_has_no_length() => Assert.Throws<InvalidOperationException>(() => TextBounds.Problem(new Measured(1)));

    private sealed record HoldsParts(FindingReport? Finding, ImmutableArray<FindingReport?> Others);

    private sealed record Measured([Longest(3)] int Number);

    // The law is asked as the shell asks it, before there is a subject.
    private static Refusal? AskLaw(Command command)
    {
        var concept = AllConcepts.Of(command);
        var decide = (Delegate)concept.GetType().GetProperty("Decide")!.GetValue(concept)!;
        var decision = decide.DynamicInvoke(null, command, Some.On(Some.Today))!;
        return (Refusal?)decision.GetType().GetProperty("Refusal")!.GetValue(decision);
    }

    private static IEnumerable<ParameterInfo> TextsOf(Type record) => CommandParts.ParametersOf(record)
        .Where(parameter => !parameter.IsDefined(typeof(NotOfferedAttribute)))
        .SelectMany(parameter => (CommandParts.MemberOf(parameter.ParameterType) ?? parameter.ParameterType) switch
        {
            var type when type == typeof(string) => [parameter],
            { IsClass: true } part when part.Assembly == typeof(Command).Assembly && part != typeof(ShuangDa.Grains.Accounts.Password) => TextsOf(part),
            _ => [],
        });

    private static IEnumerable<ParameterInfo> ListsOf(Type record) => CommandParts.ParametersOf(record)
        .Where(parameter => !parameter.IsDefined(typeof(NotOfferedAttribute)))
        .SelectMany(parameter => (CommandParts.MemberOf(parameter.ParameterType), CommandParts.MemberOf(parameter.ParameterType) ?? parameter.ParameterType) switch
        {
            var (member, type) when IsPart(type) => [.. member is null ? [] : new[] { parameter }, .. ListsOf(type)],
            (not null, _) => [parameter],
            _ => (IEnumerable<ParameterInfo>)[],
        });

    private static bool IsPart(Type type) => type.IsClass && type != typeof(string) && type.Assembly == typeof(Command).Assembly && type != typeof(ShuangDa.Grains.Accounts.Password);

    /// <summary>The same command with one bounded list as long as it may be, and some entries more.</summary>
    private static IEnumerable<(string Field, int Most, object Record)> WithFullList(object record, int more)
    {
        foreach (var parameter in CommandParts.ParametersOf(record.GetType()).Where(parameter => !parameter.IsDefined(typeof(NotOfferedAttribute))))
        {
            var field = OfferedAsAttribute.NameOf(parameter);
            var member = CommandParts.MemberOf(parameter.ParameterType);
            var type = member ?? parameter.ParameterType;
            if (member is not null && parameter.GetCustomAttribute<MostAttribute>() is { Entries: var most })
            {
                var entry = member == typeof(string) ? "x" : IsPart(member) ? PartOf(record, parameter, member) : Activator.CreateInstance(member)!;
                yield return (field, most, With(record, parameter, ListOf(member, [.. Enumerable.Repeat(entry, most + more)])));
            }

            foreach (var (inner, bound, part) in IsPart(type) ? WithFullList(PartOf(record, parameter, type), more) : [])
            {
                yield return (member is null ? $"{field}.{inner}" : $"{field}[0].{inner}", bound, With(record, parameter, member is null ? part : ListOf(member, part)));
            }
        }
    }

    private static object With(object record, ParameterInfo parameter, object value)
    {
        var changed = record.GetType().GetMethod("<Clone>$")!.Invoke(record, [])!;
        record.GetType().GetProperty(parameter.Name!)!.SetValue(changed, value);
        return changed;
    }

    /// <summary>The same command with one bounded text as long as it may be, and some characters more.</summary>
    private static IEnumerable<(string Field, int Longest, object Record)> Filled(object record, int more, char with = '长')
    {
        foreach (var parameter in CommandParts.ParametersOf(record.GetType()).Where(parameter => !parameter.IsDefined(typeof(NotOfferedAttribute))))
        {
            var field = OfferedAsAttribute.NameOf(parameter);
            var member = CommandParts.MemberOf(parameter.ParameterType);
            var type = member ?? parameter.ParameterType;
            IEnumerable<(string Field, int Longest, object Value)> filled =
                parameter.GetCustomAttribute<LongestAttribute>() is { Characters: var longest }
                    ? [("", longest, $"{new string('长', longest + more - 2)}{with}长")]
                : type.IsClass && type != typeof(string) && type.Assembly == typeof(Command).Assembly ? Filled(PartOf(record, parameter, type), more, with)
                : [];
            foreach (var (inner, bound, value) in filled)
            {
                var place = member is not null ? $"{field}[0]" : field;
                var name = inner.Length == 0 ? place : type.IsDefined(typeof(SpreadAttribute)) ? inner : $"{place}.{inner}";
                yield return (name, bound, With(record, parameter, member is null ? value : ListOf(member, value)));
            }
        }
    }

    // The part as the sample has it, or one of nothing.
    private static object PartOf(object record, ParameterInfo parameter, Type type) => record.GetType().GetProperty(parameter.Name!)!.GetValue(record) switch
    {
        { } part when part.GetType() == type => part,
        _ => CommandParts.ConstructorOf(type)!.Invoke([.. CommandParts.ParametersOf(type).Select(one => one.HasDefaultValue ? one.DefaultValue : one.ParameterType == typeof(string) ? "x" : one.ParameterType.IsValueType ? Activator.CreateInstance(one.ParameterType) : null)]),
    };

    private static object ListOf(Type member, params object[] values)
    {
        var list = Array.CreateInstance(member, values.Length);
        values.CopyTo(list, 0);
        return typeof(ImmutableArray).GetMethods().Single(method => method.Name == "Create" && method.GetParameters() is [{ ParameterType.IsArray: true }]).MakeGenericMethod(member).Invoke(null, [list])!;
    }
}
