using System.Text;
using ShuangDa.Tests.Support;
using Xunit;

namespace ShuangDa.Tests.Databases.ListPlans;

/// <summary>The questions as people read them.</summary>
public sealed class ListQuestionsTests
{
    [Fact]
    public void TheTableStandsInTheDocuments()
    {
        var table = new StringBuilder("""
            # What is asked of lists

            Printed from `tests/Databases/ListPlans/ListQuestions.cs`. Each question is asked over full tables through the program's own
            endpoint, on SQLite and PostgreSQL: its first page, a later one by cursor, the last one, and its total. No page goes through a
            table that grows with the work; what a page reads beyond what it shows is said. A short name such as `ix_open_work` is the
            beginning of several, any of which is entered.

            What is looked for inside of names (`contains`) is in no index and goes through the list.

            | list | question | a page enters | the total is from | beyond that |
            | --- | --- | --- | --- | --- |

            """);
        foreach (var question in ListQuestions.All)
        {
            var of = question.Agency is null ? question.Says : $"{question.Says} (an agency)";
            var page = question.PageOnPostgreSql is { } other ? $"`{question.Page}`, on PostgreSQL `{other}`" : $"`{question.Page}`";
            string?[] beyond =
            [
                question.Reads is { } read ? $"reads {read}" : null,
                question.CountsAll is { } all ? $"the total counts all: {all}" : null,
                question.Scans is { } scans ? $"scans: {scans}" : null,
            ];
            var said = string.Join("; ", beyond.Where(one => one is not null));
            table.Append("| ").AppendJoin(" | ", $"`{question.List}`", of, page, $"`{question.Count}`", said).Append(" |\n");
        }

        Approved.Text("../../../docs/list-questions.md", table.ToString());
    }
}
