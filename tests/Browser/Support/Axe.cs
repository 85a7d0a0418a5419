using ShuangDa.Tests.Support;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>axe-core, which comes with the dashboard's packages.</summary>
internal static class Axe
{
    /// <summary>What it finds on the page, or within what a selector names, up to three places of each rule, in words.</summary>
    public const string Faults = """
        async (within) => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          const { violations } = await axe.run(within ?? document, { runOnly: tags });
          return violations.flatMap(({ id, impact, nodes }) =>
            nodes.slice(0, 3).map(({ html, failureSummary }) => `${id} (${impact}): ${html}: ${failureSummary}`));
        }
        """;

    public static Task<string> SourceAsync() => File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/Dashboard/node_modules/axe-core/axe.min.js"));
}
