namespace ShuangDa.Tests.Browser.Support;

/// <summary>axe-core, which comes with the dashboard's packages.</summary>
internal static class Axe
{
    public static Task<string> SourceAsync() => File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/Dashboard/node_modules/axe-core/axe.min.js"));
}

/// <summary>The repository that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ShuangDa.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
