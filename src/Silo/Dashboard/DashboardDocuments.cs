using System.Text.Json;

namespace ShuangDa.Silo.Dashboard;

/// <summary>
/// 工作台文档. The GraphQL documents that the dashboard of this program sends, as the build wrote them down beside it: known from the start, so
/// that it sends their hashes alone.
/// </summary>
internal static class DashboardDocuments
{
    private const string File = "dashboard/documents.json";

    /// <summary>Their texts; none where the dashboard was not built.</summary>
    public static IEnumerable<string> Read()
    {
        using var written = typeof(DashboardDocuments).Assembly.GetManifestResourceStream(File);
        return written is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(written)!.Values;
    }
}
