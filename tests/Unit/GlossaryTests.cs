using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ShuangDa.Grains.Subjects;
using ShuangDa.Tests.Support;
using ShuangDa.Tests.Unit.Support;
using Xunit;

namespace ShuangDa.Tests.Unit;

/// <summary>GLOSSARY.md says what the code says: its table is written by hand and names what there is, the rest is printed from the terms.</summary>
public sealed partial class GlossaryTests
{
    private const string Printed = "<!-- printed from the terms -->";
    private const char Nowhere = '*';

    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "GLOSSARY.md"));

    private static string WrittenByHand => Text.Split(Printed)[0];

    private static IReadOnlyList<(string Chinese, string[] Identifiers)> Rows { get; } =
    [
        .. from line in WrittenByHand.Split('\n')
           where line.StartsWith("| ", StringComparison.Ordinal)
           where !line.StartsWith("| ---", StringComparison.Ordinal) && !line.StartsWith("| 中文", StringComparison.Ordinal)
           let cells = line.Trim('|', ' ').Split(" | ")
           select (cells[0], Identifiers().Matches(cells[1]).Select(match => match.Value).ToArray()),
    ];

    [Fact]
    public void Its_second_part_is_what_the_terms_say() =>
        Approved.Text("../../GLOSSARY.md", $"{WrittenByHand.TrimEnd()}\n\n{Printed}\n\n{Values()}");

    [Fact]
    public void Every_identifier_of_the_table_is_a_name_in_the_code_unless_it_says_otherwise()
    {
        Assert.True(Rows.Count > 30, $"{Rows.Count} rows");
        Assert.All(Rows, row => Assert.NotEmpty(row.Identifiers));
        Assert.DoesNotContain(Rows.SelectMany(row => row.Identifiers), name => name[^1] != Nowhere && !Enums.Names.Contains(name));
    }

    [Fact]
    public void What_is_marked_as_nowhere_in_the_code_is_nowhere() =>
        Assert.DoesNotContain(Rows.SelectMany(row => row.Identifiers), name => name[^1] == Nowhere && Enums.Names.Contains(name[..^1]));

    /// <summary>Where the table names what is a member of an enum and nothing else, it has the member's word.</summary>
    [Fact]
    public void The_table_and_the_terms_have_the_same_words()
    {
        var members = Enums.All.SelectMany(one => one.Members).ToLookup(member => member.Name, member => Terms.Of(member).Chinese);
        var wrong = from row in Rows
                    from name in row.Identifiers
                    where members.Contains(name) && !Enums.NamesBesideEnums.Contains(name)
                    where !members[name].Any(word => row.Chinese.Split('/', ',', '、').Any(said => Agree(word, said.Trim())))
                    select $"{row.Chinese} is {name}, whose words are {string.Join('、', members[name])}";
        Assert.Empty(wrong);
    }

    private static bool Agree(string word, string said) => word.Contains(said, StringComparison.Ordinal) || said.Contains(word, StringComparison.Ordinal);

    private static string Values()
    {
        var text = new StringBuilder("## Values\n\nThe members of every enum, and the kinds of deadlines, by the words on them (`[Term]`). ")
            .Append("A test prints this part: do not edit it by hand.\n");
        foreach (var (type, members) in Enums.All.OrderBy(one => one.Type.Name, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {Enums.Comment(type).Split(". ")[0]} `{type.Name}`\n\n")
                .Append("| 中文 | identifier | English |\n| --- | --- | --- |\n");
            foreach (var member in members)
            {
                var (chinese, english) = Terms.Of(member);
                text.Append(CultureInfo.InvariantCulture, $"| {chinese} | {member.Name} | {english} |\n");
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"[A-Za-z]+\*?")]
    private static partial Regex Identifiers();
}
