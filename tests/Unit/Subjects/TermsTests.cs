using System.Text.RegularExpressions;
using ShuangDa.Grains.Cases;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.Accounts;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit.Subjects;

/// <summary>The words for the members of enums stand in one place, on the member.</summary>
public sealed partial class TermsTests
{
    private const int AtLeast = 50;

    [Fact]
    public void Every_member_of_an_enum_has_a_Chinese_and_an_English_word()
    {
        Assert.True(Enums.All.Count > AtLeast, $"{Enums.All.Count} enums");
        var faults = new List<string>();
        foreach (var member in Enums.All.SelectMany(one => one.Members))
        {
            try
            {
                var (chinese, english) = Terms.Of(member);
                if (!Han().IsMatch(chinese) || Han().IsMatch(english) || english.Length == 0 || (chinese, english) != (chinese.Trim(), english.Trim()))
                {
                    faults.Add($"{member.DeclaringType!.Name}.{member.Name}: {chinese} / {english}");
                }
            }
            catch (InvalidOperationException missing)
            {
                faults.Add(missing.Message);
            }
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void No_two_members_of_an_enum_have_the_same_word()
    {
        var same = from one in Enums.All
                   from english in new[] { false, true }
                   from words in one.Members.GroupBy(member => Terms.Of(member).In(english), StringComparer.OrdinalIgnoreCase)
                   where words.Count() > 1
                   select $"{one.Type.Name}: {string.Join(", ", words.Select(member => member.Name))} are all {words.Key}";
        Assert.Empty(same);
    }

    /// <summary>The doc comment explains; a Chinese word at its beginning would be the member's word a second time.</summary>
    [Fact]
    public void The_doc_comment_of_a_member_does_not_begin_with_a_word_of_its_own() =>
        Assert.DoesNotContain(
            Enums.All.SelectMany(one => one.Members),
            member => Enums.Comment(member) is not { Length: > 0 } comment || Han().IsMatch(comment[..1]));

    /// <summary>A switch that gives a fixed text for a member is a second place for its words.</summary>
    [Fact]
    public void No_switch_says_the_words_again()
    {
        var enums = Enums.All.Select(one => one.Type.Name).ToHashSet();
        var offenders = from project in new[] { "Grains", "GraphQL", "Silo" }
                        from source in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", project), "*.cs", SearchOption.AllDirectories)
                        where !source.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                        from Match arm in FixedText().Matches(File.ReadAllText(source))
                        where enums.Contains(arm.Groups[1].Value)
                        select $"{Path.GetFileName(source)}: {arm.Value}";
        Assert.Empty(offenders);
    }

    [Fact]
    public void What_has_no_words_is_an_error_and_not_a_code_on_a_page()
    {
        Assert.Equal(new BilingualText("线索", "lead"), Terms.Of(CaseStage.Lead));
        Assert.Equal(Terms.Of(Roles.SectionHead), Terms.Of(Role.SectionHead));
        Assert.Equal("甲", Terms.Of(Wordless.Worded).Chinese);
        Throws("CaseStage.999", () => Terms.Of((CaseStage)999));
        Throws("CaseStage.999", () => Terms.OfMember((CaseStage)999));
        Throws("Wordless.Bare", () => Terms.Of(Wordless.Bare));

        static void Throws(string member, Func<object> read) =>
            Assert.Equal($"{member} has no term.", Assert.Throws<InvalidOperationException>(read).Message);
    }

    [Fact]
    public void Several_are_named_in_their_order() => Assert.Equal(
        new BilingualText("查封、先行登记保存", "sealing, registered preservation"),
        Terms.OfAll([SeizureKind.Sealing, SeizureKind.RegisteredPreservation]));

    private enum Wordless
    {
        Bare,

        [Term("甲", "a")]
        Worded,
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\b(\w+)\.\w+ => new\(""\P{IsBasicLatin}[^""{]*""")]
    private static partial Regex FixedText();
}
