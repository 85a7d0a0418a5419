using ShuangDa.Tests.Support;

namespace ShuangDa.Tests.Browser.Support;

/// <summary>axe-core, which comes with the dashboard's packages.</summary>
internal static class Axe
{
    public static Task<string> SourceAsync() => File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/Dashboard/node_modules/axe-core/axe.min.js"));
}
