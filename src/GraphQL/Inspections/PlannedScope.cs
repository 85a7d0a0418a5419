using System.Collections.Immutable;
using ShuangDa.Grains.Journal;
using ShuangDa.Grains.Sections;
using ShuangDa.Grains.Subjects;
using ShuangDa.GraphQL.ProductClasses;

namespace ShuangDa.GraphQL.Inspections;

/// <summary>计划范围. Whose producers a draw or a sweep is asked to plan inspections of, and for which section.</summary>
internal static class PlannedScope
{
    /// <summary>
    /// The codes of the classes that are asked for. What is wrong with a class or the section is said also where there is nothing to
    /// plan.
    /// </summary>
    /// <param name="database">Where the lists are.</param>
    /// <param name="productClasses">Codes or Chinese names, or null for the key classes.</param>
    /// <param name="section">The section's code, or null.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <returns>What is wrong, or null, and the codes.</returns>
    public static async Task<(InvalidInput? Problem, ImmutableArray<string> Classes)> ReadAsync(
        Database database, IReadOnlyList<string>? productClasses, string? section, CancellationToken cancellationToken)
    {
        var (problem, classes) = await AskedClasses.ReadAsync(database, productClasses, closedToo: false, cancellationToken)
            .ConfigureAwait(false);
        return (problem ?? await Section.List.NotOpenAsync(database, "section", section, cancellationToken).ConfigureAwait(false), classes);
    }
}
